/** Alternation of words or expressions as regular expression source, longest first, so that a word never hides a longer one. */
export function anyOf(words: readonly string[]): string {
  return `(?:${words.toSorted((a, b) => b.length - a.length).join('|')})`;
}

/** Words taken literally, as source for `anyOf`. */
export function literal(words: readonly string[]): string[] {
  return words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}
