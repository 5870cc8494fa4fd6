import type { FormTable } from '../../../schema/forms/form.ts';
import type { TableRow } from '../../../schema/report.ts';
import { normalise } from '../../normalise.ts';
import { similarity, suffixSimilarity } from '../../similarity.ts';
import { alignRows, type ExpectedRow, expectedRows, type Match } from './align.ts';
import type { Atom } from './atoms.ts';
import { rowCells } from './cells.ts';
import { knownLabels } from './known-labels.ts';
import { type Stretch, stretchOf, type TableReading } from './reading.ts';
import type { Run } from './runs.ts';
import { headerUnits } from './units.ts';

/** A printed row recognised: its figures, and the label they belong to. */
interface PrintedRow {
  readonly expected: ExpectedRow;
  readonly label: Atom;
  readonly values: readonly Atom[];
  readonly run: Run;
}

/** Reads a table whose rows are printed one below another, by its labels alone; null where no row of it is printed. */
export function readDown(table: FormTable, tableNumber: number, runs: readonly Run[]): TableReading | null {
  const rows = expectedRows(table.blocks);
  const matches = alignRows(runs, rows);
  if (matches.length === 0) return null;
  const blanks = blankRows(rows, runs, { matches, known: knownLabels(table) });
  const printed = [...matches.map((match) => printedRow(match, runs, matches)), ...blanks];
  const units = headerUnits(table, runs);
  const cells: Record<string, TableRow> = {};
  const stretches: Stretch[] = [];
  for (const [index, expected] of rows.entries()) {
    const found = printed.find((row) => row.expected === expected);
    if (found === undefined) continue;
    const { columns } = expected.block;
    const place = { table: tableNumber, row: index + 1 };
    cells[expected.row.key] = rowCells({ ...found, columns, place, headerUnits: units });
    stretches.push(
      ...stretchOf(
        columns.map((column) => `${expected.row.key}.${column.key}`),
        found.values,
      ),
    );
  }
  return { rows: cells, stretches, score: score(matches, runs) + blanks.length / 2, runs: spannedRuns(matches, runs) };
}

/** Rows with as many figures as columns count whole; a row in doubt counts half. */
function score(matches: readonly Match[], runs: readonly Run[]): number {
  return matches.reduce((sum, match) => {
    const fits = runs[match.runIndex]?.values.length === match.expected.block.columns.length;
    return sum + (fits ? match.score : match.score / 2);
  }, 0);
}

function spannedRuns(matches: readonly Match[], runs: readonly Run[]): Run[] {
  const indexes = matches.map((match) => match.runIndex);
  return runs.slice(Math.min(...indexes), Math.max(...indexes) + 1);
}

function printedRow({ expected, runIndex }: Match, runs: readonly Run[], matches: readonly Match[]): PrintedRow {
  const run = runs[runIndex] as Run; // an index of this list
  const width = expected.block.columns.length;
  const label = run.labels.at(-1) as Atom; // a run without labels matches nothing
  const taken = new Set(matches.map((match) => match.runIndex));
  const values = joinedValues(run, runs, { runIndex, width, taken }) ?? labelsAsValues(run, expected) ?? run.values;
  return { expected, label, values, run };
}

/** A word among a row's figures parts its run in two: together they fill the row, the word in a figure's place. */
function joinedValues(
  run: Run,
  runs: readonly Run[],
  { runIndex, width, taken }: { runIndex: number; width: number; taken: ReadonlySet<number> },
): readonly Atom[] | null {
  const next = runs[runIndex + 1];
  if (next === undefined || taken.has(runIndex + 1) || run.values.length >= width) return null;
  const together = [...run.values, ...next.labels, ...next.values];
  return together.length === width ? together : null;
}

/** Words in the first places of a grid's row read as labels; they are the figures' places if the label stands without them. */
function labelsAsValues(run: Run, expected: ExpectedRow): readonly Atom[] | null {
  const lacking = expected.block.columns.length - run.values.length;
  const words = run.labels.slice(-lacking);
  if (lacking <= 0 || run.labels.length <= lacking || words.some((word) => word.grid === null)) return null;
  const rest = normalise(
    run.labels
      .slice(0, -lacking)
      .map((atom) => atom.text)
      .join(''),
  );
  const matches = expected.labels.some((label) => suffixSimilarity(label, rest) === 1);
  return matches ? [...words, ...run.values] : null;
}

/**
 * Rows whose label is printed without any figure: everything in them is blank. A label that nothing follows is where a
 * truncated document stops, so the row counts as printed only if a later row of the table is, or more of the document.
 */
function blankRows(
  rows: readonly ExpectedRow[],
  runs: readonly Run[],
  { matches, known }: { matches: readonly Match[]; known: readonly string[] },
): PrintedRow[] {
  const lastLabel = runs.at(-1)?.labels.at(-1);
  const found: PrintedRow[] = [];
  for (const [index, expected] of [...rows.entries()].reverse()) {
    if (matches.some((match) => match.expected === expected)) continue;
    const isPrinted = (other: ExpectedRow) => [...matches, ...found].some((row) => row.expected === other);
    const label = findLabel(expected, runsBetween(rows, index, { runs, matches }), known);
    const goesOn = rows.slice(index + 1).some(isPrinted) || (index === rows.length - 1 && label?.label !== lastLabel);
    if (label !== null && goesOn) found.push(label);
  }
  return found;
}

/** The runs after the nearest matched row above and up to the nearest matched row below. */
function runsBetween(
  rows: readonly ExpectedRow[],
  index: number,
  { runs, matches }: { runs: readonly Run[]; matches: readonly Match[] },
): readonly Run[] {
  const indexes = (side: (row: number) => boolean) =>
    matches.filter((match) => side(rows.indexOf(match.expected))).map((match) => match.runIndex);
  const first = Math.max(-1, ...indexes((row) => row < index)) + 1;
  const last = Math.min(runs.length - 1, ...indexes((row) => row > index));
  return runs.slice(first, last + 1);
}

/** How many pieces a label broken over lines may come in. */
const mostPieces = 8;

/** The row's label, printed as on the form. What follows it is the row's blank only if it is another label of the form. */
function findLabel(expected: ExpectedRow, runs: readonly Run[], known: readonly string[]): PrintedRow | null {
  for (const run of runs) {
    const texts = run.labels.map((atom) => normalise(atom.text));
    for (const [index, label] of run.labels.entries()) {
      const end = endOfLabel(expected, texts, index);
      if (end === null) continue;
      const next = run.labels[end];
      const isBlank = next === undefined || isKnown(texts[end] ?? '', known);
      return { expected, label, values: isBlank ? [] : [next], run };
    }
  }
  return null;
}

/** Index after the last piece of the label that begins at `start`; null where the label does not begin there. */
function endOfLabel(expected: ExpectedRow, texts: readonly string[], start: number): number | null {
  for (let end = start + 1; end <= Math.min(texts.length, start + mostPieces); end += 1) {
    if (expected.labels.includes(texts.slice(start, end).join(''))) return end;
  }
  return null;
}

/** A piece of a label counts too: labels are broken over lines. */
function isKnown(text: string, known: readonly string[]): boolean {
  return known.some((label) => label.includes(text) || similarity(label, text) >= 0.6);
}
