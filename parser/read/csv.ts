import { isFigureLike } from '../wording/figure.ts';
import type { Block } from './document.ts';
import { Flow, type FlowCell } from './flow.ts';

/** One value with the mark behind it (RFC 4180): quoted, its quotes doubled, or plain. Excel also parts by tabs. */
const fields = {
  ',': /(?:"((?:[^"]|"")*)"|([^,\n"][^,\n]*)?)(,|\n|$)/gy,
  '\t': /(?:"((?:[^"]|"")*)"|([^\t\n"][^\t\n]*)?)(\t|\n|$)/gy,
};
type Separator = keyof typeof fields;
/** What a sheet saved as text has at least; every row has as many values. */
const leastRows = 5;
const leastColumns = 3;

/** Whether a text is a sheet saved with commas or tabs: sentences have commas too, but never as many in every line. */
export function isCsv(text: string): boolean {
  return recordsOf(text).length > 0;
}

/** A sheet saved as text: rows of one value are lines of text, and what stands between them is a table. */
export function readCsv(text: string): Block[] {
  const flow = new Flow();
  let table: string[][] = [];
  const endTable = () => {
    if (table.length > 0) flow.addTable(withoutGaps(table));
    table = [];
  };
  for (const row of recordsOf(text)) {
    const printed = row.filter(prints);
    if (printed.length > 1) table.push(row);
    if (printed.length !== 1) continue;
    endTable();
    flow.addText(printed.join());
  }
  endTable();
  return flow.finish();
}

/** Merged cells leave columns behind in which nothing is printed. */
function withoutGaps(rows: readonly (readonly string[])[]): FlowCell[][] {
  const columns = [...(rows[0] ?? []).keys()].filter((column) => rows.some((row) => prints(row[column] ?? '')));
  return rows.map((row) => {
    const cells = columns.map((column, index) => cell(row[column] ?? '', index + 1));
    return row.some((text) => prints(text) && isFigureLike(text)) ? cells : spanning(cells);
  });
}

function cell(text: string, column: number): FlowCell {
  return { text, column, rowSpan: 1, columnSpan: 1 };
}

/** In a row of headings, blanks are where the heading to the left spans several columns. */
function spanning(cells: readonly FlowCell[]): FlowCell[] {
  const printed = cells.filter(({ text }) => prints(text));
  return printed.map((heading, index) => {
    const end = printed[index + 1]?.column ?? cells.length + 1;
    return { ...heading, columnSpan: end - heading.column };
  });
}

function prints(text: string): boolean {
  return text.trim() !== '';
}

/** Rows of values by the separator that parts every row alike; none where no separator does. */
function recordsOf(text: string): string[][] {
  const found = (['\t', ','] as const).map((separator) => records(text, separator));
  return found.find((rows) => isSheet(rows)) ?? [];
}

function isSheet(rows: readonly (readonly string[])[]): boolean {
  const width = rows[0]?.length ?? 0;
  return rows.length >= leastRows && width >= leastColumns && rows.every((row) => row.length === width);
}

/** None where the text is not made of values to its end, or its first rows differ in their number. */
function records(text: string, separator: Separator): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const pattern = new RegExp(fields[separator]);
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (match === null) return [];
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === separator) continue;
    rows.push(row);
    if (row.length !== rows[0]?.length) return [];
    row = [];
  }
  return rows;
}
