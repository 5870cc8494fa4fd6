import type { ExampleReport } from '../../parser/rules/rule.ts';

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

interface Spot {
  readonly row: string;
  readonly column: number;
  readonly value: number;
}

const related = /^(?:applications|reviewAndLitigation)\./u;
const matrix = /^applications\./u;
const openingRow = 'applications.carriedOver';
const closingRow = 'applications.carriedForward';
const columns = {
  applications: [
    'naturalPerson',
    'commercialEnterprise',
    'researchInstitution',
    'publicWelfareOrganization',
    'legalServiceOrganization',
    'otherOrganization',
    'total',
  ],
  reviewAndLitigation: ['upheld', 'corrected', 'other', 'pending', 'total'],
} as const;

function pathOf({ row, column }: Spot): string {
  const names = matrix.test(row) ? columns.applications : columns.reviewAndLitigation;
  return `${row}.${names[column] ?? ''}`;
}

/** Every cell of tables 三 and 四: each stands in a sum. */
function spots({ rows = {} }: ExampleReport): Spot[] {
  return Object.entries(rows).flatMap(([row, values]) =>
    related.test(row) ? values.map((value, column) => ({ row, column, value: Number(value) })) : [],
  );
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

/** Two cells of a row change places: any two in table 三, a result and its total in table 四. */
function swapCells(report: ExampleReport, pick: Pick): Mutant | null {
  const all = spots(report);
  const pairs = all.flatMap((one) =>
    all
      .filter((other) => other.row === one.row && other.column > one.column && other.value !== one.value)
      .filter((other) => matrix.test(one.row) || other.column === columns.reviewAndLitigation.length - 1)
      .map((other) => [
        { ...one, value: other.value },
        { ...other, value: one.value },
      ]),
  );
  const changes = pick(pairs);
  return changes === undefined ? null : withValues(report, changes);
}

/** A whole column of table 三 changes places with the totals. */
function swapColumns(report: ExampleReport, pick: Pick): Mutant | null {
  const total = columns.applications.length - 1;
  const cells = spots(report).filter(({ row }) => matrix.test(row));
  const candidates = columns.applications.slice(0, -1).flatMap((_, column) => {
    const changes = cells
      .filter((spot) => spot.column === column || spot.column === total)
      .flatMap((spot) => {
        const wanted = spot.column === total ? column : total;
        const other = cells.find(({ row, column: at }) => row === spot.row && at === wanted);
        return other === undefined || other.value === spot.value ? [] : [{ ...spot, value: other.value }];
      });
    return changes.length === 0 ? [] : [changes];
  });
  const changes = pick(candidates);
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

/** Another number carried over than the year before carries forward; what it is made up of is changed with it. */
function restateLastYear(report: ExampleReport, pick: Pick): Mutant | null {
  const { form, year = 2021, rows = {} } = report;
  const carriedOver = rows[openingRow];
  if (form === '2008' || carriedOver === undefined) return null;
  const before: ExampleReport = { form, year: year - 1, rows: { [closingRow]: carriedOver } };
  const spot = pick(spots(report).filter(({ row }) => row === openingRow));
  return spot === undefined ? null : { ...withValues(report, [{ ...spot, value: spot.value + 1 }]), before };
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
