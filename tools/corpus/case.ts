import { expectedOf } from './expected.ts';
import type { Original } from './originals.ts';

/** A case of the corpus: its file, what must come out of it, and where it is from. */
export interface ConvertedCase {
  readonly name: string;
  readonly source: string;
  readonly origin: string;
  readonly content: () => string | Uint8Array;
  readonly expected: () => object;
}

/** One original in one format. */
export function caseOf(
  original: Original,
  [name, extension]: readonly [string, string],
  how: string,
  content: () => string | Uint8Array,
): ConvertedCase {
  const expected = () => expectedOf(original);
  return { name, source: `source.${extension}`, origin: `A report with invented figures, ${how}.`, content, expected };
}
