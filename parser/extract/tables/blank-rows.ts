import { isSimilar } from '../../similarity.ts';
import type { ExpectedRow, Match } from './align.ts';
import type { PrintedRow } from './printed-rows.ts';
import type { Run } from './runs.ts';

/**
 * Rows whose label is printed without any figure: everything in them is blank. A label that nothing follows is where a
 * truncated document stops, so the row counts as printed only if a later row of the table is, or more of the document.
 */
export function blankRows(
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
    const { texts } = run;
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
  return known.some((label) => label.includes(text) || isSimilar(label, text, 0.6));
}
