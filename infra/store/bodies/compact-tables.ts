import { TableKey } from '../../../schema/law/forms/form.ts';
import { type Cell, CellState, type Place } from '../../../schema/record/cell.ts';
import type { StatutoryTable, TableRow, Tables } from '../../../schema/record/report.ts';

/**
 * Tables without the names that every cell repeats: two hundred cells are parsed in a fifth of the time. Columns are told once
 * for each set of them; a text that is just the number is left out.
 */
export interface CompactTables {
  readonly columns: readonly (readonly string[])[];
  readonly tables: Readonly<Partial<Record<TableKey, CompactTable>>>;
}

interface CompactTable {
  readonly form: StatutoryTable['form'];
  /** Key, number of its set of columns, cells in their order. */
  readonly rows: readonly (readonly [string, number, readonly CompactCell[]])[];
}

type RestOfPlace = Omit<Place, 'table' | 'row' | 'column' | 'line' | 'offset'>;

type CompactCell = readonly [
  value: number | null,
  raw: string | null,
  state: number,
  place: readonly (number | null)[],
  rest?: RestOfPlace,
];

const states = CellState.options;

export function compactTables(tables: Tables): CompactTables {
  const columns = new Map<string, readonly string[]>();
  const setOf = (row: TableRow): number => {
    const keys = Object.keys(row);
    const name = keys.join();
    if (!columns.has(name)) columns.set(name, keys);
    return [...columns.keys()].indexOf(name);
  };
  const compact = ({ form, ...rows }: StatutoryTable): CompactTable => ({
    form,
    rows: Object.entries(rows).map(([key, row]) => [key, setOf(row), Object.values(row).map(compactCell)] as const),
  });
  const entries = TableKey.options.flatMap((key) => {
    const table = tables[key];
    return table === undefined ? [] : [[key, compact(table)] as const];
  });
  return { tables: Object.fromEntries(entries), columns: [...columns.values()] };
}

export function expandTables({ columns, tables }: CompactTables): Tables {
  const expanded: Tables = {};
  for (const key of TableKey.options) {
    const table = tables[key];
    if (table !== undefined) expanded[key] = expandTable(table, columns);
  }
  return expanded;
}

function expandTable({ form, rows }: CompactTable, columns: CompactTables['columns']): StatutoryTable {
  const entries = rows.map(([key, set, cells]): [string, TableRow] => {
    const row: TableRow = {};
    const keys = columns[set] ?? [];
    for (const [index, cell] of cells.entries()) row[keys[index] ?? ''] = expandCell(cell);
    return [key, row];
  });
  // Rows and the name of the form are what a table consists of; the type that zod gives it cannot be built in two steps.
  return { form, ...Object.fromEntries(entries) } as StatutoryTable;
}

function compactCell({ value, raw, state, place }: Cell): CompactCell {
  const { table, row, column, line, offset, ...rest } = place;
  const told = value !== null && raw === String(value) ? null : raw;
  const where = [table, row, column, line ?? null, offset ?? null];
  while (where.at(-1) === null) where.pop();
  const cell = [value, told, states.indexOf(state), where] as const;
  return Object.keys(rest).length === 0 ? cell : [...cell, rest];
}

function expandCell([value, raw, state, place, rest]: CompactCell): Cell {
  return { value, raw: raw ?? String(value), state: states[state] ?? 'unreadable', place: expandPlace(place, rest) };
}

function expandPlace([table, row, column, line, offset]: CompactCell[3], rest: RestOfPlace | undefined): Place {
  const where: Place = { table: table ?? 0, row: row ?? 0, column: column ?? 0 };
  if (line != null) where.line = line;
  if (offset != null) where.offset = offset;
  return rest === undefined ? where : { ...where, ...rest };
}
