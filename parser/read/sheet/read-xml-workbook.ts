import { Flow, type FlowCell } from '../flow.ts';
import { type ReadResult, readable, refused } from '../reader.ts';
import { childOf, elementsOf, parseXml, textOf, type XmlElement } from '../xml.ts';
import type { SheetRow } from './sheet.ts';
import { addSheet } from './sheet.ts';

const mediaType = 'application/vnd.ms-excel';
/** Rows and columns beyond these are damage. */
const lastRow = 10_000;
const lastColumn = 500;

/** A workbook in one file of XML, as Excel 2002 and 2003 save it under the name of a binary one. */
export function readXmlWorkbook(bytes: Uint8Array): [ReadResult] {
  const [workbook] = elementsOf(parseXml(bytes));
  const flow = new Flow();
  for (const sheet of childrenOf(workbook, 'ss:Worksheet')) addSheet(flow, readRows(childOf(sheet, 'ss:Table')));
  const blocks = flow.finish();
  return [blocks.length === 0 ? refused('empty', mediaType) : readable({ mediaType, encoding: null, blocks })];
}

/** Rows that are shown. A row or cell that does not say its place follows the one before it. */
function readRows(table: XmlElement | undefined): SheetRow[] {
  const rows: SheetRow[] = [];
  /** For each column the row at which a cell merged downwards from above ends. */
  const covered: number[] = [];
  let index = 0;
  for (const row of childrenOf(table, 'ss:Row')) {
    index = placeOf(row, index + 1, lastRow);
    const cells = readCells(row, { index, covered });
    if (row.attributes['ss:Hidden'] !== '1') rows.push(cells);
  }
  return rows;
}

function readCells(row: XmlElement, { index, covered }: { index: number; covered: number[] }): SheetRow {
  const isCovered = covered.some((end) => end > index);
  const cells: FlowCell[] = [];
  let column = 1;
  for (const cell of childrenOf(row, 'ss:Cell')) {
    while ((covered[column] ?? 0) > index) column += 1;
    column = placeOf(cell, column, lastColumn);
    const columnSpan = Math.min(lastColumn, 1 + numberIn(cell, 'ss:MergeAcross'));
    const rowSpan = Math.min(lastRow, 1 + numberIn(cell, 'ss:MergeDown'));
    cells.push({ text: printedIn(childOf(cell, 'ss:Data')), column, rowSpan, columnSpan });
    for (let across = 0; across < columnSpan; across += 1) covered[column + across] = index + rowSpan;
    column += columnSpan;
  }
  return { cells, isCovered };
}

function placeOf(element: XmlElement, otherwise: number, last: number): number {
  return Math.min(last, numberIn(element, 'ss:Index') || otherwise);
}

function numberIn({ attributes }: XmlElement, name: string): number {
  return Math.max(0, Number.parseInt(attributes[name] ?? '0', 10) || 0);
}

/** Text may be parted by marks of its type. */
function printedIn(element: XmlElement | undefined): string {
  return element === undefined ? '' : textOf(element) + elementsOf(element).map(printedIn).join('');
}

function childrenOf(parent: XmlElement | undefined, name: string): XmlElement[] {
  return parent === undefined ? [] : elementsOf(parent).filter((child) => child.name === name);
}
