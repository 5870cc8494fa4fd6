import type { ReportRecord, TableRow } from '../../schema/record/report.ts';

/** Of the seven columns of the applications table, the one whose figures rank and aggregate agencies. */
const applicationsColumn = 'total';

/** Of the national indicators, those that the statutory tables do not ask for and reports go on to tell. */
const besideTables: ReadonlySet<string> = new Set(['statistics.proactive.total', 'indicators.proactive.total']);

/**
 * Headline figures of a report by cell path: the total column of the applications table and every figure of the two small
 * tables; and the national indicators of its annex (`statistics.<key>`) and of its sentences (`indicators.<key>`), all of
 * them for a report without any of the three tables. A cell without a value has no entry.
 */
export function figuresOf(record: ReportRecord): Record<string, number> {
  const { proactiveDisclosure, applications, reviewAndLitigation } = record.tables;
  const tables = [
    ...tableFigures('proactiveDisclosure', proactiveDisclosure),
    ...tableFigures('applications', applications).filter(([path]) => path.endsWith(`.${applicationsColumn}`)),
    ...tableFigures('reviewAndLitigation', reviewAndLitigation),
  ];
  const indicators = indicatorFigures(record).filter(([path]) => tables.length === 0 || besideTables.has(path));
  return Object.fromEntries([...tables, ...indicators]);
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
