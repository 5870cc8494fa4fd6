import { set_cptable } from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs';
import type { Block } from '../document.ts';
import type { CompoundFile } from '../ole/compound-file.ts';
import { readXls } from './read-xls.ts';

/** A binary workbook of Excel 5 and 95, whose text is in the code page of its country. */
export function readOldXls(file: CompoundFile, bytes: Uint8Array): Block[] {
  set_cptable(codePages);
  return readXls(file, bytes);
}
