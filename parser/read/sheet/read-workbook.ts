import { read, set_cptable, type WorkBook } from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { type CompoundFile, viewOf } from '../archive/compound-file.ts';
import type { Archive } from '../archive/zip-archive.ts';
import type { Block } from '../document.ts';
import { Flow } from '../flow.ts';
import { orDamaged, Unreadable } from '../reader.ts';
import { addSheet, hiddenColumns, readSheet, type SheetLook } from './sheet.ts';
import { odsLooks, xlsLooks, xlsxLooks } from './sheet-look.ts';

/** Names that programs give sheets, which say nothing. */
const defaultName = /^(?:sheet|工作表|表)\s*\d*$/i;

/** What a sheet shows otherwise than its values say, by its name and its place among the sheets. */
type LookOf = (name: string, index: number) => SheetLook | undefined;

/** A workbook of any edition: each sheet that is shown, by its name, its lines and its tables. */
export function readWorkbook(bytes: Uint8Array, lookOf: LookOf): Block[] {
  const workbook = withoutReports(() =>
    read(bytes, {
      type: 'array',
      dense: true,
      sheetStubs: true,
      cellStyles: true,
      cellFormula: true,
      cellHTML: false,
      // A date whose format follows the reader's country prints as it does in China.
      dateNF: 'yyyy/m/d',
    }),
  );
  const flow = new Flow();
  for (const name of shownSheets(workbook)) {
    const sheet = workbook.Sheets[name];
    if (sheet === undefined) continue;
    if (!defaultName.test(name)) flow.addText(name);
    addSheet(flow, readSheet(sheet, lookOf(name, workbook.SheetNames.indexOf(name))), hiddenColumns(sheet));
  }
  return flow.finish();
}

/** The library reports what it does not know of a damaged file on the console, where it tells nobody anything. */
function withoutReports<T>(work: () => T): T {
  const { error } = console;
  console.error = () => undefined;
  try {
    return orDamaged(work);
  } finally {
    console.error = error;
  }
}

function shownSheets({ SheetNames, Workbook }: WorkBook): string[] {
  return SheetNames.filter((_, index) => !Workbook?.Sheets?.[index]?.Hidden);
}

/** Records of a workbook's stream ([MS-XLS] 2.3): the one that locks it, and the end of what is common to all sheets. */
const filePass = 0x002f;
const endOfFile = 0x000a;

/** A binary workbook, as Excel 97–2003 and WPS write it. */
export function readXls(file: CompoundFile, bytes: Uint8Array): Block[] {
  const stream = file.read('Workbook') ?? file.read('Book') ?? new Uint8Array();
  if (isLocked(stream)) throw new Unreadable('encrypted');
  const looks = xlsLooks(stream);
  return readWorkbook(bytes, (_, index) => looks[index]);
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

/** A binary workbook of Excel 5 and 95, whose text is in the code page of its country. */
export function readOldXls(file: CompoundFile, bytes: Uint8Array): Block[] {
  set_cptable(codePages);
  return readXls(file, bytes);
}

/** A workbook in a package. Every part is unpacked within the budget before the library may unpack them again. */
export function readXlsx(archive: Archive, main: string, bytes: Uint8Array): Block[] {
  for (const name of archive.names) archive.read(name);
  const looks = looksOf(archive, main);
  return readWorkbook(bytes, (name) => looks.get(name));
}

function looksOf(archive: Archive, main: string): ReadonlyMap<string, SheetLook> {
  if (archive.names.includes('content.xml')) return odsLooks(archive);
  return main.endsWith('.xml') ? xlsxLooks(archive, main) : new Map();
}
