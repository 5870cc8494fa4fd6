import './buffer.ts';
import type { Block } from '../../../parser/read/document.ts';
import { readDocuments } from '../../../parser/read/format.ts';

/** What is answered to the bytes of a file: the blocks of each document in it, or null where it cannot be read. */
export type Read = readonly (readonly Block[])[] | null;

self.onmessage = async ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => {
  const results = await readDocuments(data).catch(() => []);
  const read = results.flatMap(({ document }) => (document === null ? [] : [document.blocks]));
  self.postMessage(read.length === 0 ? null : (read satisfies Read));
};
