/**
 * How well `label` matches the end of `text`, from 0 to 1: one minus the edit distance to the best suffix, a share of
 * the label's length. Both are normalised. What stands before the suffix (headings, group labels) costs nothing.
 */
export function suffixSimilarity(label: string, text: string): number {
  if (label === '') return 0;
  if (text.endsWith(label)) return 1;
  const tail = text.slice(-2 * label.length - 2);
  return 1 - freeStartDistance(label, tail) / label.length;
}

/** How well two whole normalised texts agree, from 0 to 1, as a share of the longer one. */
export function similarity(left: string, right: string): number {
  const longer = Math.max(left.length, right.length);
  if (longer === 0) return 0;
  if (left === right) return 1;
  return 1 - editDistance(left, right) / longer;
}

/** Edit distance from `label` to the nearest suffix of `text`: skipping the start of the text is free. */
function freeStartDistance(label: string, text: string): number {
  let previous = Array.from({ length: text.length + 1 }, () => 0);
  for (let i = 1; i <= label.length; i += 1) previous = nextRow({ left: label, right: text, i, previous });
  return Math.min(previous[text.length] ?? label.length, label.length);
}

function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) previous = nextRow({ left, right, i, previous });
  return previous[right.length] ?? left.length;
}

function nextRow({
  left,
  right,
  i,
  previous,
}: {
  left: string;
  right: string;
  i: number;
  previous: number[];
}): number[] {
  const row = [i];
  for (let j = 1; j <= right.length; j += 1) {
    const replaced = (previous[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
    row.push(Math.min(replaced, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
  }
  return row;
}
