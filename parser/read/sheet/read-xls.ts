import type { Block } from '../document.ts';
import type { CompoundFile } from '../ole/compound-file.ts';
import { viewOf } from '../ole/view.ts';
import { Unreadable } from '../unreadable.ts';
import { readWorkbook } from './read-workbook.ts';

/** Records of a workbook's stream ([MS-XLS] 2.3): the one that locks it, and the end of what is common to all sheets. */
const filePass = 0x002f;
const endOfFile = 0x000a;

/** A binary workbook, as Excel 97–2003 and WPS write it. */
export function readXls(file: CompoundFile, bytes: Uint8Array): Block[] {
  if (isLocked(file.read('Workbook') ?? file.read('Book') ?? new Uint8Array())) throw new Unreadable('encrypted');
  return readWorkbook(bytes);
}

function isLocked(stream: Uint8Array): boolean {
  const view = viewOf(stream);
  let offset = 0;
  while (offset + 4 <= stream.length) {
    const record = view.getUint16(offset, true);
    if (record === filePass) return true;
    if (record === endOfFile) return false;
    offset += 4 + view.getUint16(offset + 2, true);
  }
  return false;
}
