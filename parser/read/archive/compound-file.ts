import { CFB } from '@e965/xlsx';

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** What the library, which has no types, makes of a compound file: a path and an entry for each stream and each folder. */
interface Entries {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { readonly name: string; readonly type: number; readonly content?: Uint8Array }[];
}

/** A stream, as an entry's type says it ([MS-CFB] 2.6.1). */
const stream = 2;

/** Streams in the top folder of a compound file, by name: embedded documents have some of the same names in folders below. */
export type Streams = ReadonlyMap<string, Uint8Array>;

/** Reads a compound file, as older office programs write: a small file system in one file. Throws where it is damaged. */
export function readCompoundFile(bytes: Uint8Array): Streams {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { FullPaths, FileIndex }: Entries = CFB.read(buffer, { type: 'buffer' });
  const inTopFolder = (at: number) => FullPaths[at]?.split('/').length === 2;
  const found = FileIndex.filter(({ type }, at) => type === stream && inTopFolder(at));
  return new Map(found.map(({ name, content }) => [name, content ?? new Uint8Array()]));
}
