/**
 * How well `label` matches the end of `text`, from 0 to 1: one minus the edit distance to the best suffix, a share of
 * the label's length. Both are normalised. What stands before the suffix (headings, group labels) costs nothing.
 */
export function suffixSimilarity(label: string, text: string): number {
  if (label === '') return 0;
  if (text.endsWith(label)) return 1;
  const tail = text.slice(-2 * label.length - 2);
  if (!mayMatch(label, tail)) return 0;
  return 1 - freeStartDistance(label, tail) / label.length;
}

/** A look that costs little: a character that is not there cannot match, and below a half it is no match. */
function mayMatch(label: string, text: string): boolean {
  let missing = 0;
  for (let index = 0; index < label.length; index += 1) {
    if (!text.includes(label.charAt(index))) missing += 1;
    if (missing * 2 > label.length) return false;
  }
  return true;
}

/** Whether two whole normalised texts agree in so great a share. */
export function isSimilar(left: string, right: string, least: number): boolean {
  return similarity(left, right, least) >= least;
}

/**
 * How well two whole normalised texts agree, from 0 to 1, as a share of the longer one. 0 too where their lengths alone
 * tell that it is less than `least`, which is all that its caller asks.
 */
export function similarity(left: string, right: string, least = 0): number {
  const longer = Math.max(left.length, right.length);
  if (longer === 0) return 0;
  if (left === right) return 1;
  if (1 - Math.abs(left.length - right.length) / longer < least) return 0;
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
