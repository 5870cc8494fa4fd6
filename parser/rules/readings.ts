import { TableKey } from '../../schema/law/forms/form.ts';
import { indicatorCells, type Reading } from '../../schema/law/vocabulary/indicator-cells.ts';
import type { Cell } from '../../schema/record/cell.ts';
import { type Scope, tableScope } from '../../schema/record/scope.ts';
import { tableCells } from '../../schema/record/table-rows.ts';
import type { CheckableRecord } from './rule.ts';

/** A reading of an indicator in a record's tables: the cells it adds up and what they come to. */
export interface CellReading {
  readonly cells: readonly string[];
  readonly value: number;
  /** One of the cells, or all of a likelier reading, are blank, marked or unreadable: the value may be another. */
  readonly hasBlank: boolean;
  /** Whose figures its table gives. */
  readonly scope: Scope;
}

type Cells = ReadonlyMap<string, Cell>;

const group = '*';

/** Cells that a path of a reading stands for; `applications.refused*.total` is the row `refused` and all `refused.…`. */
function expand(path: string, cells: Cells): string[] {
  if (!path.includes(group)) return [path];
  const [row = '', column = ''] = path.split(group);
  return [...cells.keys()].filter((key) => key === row + column || (key.startsWith(`${row}.`) && key.endsWith(column)));
}

/** Null where the form has no such cells; `value` is null where nothing in them can be read. */
function read(
  reading: Reading,
  cells: Cells,
): (Omit<CellReading, 'value' | 'scope'> & { readonly value: number | null }) | null {
  const paths = reading.flatMap((path) => expand(path, cells));
  const found = paths.flatMap((path) => cells.get(path) ?? []);
  if (found.length < paths.length || found.length === 0) return null;
  const hasBlank = found.some((cell) => cell.value === null);
  const isUnknown = found.some(({ state }) => state === 'unreadable') || found.every((cell) => cell.value === null);
  return { cells: paths, value: isUnknown ? null : found.reduce((sum, cell) => sum + (cell.value ?? 0), 0), hasBlank };
}

function readAll(readings: readonly Reading[], cells: Cells): Omit<CellReading, 'scope'>[] {
  let afterUnknown = false;
  return readings.flatMap((each) => {
    const reading = read(each, cells);
    if (reading === null) return [];
    const { value } = reading;
    afterUnknown ||= value === null;
    return value === null ? [] : [{ ...reading, value, hasBlank: reading.hasBlank || afterUnknown }];
  });
}

/** Every reading of an indicator that a record's tables allow, the meaning of the words first. */
export function readingsIn(record: Pick<CheckableRecord, 'tables' | 'scopes'>): (key: string) => CellReading[] {
  const cells = new Map(tableCells(record.tables));
  return (key) =>
    readAll(indicatorCells[key] ?? [], cells).map((reading) => {
      // All cells of a reading stand in one table.
      const table = TableKey.options.find((each) => reading.cells[0]?.startsWith(`${each}.`));
      return { ...reading, scope: table === undefined ? 'unknown' : tableScope(record, table) };
    });
}

/** The readings of one indicator. */
export function readingsOf(record: CheckableRecord, key: string): CellReading[] {
  return readingsIn(record)(key);
}
