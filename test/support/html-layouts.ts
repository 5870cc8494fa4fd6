import { reportParts } from './render-page.ts';
import type { GeneratedReport } from './render-report.ts';
import type { LaidCell, LaidTable } from './statutory-layout.ts';

/** How a table is written into a page. */
export type TableMarkup = (table: LaidTable) => string;

/** Ways in which content systems write the statutory tables into a page, by what is peculiar to them. */
export const htmlLayouts: Readonly<Record<string, TableMarkup>> = {
  'the merged cells of the form': (table) => tableOf(table.rows),
  'empty cells where the form merges downwards': (table) => tableOf(unmerged(table)),
  'a group that is cut in two': (table) => tableOf(cutGroup(table)),
  'values two columns wide under headings of one': (table) => tableOf(widened(table)),
  'digits in elements of their own': (table) => tableOf(table.rows, digitsApart),
  'labels in many elements and paragraphs': (table) => tableOf(table.rows, wrapped),
  'boxes drawn as a table by their style': (table) => boxes(table, styles),
  'boxes of one class': (table) => boxes(table, classes),
  'a table for each few rows': inPieces,
  'a hidden copy of every row': (table) => tableOf(table.rows, plain, hiddenTwin),
  'figures in fields': (table) => tableOf(table.rows, inFields),
  'a table around each figure': (table) =>
    tableOf(table.rows, (cell) => (cell.isValue ? `<table><tr><td>${printed(cell)}</td></tr></table>` : cell.text)),
};

type CellMarkup = (cell: LaidCell) => string;
type Row = readonly LaidCell[];

/** A report as a page of a content system, with navigation beside it and a footer below. */
export function renderHtmlLayout(report: GeneratedReport, table: TableMarkup): string {
  const texts = {
    preamble: [`现公布本机关年度报告。所列数据统计时限为${report.year}年1月1日至${report.year}年12月31日。`],
    overview: ['全年工作平稳有序。'],
    problemsAndImprovements: ['公开内容有待充实。'],
    other: ['无其他需要报告的事项。'],
  };
  const body = reportParts(report, texts).map((part) => (typeof part === 'string' ? `<p>${part}</p>` : table(part)));
  return `<!DOCTYPE html><html><head><title>政府信息公开年报</title></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/xxgk/">政务公开</a></li></ul></div>
<div id="zoom">${body.join('\n')}</div>
<div class="footer"><p>版权所有</p></div></body></html>`;
}

const printed = ({ text }: LaidCell) => (text === '' ? '&nbsp;' : text);
const plain: CellMarkup = printed;
const inFields: CellMarkup = (cell) => (cell.isValue ? `<input type="text" value="${cell.text}">` : cell.text);
const digitsApart: CellMarkup = (cell) =>
  cell.isValue
    ? `<p>${[...cell.text].map((digit) => `<span lang="EN-US">${digit}</span>`).join('')}&nbsp;</p>`
    : cell.text;
const wrapped: CellMarkup = ({ text, isValue }) =>
  isValue
    ? `<p class="MsoNormal"><span>${text}<o:p></o:p></span></p>`
    : `<p>${text.slice(0, 2)}</p><p><span>&nbsp;${text.slice(2, 4)}</span><!--[if gte mso 9]>x<![endif]--><b>${text.slice(4)}</b></p>`;

function tableOf(rows: readonly Row[], markup: CellMarkup = plain, after: (row: string) => string = () => ''): string {
  const lines = rows.map((row) => {
    const line = row.map((cell) => `<td${spans(cell)}>${markup(cell)}</td>`).join('');
    return `<tr>${line}</tr>${after(line)}`;
  });
  return `<table border=1><tbody>${lines.join('\n')}</tbody></table>`;
}

function hiddenTwin(row: string): string {
  return `<tr style="display: none">${row.replace(/\d/g, '9')}</tr>`;
}

function spans({ columnSpan, rowSpan }: LaidCell): string {
  return `${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}${rowSpan > 1 ? ` rowspan=${rowSpan}` : ''}`;
}

/** Rows with an empty cell wherever a cell above reaches down. */
function unmerged({ rows, columns }: LaidTable): LaidCell[][] {
  const until: number[] = Array.from({ length: columns }, () => 0);
  return rows.map((row, index) => {
    const cells = [...row];
    const line: LaidCell[] = [];
    for (let column = 0; column < columns; ) {
      const isCovered = (until[column] ?? 0) > index;
      const cell = isCovered ? undefined : cells.shift();
      line.push(cell === undefined ? blank : { ...cell, rowSpan: 1 });
      const width = cell?.columnSpan ?? 1;
      for (let across = 0; cell !== undefined && across < width; across += 1)
        until[column + across] = index + cell.rowSpan;
      column += width;
    }
    return line;
  });
}

const blank: LaidCell = { text: '', columnSpan: 1, rowSpan: 1, isValue: false };

/** The longest merged label in two: the second begins further down with the same words. */
function cutGroup({ rows }: LaidTable): readonly Row[] {
  const longest = Math.max(...rows.flat().map(({ rowSpan }) => rowSpan));
  if (longest < 6) return rows;
  const start = rows.findIndex((row) => row.some(({ rowSpan }) => rowSpan === longest));
  const first = Math.floor(longest / 2);
  const group = rows[start]?.find(({ rowSpan }) => rowSpan === longest) ?? blank;
  return rows.map((row, index) => {
    if (index === start) return row.map((cell) => (cell === group ? { ...cell, rowSpan: first } : cell));
    return index === start + first ? [{ ...group, rowSpan: longest - first }, ...row] : row;
  });
}

/** An extra column of the grid that only the rows of figures take. */
function widened({ rows }: LaidTable): Row[] {
  return rows.map((row) => {
    const values = row.filter(({ isValue }) => isValue);
    return values.length < 7 ? row : row.map((cell) => (cell === values[1] ? { ...cell, columnSpan: 2 } : cell));
  });
}

interface BoxMarks {
  readonly table: string;
  readonly row: string;
  readonly cell: string;
}

const styles: BoxMarks = {
  table: ' style="display:table"',
  row: ' style="display: table-row"',
  cell: ' style="display:table-cell"',
};
const classes: BoxMarks = { table: ' class="list"', row: ' class="item"', cell: ' class="col"' };

function boxes({ rows }: LaidTable, marks: BoxMarks): string {
  const lines = rows.map((row) => {
    const cells = row.map((cell) => `<div${marks.cell}>${cell.text}</div>`);
    return `<div${marks.row}>${cells.join('')}</div>`;
  });
  return `<div${marks.table}>${lines.join('\n')}</div>`;
}

/** Pieces of a few rows, each a table of its own; merged labels are cut with them. */
function inPieces({ rows }: LaidTable): string {
  const pieces: (readonly Row[])[] = [];
  for (let from = 0; from < rows.length; from += 6) pieces.push(rows.slice(from, from + 6));
  return pieces.map((piece) => tableOf(piece)).join('<p>&nbsp;</p>');
}
