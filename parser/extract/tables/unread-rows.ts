import { isSimilar } from '../../similarity.ts';
import type { ExpectedRow, Match } from './align.ts';
import type { PrintedRow } from './printed-rows.ts';
import type { Run } from './runs.ts';

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
