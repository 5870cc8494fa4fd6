import { read, type WorkBook } from '@e965/xlsx';
import type { Block } from '../document.ts';
import { Flow } from '../flow.ts';
import { orDamaged } from '../unreadable.ts';
import { readSheet } from './read-sheet.ts';
import { addSheet } from './sheet-blocks.ts';

/** Names that programs give sheets, which say nothing. */
const defaultName = /^(?:sheet|工作表|表)\s*\d*$/i;

/** A workbook of any edition: each sheet that is shown, by its name, its lines and its tables. */
export function readWorkbook(bytes: Uint8Array): Block[] {
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
    addSheet(flow, readSheet(sheet));
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
