import type { ExampleReport } from '../../parser/rules/rule.ts';
import type { FormBlock, FormTable } from '../../schema/law/forms/form.ts';
import { formById } from '../../schema/law/forms/forms.ts';
import type { Relation } from '../../schema/law/forms/relation.ts';

/** A report with one thing changed in it, and the cells that it was changed in. */
export interface Mutant {
  readonly report: ExampleReport;
  readonly cells: readonly string[];
  /** The report for the year before, where the change is to what it says. */
  readonly before?: ExampleReport;
}

/** Picks one of a list; how is the caller's: by a generator, or by counting. */
export type Pick = <T>(list: readonly T[]) => T | undefined;

type Rows = Readonly<Record<string, readonly (number | string)[]>>;

/** A figure of a table whose every figure stands in a sum. */
interface Spot {
  /** As `applications.granted`. */
  readonly row: string;
  readonly column: number;
  readonly value: number;
  readonly table: FormTable;
}

/** Its relations that say what a sum is, and not only what it cannot exceed. */
function sums({ relations }: FormTable, between: Relation['between']): Relation[] {
  return relations.filter((relation) => relation.is === 'equal' && relation.between === between);
}

/** The columns of a table in the order of a row's figures. A table with sums has one block. */
function columnsOf({ blocks }: FormTable): FormBlock['columns'] {
  return blocks[0]?.columns ?? [];
}

function pathOf({ row, column, table }: Spot): string {
  return `${row}.${columnsOf(table)[column]?.key ?? ''}`;
}

/** Every cell of the tables whose rows add up to a total: tables 三 and 四. */
function spots({ form, rows = {} }: ExampleReport): Spot[] {
  const tables = formById(form).tables.filter((table) => sums(table, 'columns').length > 0);
  return Object.entries(rows).flatMap(([row, values]) => {
    const table = tables.find(({ key }) => row.startsWith(`${key}.`));
    return table === undefined ? [] : values.map((value, column) => ({ row, column, value: Number(value), table }));
  });
}

function withValues(report: ExampleReport, changes: readonly Spot[]): Mutant {
  const rows: Record<string, (number | string)[]> = Object.fromEntries(
    Object.entries(report.rows ?? {}).map(([row, values]) => [row, [...values]]),
  );
  for (const { row, column, value } of changes) {
    const values = rows[row];
    if (values !== undefined) values[column] = value;
  }
  return { report: { ...report, rows: rows as Rows }, cells: changes.map(pathOf) };
}

function changeByOne(report: ExampleReport, pick: Pick): Mutant | null {
  const spot = pick(spots(report));
  if (spot === undefined) return null;
  const by = spot.value > 0 ? (pick([1, -1]) ?? 1) : 1;
  return withValues(report, [{ ...spot, value: spot.value + by }]);
}

/** 224 becomes 242. */
function swapDigits(report: ExampleReport, pick: Pick): Mutant | null {
  const spot = pick(spots(report).filter(({ value }) => value > 9 && new Set(String(value)).size > 1));
  if (spot === undefined) return null;
  const digits = [...String(spot.value)];
  const pairs = digits.flatMap((digit, at) => {
    const next = digits[at + 1];
    if (next === undefined || next === digit) return [];
    return [[...digits.slice(0, at), next, digit, ...digits.slice(at + 2)].join('')];
  });
  const swapped = pick(pairs);
  return swapped === undefined ? null : withValues(report, [{ ...spot, value: Number(swapped) }]);
}

/** Two cells of a row change places: any two where columns have sums too (table 三), else a part and its total (table 四). */
function swapCells(report: ExampleReport, pick: Pick): Mutant | null {
  const all = spots(report);
  const pairs = all.flatMap((one) =>
    all
      .filter((other) => other.row === one.row && other.column > one.column && other.value !== one.value)
      .filter((other) => sums(one.table, 'rows').length > 0 || isTotal(other))
      .map((other) => [
        { ...one, value: other.value },
        { ...other, value: one.value },
      ]),
  );
  const changes = pick(pairs);
  return changes === undefined ? null : withValues(report, changes);
}

/** Whether the other figures of its row are added up to it. */
function isTotal({ table, column }: Spot): boolean {
  return sums(table, 'columns').some(({ to }) => to.includes(columnsOf(table)[column]?.key ?? ''));
}

/** A whole column changes places with the totals, in a table where columns have sums too. */
function swapColumns(report: ExampleReport, pick: Pick): Mutant | null {
  const cells = spots(report).filter(({ table }) => sums(table, 'rows').length > 0);
  const totals = new Map(cells.filter(isTotal).map((spot) => [spot.row, spot]));
  const candidates = Map.groupBy(
    cells.filter((spot) => !isTotal(spot)),
    ({ column }) => column,
  )
    .values()
    .map((column) =>
      column.flatMap((spot) => {
        const total = totals.get(spot.row);
        if (total === undefined || total.value === spot.value) return [];
        return [
          { ...spot, value: total.value },
          { ...total, value: spot.value },
        ];
      }),
    )
    .filter((changes) => changes.length > 0);
  const changes = pick([...candidates]);
  return changes === undefined ? null : withValues(report, changes);
}

function dropRow(report: ExampleReport, pick: Pick): Mutant | null {
  const row = pick([...new Set(spots(report).map((spot) => spot.row))]);
  if (row === undefined) return null;
  const cells = spots(report)
    .filter((spot) => spot.row === row)
    .map(pathOf);
  return { report: { ...report, without: cells }, cells };
}

/** Another figure than the year before hands on: of the rows that only repeat one of last year's. */
function restateLastYear(report: ExampleReport, pick: Pick): Mutant | null {
  const { form, year = 2021, rows = {} } = report;
  const repeated = formById(form).tables.flatMap(({ key, successions }) =>
    successions.flatMap(({ between, result, terms: [term, ...more] }) =>
      between === 'rows' && term !== undefined && more.length === 0
        ? [{ later: `${key}.${result}`, earlier: `${key}.${term.key}` }]
        : [],
    ),
  );
  const spot = pick(spots(report).filter(({ row }) => repeated.some(({ later }) => later === row)));
  const handedOn = repeated.find(({ later }) => later === spot?.row);
  if (spot === undefined || handedOn === undefined) return null;
  const before: ExampleReport = { form, year: year - 1, rows: { [handedOn.earlier]: rows[handedOn.later] ?? [] } };
  return { ...withValues(report, [{ ...spot, value: spot.value + 1 }]), before };
}

/** Kinds of change by name; null where a report has nothing that can be changed so. */
export const mutations: Readonly<Record<string, (report: ExampleReport, pick: Pick) => Mutant | null>> = {
  'one cell by ±1': changeByOne,
  'two digits swapped': swapDigits,
  'two cells swapped': swapCells,
  'a column swapped with the totals': swapColumns,
  'a row dropped': dropRow,
  'last year restated': restateLastYear,
};
