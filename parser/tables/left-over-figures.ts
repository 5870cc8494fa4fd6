import { cellPaths, type FormId, type FormTable } from '../../schema/law/forms/form.ts';
import { forms } from '../../schema/law/forms/forms.ts';
import type { Cell } from '../../schema/record/cell.ts';
import type { Finding } from '../../schema/record/finding.ts';
import type { RuleHead } from '../../schema/record/rule.ts';
import { addedFigures, unplacedFigures } from '../reading-rules.ts';
import { comparableLabel, normalise, tidy } from '../wording/normalise.ts';
import { suffixSimilarity } from '../wording/similarity.ts';
import { type Atom, statutoryLabels } from './atoms.ts';
import type { Run, TableReading } from './runs.ts';

/** A table as it was read: its cells after inference, and tables of its kind that are not the report's. */
export interface ReadTable {
  readonly form: FormId;
  readonly table: FormTable;
  readonly reading: TableReading;
  readonly rows: TableReading['rows'];
  readonly others: readonly TableReading[];
}

/** A printed row, and its figures that no cell took; the cells they may belong to, none where they are the agency's own. */
interface LeftOver {
  readonly run: Run;
  readonly figures: readonly Atom[];
  readonly cells: readonly string[];
}

/** A lone figure outside of a grid may be a page number or the end of a caption. */
const leastInText = 2;
/** From here on a printed label is a row's of the form. */
const sameLabel = 0.9;

/**
 * What is said of figures among the tables that no cell took. Those that may be a cell's (under a row's own label, or where a
 * row of the table was not read) hold the report; rows and columns that an agency adds beside cells that are all read do not.
 */
export function leftOverFigures(tables: readonly ReadTable[], runs: readonly Run[]): Finding[] {
  const taken = new Set(
    tables.flatMap(({ reading, others }) => [reading, ...others].flatMap((each) => [...each.taken])),
  );
  const aside = new Set(tables.flatMap(({ others }) => others.flatMap((other) => other.runs)));
  const found = spanOf(tables, runs).flatMap((run): LeftOver[] => {
    const figures = run.values.filter((value) => isPrinted(value) && !taken.has(value));
    if (aside.has(run) || !isRow(figures) || areColumnNumbers(figures)) return [];
    return [{ run, figures, cells: cellsFor(run, { tables, runs, taken }) }];
  });
  const unplaced = found.filter(({ cells }) => cells.length > 0);
  const added = found.filter(({ cells }) => cells.length === 0);
  return [
    ...(unplaced.length === 0 ? [] : [unplacedFinding(unplaced)]),
    ...(added.length === 0 ? [] : [addedFinding(added)]),
  ];
}

/** From the first table's first row to the last table's last, and lines of figures alone right after it. */
function spanOf(tables: readonly ReadTable[], runs: readonly Run[]): readonly Run[] {
  const indexes = tables.flatMap(({ reading }) => reading.runs.map((run) => runs.indexOf(run)));
  if (indexes.length === 0) return [];
  let end = Math.max(...indexes) + 1;
  while (runs[end]?.labels.length === 0) end += 1;
  return runs.slice(Math.min(...indexes), end);
}

/** A heading that stands among empty cells, as tools print it that do not merge cells, is no figure. */
function isPrinted({ kind, text }: Atom): boolean {
  return kind === 'figure' || (kind === 'label' && !statutoryLabels().has(normalise(text)));
}

function isRow(figures: readonly Atom[]): boolean {
  return figures.length >= leastInText || figures.some((figure) => figure.grid !== null);
}

/** A line that numbers the columns: 1, 2, 3 and so on. */
function areColumnNumbers(figures: readonly Atom[]): boolean {
  return figures.length > 1 && figures.every((figure, index) => figure.text.trim() === String(index + 1));
}

interface Surroundings {
  readonly tables: readonly ReadTable[];
  readonly runs: readonly Run[];
  readonly taken: ReadonlySet<Atom>;
}

/** The cells that a row's figures may belong to. */
function cellsFor(run: Run, { tables, runs, taken }: Surroundings): string[] {
  if (run.values.some((value) => taken.has(value))) return [];
  const labelled = tables.flatMap(({ table }) => rowCellsLabelled(table, run));
  if (labelled.length > 0) return labelled;
  const nearest = nearestTable(run, tables, runs);
  if (nearest === null) return [];
  const ofNewer = cellsOfNewerEdition(run, nearest);
  if (ofNewer.length > 0) return ofNewer;
  const open = cellPaths(nearest.table).filter((path) => isOpen(cellAt(nearest.rows, path)));
  const isNameless = run.labels.length === 0 && run.values.length >= leastInText;
  return (open.length === 0 && isNameless ? cellPaths(nearest.table) : open).map(
    (path) => `${nearest.table.key}.${path}`,
  );
}

