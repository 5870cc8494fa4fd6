import type { FormBlock, FormRow } from '../../schema/law/forms/form.ts';
import { comparableLabel, normalise } from '../wording/normalise.ts';
import { isSimilar, suffixSimilarity } from '../wording/similarity.ts';
import type { Atom } from './atoms.ts';
import type { Run } from './runs.ts';

/** A row of the form and the columns it is filled in under. */
export interface ExpectedRow {
  readonly row: FormRow;
  readonly block: FormBlock;
  /** Labels, normalised once. */
  readonly labels: readonly string[];
}

/** A printed run taken for a row of the form. `score` is the label's similarity, 1 for a label printed as on the form. */
export interface Match {
  readonly expected: ExpectedRow;
  readonly runIndex: number;
  readonly score: number;
}

/** Below this share of agreement a label is another label. Typos of one or two characters in short labels stay above. */
const leastSimilarity = 0.66;
/** The same for a run whose figures are not as many as the row's columns: it may be another table's. */
const leastSimilarityUnfit = 0.78;
/** What such a run loses against one that fits. */
const countPenalty = 0.25;

export function expectedRows(blocks: readonly FormBlock[]): ExpectedRow[] {
  return blocks.flatMap((block) => block.rows.map((row) => ({ row, block, labels: row.labels.map(comparableLabel) })));
}

/**
 * The assignment of printed runs to rows that agrees best in the form's order (dynamic programming over both
 * sequences, either may skip). The order is a guide: a run left over that prints a missing row's label as on the form
 * is that row, wherever it stands.
 */
export function alignRows(runs: readonly Run[], rows: readonly ExpectedRow[]): Match[] {
  const scores = runs.map((run) => rows.map((expected) => matchScore(run, expected)));
  const matches = bestPath(scores).map(([runIndex, rowIndex]) => toMatch({ runIndex, rowIndex, rows, scores }));
  const outOfOrder = rows.flatMap((expected, rowIndex) => {
    if (matches.some((match) => match.expected === expected)) return [];
    const runIndex = runs.findIndex(
      (_, index) => scores[index]?.[rowIndex] === 1 && !matches.some((match) => match.runIndex === index),
    );
    return runIndex < 0 ? [] : [toMatch({ runIndex, rowIndex, rows, scores })];
  });
  return [...matches, ...outOfOrder];
}

interface MatchPlace {
  readonly runIndex: number;
  readonly rowIndex: number;
  readonly rows: readonly ExpectedRow[];
  readonly scores: readonly (readonly number[])[];
}

function toMatch({ runIndex, rowIndex, rows, scores }: MatchPlace): Match {
  const expected = rows[rowIndex];
  if (expected === undefined) throw new RangeError(`no row ${rowIndex}`);
  return { expected, runIndex, score: scores[runIndex]?.[rowIndex] ?? 0 };
}

/** 0 where the run cannot be the row. A run without figures is a heading, not a row. */
function matchScore(run: Run, { labels, block }: ExpectedRow): number {
  if (run.values.length === 0 || run.text === '') return 0;
  const similarity = Math.max(...labels.map((label) => labelSimilarity(label, run)));
  const fits = run.values.length === block.columns.length;
  if (similarity < (fits ? leastSimilarity : leastSimilarityUnfit)) return 0;
  return fits ? similarity : similarity - countPenalty;
}

/** Several forms have the same labels and are tried on the same runs. */
const similarities = new WeakMap<Run, Map<string, number>>();

function labelSimilarity(label: string, run: Run): number {
  const known = similarities.get(run);
  const found = known?.get(label);
  if (found !== undefined) return found;
  const similarity = suffixSimilarity(label, run.text);
  if (known === undefined) similarities.set(run, new Map([[label, similarity]]));
  else known.set(label, similarity);
  return similarity;
}

