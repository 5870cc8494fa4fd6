import { viewOf } from '../ole/view.ts';
import { Unreadable } from '../unreadable.ts';
import { readPlc } from './plc.ts';

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