function rowCellsLabelled({ key, layout, blocks }: FormTable, run: Run): string[] {
  if (layout === 'across') return [];
  return blocks.flatMap(({ columns, rows }) =>
    rows
      .filter(({ labels }) => labels.some((label) => suffixSimilarity(comparableLabel(label), run.text) >= sameLabel))
      .flatMap((row) => columns.map((column) => `${key}.${row.key}.${column.key}`)),
  );
}

/**
 * The cells of the rows between which the run stands, where a newer edition has more rows than the table was read to have: they may be
 * that edition's, their labels broken.
 */
function cellsOfNewerEdition(run: Run, { table, reading }: ReadTable): string[] {
  if (table.layout === 'across') return [];
  const line = run.values[0]?.line ?? 0;
  const own = rowKeys(table);
  const last = reading.decisions.findLast((decision) => decision.line <= line);
  const next = reading.decisions.find((decision) => decision.line > line);
  if (last === undefined || next === undefined) return [];
  const edition = forms.findIndex(({ tables }) => tables.includes(table));
  for (const { tables } of forms.slice(edition + 1)) {
    const newer = tables.filter(({ key }) => key === table.key).flatMap(rowKeys);
    const from = own.slice(0, own.indexOf(last.row) + 1).findLast((key) => newer.includes(key));
    const to = own.slice(own.indexOf(next.row)).find((key) => newer.includes(key));
    if (from === undefined || to === undefined) continue;
    const between = own.slice(own.indexOf(from) + 1, own.indexOf(to));
    if (newer.indexOf(to) - newer.indexOf(from) - 1 <= between.length) continue;
    return cellPaths(table)
      .filter((path) => between.some((row) => path.startsWith(`${row}.`)))
      .map((path) => `${table.key}.${path}`);
  }
  return [];
}

function rowKeys({ blocks }: FormTable): string[] {
  return blocks.flatMap(({ rows }) => rows.map(({ key }) => key));
}

/** The table that the run stands in, or else the last one before it. */
function nearestTable(run: Run, tables: readonly ReadTable[], runs: readonly Run[]): ReadTable | null {
  const index = runs.indexOf(run);
  const begun = tables.filter(({ reading }) => runs.indexOf(reading.runs[0] as Run) <= index);
  return begun.reduce<ReadTable | null>(
    (last, next) => (last === null || isLater(next, last, runs) ? next : last),
    null,
  );
}

function isLater(next: ReadTable, last: ReadTable, runs: readonly Run[]): boolean {
  return runs.indexOf(next.reading.runs[0] as Run) > runs.indexOf(last.reading.runs[0] as Run);
}

function cellAt(rows: TableReading['rows'], path: string): Cell | undefined {
  const dot = path.lastIndexOf('.');
  return rows[path.slice(0, dot)]?.[path.slice(dot + 1)];
}

function isOpen(cell: Cell | undefined): boolean {
  return cell === undefined || cell.state === 'unreadable';
}

function unplacedFinding(found: readonly LeftOver[]): Finding {
  const cells = [...new Set(found.flatMap((each) => each.cells))];
  return {
    ...findingOf(unplacedFigures, found, {
      zh: `有${found.length}行的数字未能归入任何一格`,
      en: `Rows with figures that no cell took: ${found.length}`,
    }),
    cells,
  };
}

function addedFinding(found: readonly LeftOver[]): Finding {
  return findingOf(addedFigures, found, {
    zh: `有${found.length}行的数字不属于格式任何一格`,
    en: `Rows with figures that are no cell of the form: ${found.length}`,
  });
}

/** Printed rows quoted in a finding; the others are counted. */
const quotesListed = 5;
/** As much of a label as tells it from others. */
const labelEnd = 40;

function findingOf(
  { id, severity }: RuleHead,
  found: readonly LeftOver[],
  { zh, en }: { readonly zh: string; readonly en: string },
): Finding {
  const quotes = found.slice(0, quotesListed).map(quote);
  return {
    rule: id,
    severity,
    cells: [],
    expected: null,
    actual: null,
    message: {
      zh: `${zh}:${quotes.map(({ label, printed }) => `“${label}”处的“${printed}”`).join('、')}。`,
      en: `${en} (${quotes.map(({ label, printed }) => `“${printed}” beside “${label}”`).join(', ')}).`,
    },
    cause: 'suspected-parse',
  };
}

function quote({ run, figures }: LeftOver): { readonly label: string; readonly printed: string } {
  const label = run.labels.map((atom) => tidy(atom.text)).join('');
  return { label: label.slice(-labelEnd), printed: figures.map((figure) => tidy(figure.text)).join(' ') };
}