/** Pairs of indexes with the greatest sum of scores, both indexes rising. */
function bestPath(scores: readonly (readonly number[])[]): [number, number][] {
  const width = scores[0]?.length ?? 0;
  const best = Array.from({ length: scores.length + 1 }, () => new Float64Array(width + 1));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  for (let i = scores.length - 1; i >= 0; i -= 1) {
    for (let j = width - 1; j >= 0; j -= 1) {
      const score = scores[i]?.[j] ?? 0;
      const taken = score > 0 ? score + at(i + 1, j + 1) : 0;
      (best[i] as Float64Array)[j] = Math.max(taken, at(i + 1, j), at(i, j + 1));
    }
  }
  return walk(scores, at);
}

function walk(scores: readonly (readonly number[])[], at: (i: number, j: number) => number): [number, number][] {
  const path: [number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < scores.length && j < (scores[i]?.length ?? 0)) {
    const score = scores[i]?.[j] ?? 0;
    if (score > 0 && at(i, j) === score + at(i + 1, j + 1)) path.push([i++, j++]);
    else if (at(i, j) === at(i + 1, j)) i += 1;
    else j += 1;
  }
  return path;
}

/** A printed row recognised: its figures, and the label they belong to. */
export interface PrintedRow {
  readonly expected: ExpectedRow;
  readonly label: Atom;
  readonly values: readonly Atom[];
  readonly run: Run;
}

/** The rows that print figures, with all that is printed in their figures' places. */
export function printedRows(matches: readonly Match[], runs: readonly Run[]): PrintedRow[] {
  return matches.map((match) => printedRow(match, runs, matches));
}

function printedRow({ expected, runIndex }: Match, runs: readonly Run[], matches: readonly Match[]): PrintedRow {
  const run = runs[runIndex] as Run; // an index of this list
  const width = expected.block.columns.length;
  const label = run.labels.at(-1) as Atom; // a run without labels matches nothing
  const taken = new Set(matches.map((match) => match.runIndex));
  const values = joinedValues(run, runs, { runIndex, width, taken }) ?? labelsAsValues(run, expected) ?? run.values;
  return { expected, label, values, run };
}

/** The number of a row or of a group of rows, which its label begins with: 1.信访举报, (三). */
const ownNumber = /^\s*(?:[（(][一二三四五六七]|\d{1,2}[.．、])/u;

/** A word among a row's figures parts its run in two: together they fill the row, the word in a figure's place. */
function joinedValues(
  run: Run,
  runs: readonly Run[],
  { runIndex, width, taken }: { runIndex: number; width: number; taken: ReadonlySet<number> },
): readonly Atom[] | null {
  const next = runs[runIndex + 1];
  if (next === undefined || taken.has(runIndex + 1) || run.values.length >= width) return null;
  if (next.labels.some(({ text }) => ownNumber.test(text))) return null;
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
 * Rows whose label is printed without any figure after it: their cells were not seen, so nothing is said of them but that
 * they are unread. A word that stands in the figures' place is kept with them.
 */
export function unreadRows(
  rows: readonly ExpectedRow[],
  runs: readonly Run[],
  { matches, known }: { matches: readonly Match[]; known: readonly string[] },
): PrintedRow[] {
  return [...rows.entries()].flatMap(([index, expected]) => {
    if (matches.some((match) => match.expected === expected)) return [];
    return findLabel(expected, runsBetween(rows, index, { runs, matches }), known) ?? [];
  });
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

/** The row's label, printed as on the form, and what follows it, unless that is another label of the form. */
function findLabel(expected: ExpectedRow, runs: readonly Run[], known: readonly string[]): PrintedRow | null {
  for (const run of runs) {
    const { texts } = run;
    for (const [index, label] of run.labels.entries()) {
      const end = endOfLabel(expected, texts, index);
      if (end === null) continue;
      const next = run.labels[end];
      const isAlone = next === undefined || isKnown(texts[end] ?? '', known);
      return { expected, label, values: isAlone ? [] : [next], run };
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
  return known.some((label) => label.includes(text) || isSimilar(label, text, 0.6));
}
