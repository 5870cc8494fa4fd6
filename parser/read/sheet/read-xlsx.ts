import type { Block } from '../document.ts';
import type { Archive } from '../zip/archive.ts';
import { readWorkbook } from './read-workbook.ts';

/** A workbook in a package. Every part is unpacked within the budget before the library may unpack them again. */
export function readXlsx(archive: Archive, _main: string, bytes: Uint8Array): Block[] {
  for (const name of archive.names) archive.read(name);
  return readWorkbook(bytes);
}
