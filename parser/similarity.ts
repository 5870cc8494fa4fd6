/**
 * How well `label` matches the end of `text`, from 0 to 1: one minus the edit distance to the best suffix, a share of
 * the label's length. Both are normalised. What stands before the suffix (headings, group labels) costs nothing.
 */
export function suffixSimilarity(label: string, text: string): number {
  if (label === '') return 0;
  if (text.endsWith(label)) return 1;
  const tail = text.slice(-2 * label.length - 2);
  if (sharedCharacters(label, tail) * 2 < label.length) return 0;
  return 1 - freeStartDistance(label, tail) / label.length;
}

/** An upper bound of the similarity that costs little: a character that is not there cannot match. Below a half it is no match. */
function sharedCharacters(label: string, text: string): number {
  let shared = 0;
  for (const character of label) if (text.includes(character)) shared += 1;
  return shared;
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
  return Math.min(distance(label, text, new Uint16Array(text.length + 1)), label.length);
}

function editDistance(left: string, right: string): number {
  return distance(
    left,
    right,
    Uint16Array.from({ length: right.length + 1 }, (_, index) => index),
  );
}

/** One row of the usual table at a time, in place; `row` is its first. */
function distance(left: string, right: string, row: Uint16Array): number {
  for (let i = 0; i < left.length; i += 1) {
    let diagonal = row[0] ?? 0;
    row[0] = i + 1;
    for (let j = 0; j < right.length; j += 1) {
      const above = row[j + 1] ?? 0;
      const replaced = diagonal + (left.charCodeAt(i) === right.charCodeAt(j) ? 0 : 1);
      row[j + 1] = Math.min(replaced, above + 1, (row[j] ?? 0) + 1);
      diagonal = above;
    }
  }
  return row[right.length] ?? left.length;
}
