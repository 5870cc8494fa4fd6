import type { ReportRecord, TableRow } from '../../schema/report.ts';

/** Of the seven columns of the applications table, the one whose figures rank and aggregate agencies. */
const applicationsColumn = 'total';

/**
 * Headline figures of a report by cell path: the total column of the applications table, every figure of the two small
 * tables, and for a report without any of the three the national indicators of its annex (`statistics.<key>`) and of its
 * sentences (`indicators.<key>`). A cell without a value has no entry.
 */
export function figuresOf(record: ReportRecord): Record<string, number> {
  const { proactiveDisclosure, applications, reviewAndLitigation } = record.tables;
  const tables = [
    ...tableFigures('proactiveDisclosure', proactiveDisclosure),
    ...tableFigures('applications', applications).filter(([path]) => path.endsWith(`.${applicationsColumn}`)),
    ...tableFigures('reviewAndLitigation', reviewAndLitigation),
  ];
  return Object.fromEntries(tables.length > 0 ? tables : indicatorFigures(record));
}

type Figure = readonly [path: string, value: number];

function tableFigures(name: string, table: ReportRecord['tables']['applications']): Figure[] {
  if (table === undefined) return [];
  return Object.entries(table).flatMap(([row, cells]) => (isRow(cells) ? rowFigures(`${name}.${row}`, cells) : []));
}

/** Beside its rows a table has the name of its form. */
function isRow(value: string | TableRow): value is TableRow {
  return typeof value !== 'string';
}

function rowFigures(path: string, cells: TableRow): Figure[] {
  return Object.entries(cells).flatMap(([column, { value }]) => (value === null ? [] : [[`${path}.${column}`, value]]));
}

/** Where a key comes twice the first printed stands, so the list is walked backwards. */
function indicatorFigures({ statistics, indicators }: ReportRecord): Figure[] {
  const annex = statistics.flatMap(({ key, cell }): Figure[] =>
    key === null || cell.value === null ? [] : [[`statistics.${key}`, cell.value]],
  );
  const narrative = indicators.flatMap(({ key, value }): Figure[] =>
    key === null ? [] : [[`indicators.${key}`, value]],
  );
  return [...annex, ...narrative].toReversed();
}
