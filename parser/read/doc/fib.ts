import { viewOf } from '../ole/view.ts';
import { Unreadable } from '../unreadable.ts';

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
