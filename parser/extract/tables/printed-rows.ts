import { normalise } from '../../normalise.ts';
import { suffixSimilarity } from '../../similarity.ts';
import type { ExpectedRow, Match } from './align.ts';
import type { Atom } from './atoms.ts';
import type { Run } from './runs.ts';

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
