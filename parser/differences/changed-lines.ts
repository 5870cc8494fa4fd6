/** Lines of a text that the other does not have, in order. */
export interface ChangedLines {
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** Comparing costs the product of both lengths; beyond this everything between the common ends counts as changed. */
const mostComparisons = 4_000_000;

/** What a longest common subsequence of lines leaves over on either side. */
export function changedLines(before: readonly string[], after: readonly string[]): ChangedLines {
  const start = commonStart(before, after);
  const end = commonStart(before.slice(start).toReversed(), after.slice(start).toReversed());
  const [old, fresh] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  if (old.length * fresh.length > mostComparisons) return { removed: old, added: fresh };
  return leftOver(old, fresh);
}

function commonStart(left: readonly string[], right: readonly string[]): number {
  const most = Math.min(left.length, right.length);
  let length = 0;
  while (length < most && left[length] === right[length]) length += 1;
  return length;
}

function leftOver(old: readonly string[], fresh: readonly string[]): ChangedLines {
  const lengths = commonLengths(old, fresh);
  const [removed, added]: [string[], string[]] = [[], []];
  let [i, j] = [0, 0];
  for (;;) {
    const [line, other] = [old[i], fresh[j]];
    if (line === undefined && other === undefined) return { removed, added };
    if (line !== undefined && line === other) {
      i += 1;
      j += 1;
    } else if (
      other === undefined ||
      (line !== undefined && lengthAt(lengths, i + 1, j) >= lengthAt(lengths, i, j + 1))
    ) {
      if (line !== undefined) removed.push(line);
      i += 1;
    } else {
      added.push(other);
      j += 1;
    }
  }
}

/** At `[i][j]`: how many lines the rest of both from there have in common. */
function commonLengths(old: readonly string[], fresh: readonly string[]): Uint32Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint32Array(fresh.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const row = lengths[i];
    if (row === undefined) continue;
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      const skipped = Math.max(lengthAt(lengths, i + 1, j), row[j + 1] ?? 0);
      row[j] = old[i] === fresh[j] ? lengthAt(lengths, i + 1, j + 1) + 1 : skipped;
    }
  }
  return lengths;
}

function lengthAt(lengths: readonly Uint32Array[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}
