import type { Cell } from '../../schema/cell.ts';
import { tableCells } from '../../schema/table-rows.ts';
import { indicatorCells, type Reading } from '../../schema/vocabulary/indicator-cells.ts';
import type { CheckableRecord } from './rule.ts';

/** A reading of an indicator in a record's tables: the cells it adds up and what they come to. */
export interface CellReading {
  readonly cells: readonly string[];
  readonly value: number;
  /** One of the cells is blank or marked, so that the value may be too small. */
  readonly hasBlank: boolean;
}

type Cells = ReadonlyMap<string, Cell>;

const group = '*';

/** Cells that a path of a reading stands for; `applications.refused*.total` is the row `refused` and all `refused.…`. */
function expand(path: string, cells: Cells): string[] {
  if (!path.includes(group)) return [path];
  const [row = '', column = ''] = path.split(group);
  return [...cells.keys()].filter((key) => key === row + column || (key.startsWith(`${row}.`) && key.endsWith(column)));
}

function read(reading: Reading, cells: Cells): CellReading[] {
  const paths = reading.flatMap((path) => expand(path, cells));
  const found = paths.flatMap((path) => cells.get(path) ?? []);
  if (found.length < paths.length || found.length === 0) return [];
  if (found.some(({ state }) => state === 'unreadable') || found.every(({ value }) => value === null)) return [];
  const value = found.reduce((sum, cell) => sum + (cell.value ?? 0), 0);
  return [{ cells: paths, value, hasBlank: found.some((cell) => cell.value === null) }];
}

/** Every reading of an indicator that a record's tables allow, the meaning of the words first. */
export function readingsIn({ tables }: Pick<CheckableRecord, 'tables'>): (key: string) => CellReading[] {
  const cells = new Map(tableCells(tables));
  return (key) => (indicatorCells[key] ?? []).flatMap((reading) => read(reading, cells));
}

/** The readings of one indicator. */
export function readingsOf(record: CheckableRecord, key: string): CellReading[] {
  return readingsIn(record)(key);
}
