import { viewOf } from '../../archive/compound-file.ts';
import { Unreadable } from '../../reader.ts';

/** Places in the file information block that the document's tables are found by ([MS-DOC] 2.5, offsets from its start). */
const tableAt = {
  styles: 0xa2,
  characterRuns: 0xfa,
  paragraphRuns: 0x102,
  pieces: 0x1a2,
  anchors: 0x1da,
  textBoxes: 0x25a,
  lists: 0x2e2,
  listOverrides: 0x2ea,
};
const editionAt = 0x02;
/** Word 97; what is older lays its tables out otherwise. */
const firstEdition = 0xc1;
const flagsAt = 0x0a;
const encryptedFlag = 0x0100;
const secondTableFlag = 0x0200;
const countsAt = 0x4c;
/** The parts of a document's text in order: main, footnotes, headers, macros, comments, endnotes, text boxes. */
const partsBeforeTextBoxes = 6;

export type TableName = keyof typeof tableAt;

/** What the head of a Word document says of the rest. */
export interface Fib {
  readonly tableStream: '0Table' | '1Table';
  /** Where a table begins in the table stream and how many bytes it has; none has 0. */
  readonly tables: Readonly<Record<TableName, { readonly offset: number; readonly length: number }>>;
  /** Characters of the main text, which comes first. */
  readonly mainLength: number;
  /** Where the text of text boxes begins, in characters. */
  readonly textBoxStart: number;
}

export function readFib(stream: Uint8Array): Fib {
  const view = viewOf(stream);
  if (view.getUint16(editionAt, true) < firstEdition) throw new Unreadable('unsupported-format');
  const flags = view.getUint16(flagsAt, true);
  if ((flags & encryptedFlag) !== 0) throw new Unreadable('encrypted');
  const tables = Object.fromEntries(
    Object.entries(tableAt).map(([name, offset]) => [
      name,
      { offset: view.getUint32(offset, true), length: view.getUint32(offset + 4, true) },
    ]),
  ) as Fib['tables']; // the entries are those of tableAt, which names every table
  const counts = Array.from({ length: partsBeforeTextBoxes }, (_, index) => view.getInt32(countsAt + index * 4, true));
  return {
    tableStream: (flags & secondTableFlag) === 0 ? '0Table' : '1Table',
    tables,
    mainLength: counts[0] ?? 0,
    textBoxStart: counts.reduce((sum, count) => sum + count, 0),
  };
}

/** One stretch of a PLC: from `start` to before `end`, with the bytes that describe it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly data: DataView;
}

/** Reads a PLC ([MS-DOC] 2.2.2): positions, one more than there are stretches, then what is said of each stretch. */
export function readPlc(bytes: Uint8Array, dataLength: number): Stretch[] {
  const view = viewOf(bytes);
  const count = Math.floor((bytes.length - 4) / (4 + dataLength));
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const data = (count + 1) * 4 + index * dataLength;
    return {
      start: view.getUint32(index * 4, true),
      end: view.getUint32((index + 1) * 4, true),
      data: viewOf(bytes.subarray(data, data + dataLength)),
    };
  });
}

/** A stretch of text as the stream stores it. */
export interface Piece {
  /** First character, and the one after the last. */
  readonly start: number;
  readonly end: number;
  /** Where the first one stands in the stream, and how many bytes each has. */
  readonly offset: number;
  readonly width: 1 | 2;
}

export interface DocText {
  readonly characters: string;
  readonly pieces: readonly Piece[];
}

const propertyListMark = 1;
const pieceTableMark = 2;
const compressedFlag = 0x40000000;
const pieceLength = 8;

/** The whole text by the piece table ([MS-DOC] 2.8.35, 2.9.38): what was edited last need not stand last in the stream. */
export function readDocText(stream: Uint8Array, clx: Uint8Array): DocText {
  const stretches = readPlc(pieceTable(clx), pieceLength);
  // Each stretch stands somewhere of its own, so there are no more characters than bytes; else it would print for ever.
  if ((stretches.at(-1)?.end ?? 0) > stream.length) throw new Unreadable('damaged');
  const pieces = stretches.map(({ start, end, data }): Piece => {
    const fc = data.getUint32(2, true);
    const isCompressed = (fc & compressedFlag) !== 0;
    const offset = fc & ~compressedFlag;
    return { start, end, offset: isCompressed ? offset >>> 1 : offset, width: isCompressed ? 1 : 2 };
  });
  return { characters: pieces.map((piece) => decodePiece(stream, piece)).join(''), pieces };
}

function pieceTable(clx: Uint8Array): Uint8Array {
  const view = viewOf(clx);
  let offset = 0;
  while (view.getUint8(offset) === propertyListMark) offset += 3 + view.getUint16(offset + 1, true);
  if (view.getUint8(offset) !== pieceTableMark) throw new Unreadable('damaged');
  return clx.subarray(offset + 5, offset + 5 + view.getUint32(offset + 1, true));
}

function decodePiece(stream: Uint8Array, { start, end, offset, width }: Piece): string {
  const length = (end - start) * width;
  if (end < start || offset + length > stream.length) throw new Unreadable('damaged');
  const encoding = width === 1 ? 'windows-1252' : 'utf-16le';
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(stream.subarray(offset, offset + length));
  // A lone surrogate decodes to one unit as well, so characters and positions stay together.
  if (text.length !== end - start) throw new Unreadable('damaged');
  return text;
}

/** Where a character stands in the stream; -1 where no piece holds it. */
export function offsetOf(pieces: readonly Piece[], position: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece === undefined) return -1;
    if (position < piece.start) high = middle - 1;
    else if (position >= piece.end) low = middle + 1;
    else return piece.offset + (position - piece.start) * piece.width;
  }
  return -1;
}

/** Where the text of a text box begins and ends, in characters. */
interface TextBox {
  readonly start: number;
  readonly end: number;
}

/** Text boxes by the character of the main text that they hang on. */
export type TextBoxes = ReadonlyMap<number, TextBox>;

const anchorLength = 26;
const textBoxLength = 22;
const shapeAt = 14;

/** Text boxes by their shapes ([MS-DOC] 2.8.37 PlcfSpa and 2.8.32 PlcftxbxTxt); `start` is where their text begins. */
export function readTextBoxes(anchors: Uint8Array, boxes: Uint8Array, start: number): TextBoxes {
  const anchored = new Map(
    readPlc(anchors, anchorLength).map((anchor) => [anchor.data.getInt32(0, true), anchor.start]),
  );
  return new Map(
    readPlc(boxes, textBoxLength).flatMap((box) => {
      const anchor = anchored.get(box.data.getInt32(shapeAt, true));
      // Only the main text has anchors, so that no box can hang in itself.
      if (anchor === undefined || anchor >= start) return [];
      return [[anchor, { start: start + box.start, end: start + box.end }] as const];
    }),
  );
}
