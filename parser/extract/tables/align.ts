import type { FormBlock, FormRow } from '../../../schema/law/forms/form.ts';
import { comparableLabel } from '../../comparable-label.ts';
import { suffixSimilarity } from '../../similarity.ts';
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
