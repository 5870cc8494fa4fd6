import { viewOf } from '../ole/view.ts';
import { readSprms, type Sprm } from './sprms.ts';

/** A style of paragraphs or characters, as far as text depends on it. */
export interface DocStyle {
  /** Whether it is one of the styles of a table of contents. */
  readonly isContents: boolean;
  /** The style it is based on; null for none. */
  readonly base: number | null;
  /** What it says of paragraphs; none in a style of characters. */
  readonly paragraph: readonly Sprm[];
  readonly characters: readonly Sprm[];
}

/** Styles based on each other deeper than this, or in a circle, are damage. */
const longestChain = 20;

const styleMask = 0xfff;
const kindMask = 0xf;
const paragraphKind = 1;
const characterKind = 2;
/** Built-in numbers of the styles of a table of contents, first and last ([MS-DOC] 2.9.271). */
const contents = { first: 19, last: 27 };

/** The style sheet ([MS-DOC] 2.9.272), a style by its number; null where a number has none. */
export function readDocStyles(bytes: Uint8Array): (DocStyle | null)[] {
  if (bytes.length < 6) return [];
  const view = viewOf(bytes);
  const headLength = view.getUint16(0, true);
  const count = view.getUint16(2, true);
  const baseLength = view.getUint16(4, true);
  const styles: (DocStyle | null)[] = [];
  let offset = 2 + headLength;
  while (styles.length < count && offset + 2 <= bytes.length) {
    const length = view.getUint16(offset, true);
    const style = bytes.subarray(offset + 2, offset + 2 + length);
    styles.push(style.length < baseLength + 2 ? null : readStyle(style, baseLength));
    offset += 2 + length + (length % 2);
  }
  return styles;
}

function readStyle(style: Uint8Array, baseLength: number): DocStyle | null {
  const view = viewOf(style);
  const kind = view.getUint16(2, true);
  const isParagraph = (kind & kindMask) === paragraphKind;
  if (!isParagraph && (kind & kindMask) !== characterKind) return null;
  const builtIn = view.getUint16(0, true) & styleMask;
  const base = kind >> 4;
  const nameLength = view.getUint16(baseLength, true);
  const lists = propertyLists(style, baseLength + 2 + nameLength * 2 + 2);
  const [paragraph, characters] = isParagraph ? lists : [undefined, lists[0]];
  return {
    isContents: builtIn >= contents.first && builtIn <= contents.last,
    base: base === styleMask ? null : base,
    // Before the properties of paragraphs stands the style's own number.
    paragraph: readSprms(paragraph?.subarray(2) ?? new Uint8Array()),
    characters: readSprms(characters ?? new Uint8Array()),
  };
}

/** The property lists of a style: each after its length, and from an even place on. */
function propertyLists(style: Uint8Array, start: number): Uint8Array[] {
  const view = viewOf(style);
  const lists: Uint8Array[] = [];
  let offset = start + (start % 2);
  while (offset + 2 <= style.length) {
    const length = view.getUint16(offset, true);
    lists.push(style.subarray(offset + 2, offset + 2 + length));
    offset += 2 + length + (length % 2);
  }
  return lists;
}

/** A style and those it is based on, nearest first. */
export function styleChain(styles: readonly (DocStyle | null)[], style: number): DocStyle[] {
  const chain: DocStyle[] = [];
  let next = styles[style] ?? null;
  while (next !== null && chain.length < longestChain) {
    chain.push(next);
    next = next.base === null ? null : (styles[next.base] ?? null);
  }
  return chain;
}
