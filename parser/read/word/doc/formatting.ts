import { viewOf } from '../../archive/compound-file.ts';
import { readPlc } from './text.ts';

/** A property modifier: which property, and its operand. */
export interface Sprm {
  readonly code: number;
  readonly operand: DataView;
}

/** Properties that this reader asks for ([MS-DOC] 2.6). */
export const sprm = {
  deleted: 0x0800,
  hidden: 0x083c,
  struckOut: 0x0837,
  struckOutTwice: 0x2a53,
  position: 0x2a48,
  paletteColour: 0x2a42,
  colour: 0x6870,
  characterStyle: 0x4a30,
  inTable: 0x2416,
  rowEnd: 0x2417,
  listLevel: 0x260a,
  list: 0x460b,
  depth: 0x6649,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  elsewhere: 0x6646,
  tableDefinition: 0xd608,
  cellsMergedAcross: 0x5624,
  cellMergedDown: 0xd62b,
} as const;

/** Bytes of the operand by the three highest bits of the code; 6 says them itself. */
const operandLengths = [1, 1, 2, 4, 2, 2, 0, 3];
const variable = 6;

/** The modifiers of a property list in order; a list cut short ends where it is cut. */
export function readSprms(bytes: Uint8Array): Sprm[] {
  const view = viewOf(bytes);
  const found: Sprm[] = [];
  let offset = 0;
  while (offset + 3 <= bytes.length) {
    const code = view.getUint16(offset, true);
    const { start, length } = operandOf(view, offset + 2, code);
    found.push({ code, operand: viewOf(bytes.subarray(start, start + length)) });
    offset = start + length;
  }
  return found;
}

function operandOf(view: DataView, offset: number, code: number): { start: number; length: number } {
  const kind = code >> 13;
  if (kind !== variable) return { start: offset, length: operandLengths[kind] ?? 1 };
  if (code !== sprm.tableDefinition) return { start: offset + 1, length: view.getUint8(offset) };
  // The one operand whose length is two bytes, and counts one of them.
  return { start: offset + 2, length: Math.max(0, view.getUint16(offset, true) - 1) };
}

/** The operand of the last modifier of a property, which is the one that counts. */
export function lastOf(sprms: readonly Sprm[], code: number): DataView | undefined {
  return sprms.findLast((candidate) => candidate.code === code && candidate.operand.byteLength > 0)?.operand;
}

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

/** Properties of the text between two places of the stream. */
export interface FormattedRun {
  readonly start: number;
  readonly end: number;
  /** For a paragraph the number of its style; 0 for characters. */
  readonly style: number;
  readonly properties: Uint8Array;
}

const pageLength = 512;
/** The lower 22 bits of an entry number its page. */
const pageMask = 0x3fffff;
const paragraphEntry = 13;
const characterEntry = 1;

/** Paragraph properties, in the order of the stream ([MS-DOC] 2.8.6 and 2.9.174). */
export function paragraphRuns(stream: Uint8Array, table: Uint8Array): FormattedRun[] {
  return pagesOf(stream, table).flatMap((page) =>
    runsOf(page, paragraphEntry, (offset) => {
      const short = page[offset] ?? 0;
      const start = short === 0 ? offset + 2 : offset + 1;
      const length = short === 0 ? 2 * (page[offset + 1] ?? 0) : 2 * short - 1;
      const bytes = page.subarray(start, start + length);
      return { style: (bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8), properties: bytes.subarray(2) };
    }),
  );
}

/** Character properties, in the order of the stream ([MS-DOC] 2.8.5 and 2.9.33). */
export function characterRuns(stream: Uint8Array, table: Uint8Array): FormattedRun[] {
  return pagesOf(stream, table).flatMap((page) =>
    runsOf(page, characterEntry, (offset) => {
      const length = page[offset] ?? 0;
      return { style: 0, properties: page.subarray(offset + 1, offset + 1 + length) };
    }),
  );
}

function pagesOf(stream: Uint8Array, table: Uint8Array): Uint8Array[] {
  return readPlc(table, 4).map(({ data }) => {
    const start = (data.getUint32(0, true) & pageMask) * pageLength;
    return stream.subarray(start, start + pageLength);
  });
}

type Described = Pick<FormattedRun, 'style' | 'properties'>;

/** A page: places, then for each stretch where in the page its properties stand (0: none), and in its last byte how many. */
function runsOf(page: Uint8Array, entryLength: number, describe: (offset: number) => Described): FormattedRun[] {
  const view = viewOf(page);
  const count = page[pageLength - 1] ?? 0;
  if (page.length < pageLength || (count + 1) * 4 + count * entryLength >= pageLength) return [];
  return Array.from({ length: count }, (_, index) => {
    const offset = 2 * (page[(count + 1) * 4 + index * entryLength] ?? 0);
    const described = offset === 0 ? { style: 0, properties: page.subarray(0, 0) } : describe(offset);
    return { start: view.getUint32(index * 4, true), end: view.getUint32((index + 1) * 4, true), ...described };
  });
}

/** The run that covers a place; runs of different pages come in no order of places. */
export class RunIndex {
  readonly #runs: readonly FormattedRun[];

  constructor(runs: readonly FormattedRun[]) {
    this.#runs = [...runs].sort((left, right) => left.start - right.start);
  }

  at(place: number): FormattedRun | null {
    let low = 0;
    let high = this.#runs.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const run = this.#runs[middle];
      if (run === undefined) return null;
      if (place < run.start) high = middle - 1;
      else if (place >= run.end) low = middle + 1;
      else return run;
    }
    return null;
  }
}
