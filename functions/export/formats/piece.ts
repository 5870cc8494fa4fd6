/** A part of a file: text in UTF-8, or bytes. */
export type Piece = string | Uint8Array;

/** A file, piece by piece, in memory that does not grow with it. */
export type Pieces = AsyncGenerator<Piece>;

/** The bytes of pieces. */
export async function* bytesOf(pieces: AsyncIterable<Piece>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield typeof piece === 'string' ? Buffer.from(piece) : piece;
}

/** The same of a file that is all text. */
export type Texts = AsyncGenerator<string>;

/** Lines of a table, some at a time. */
export type Lines<Line> = AsyncIterable<readonly Line[]>;
