import { isAnnexTitle, isFooter } from '../locate/segment.ts';
import type { Block, Table } from '../read/document.ts';
import { isProse } from '../tables/atoms.ts';
import { unspaced } from '../wording/normalise.ts';

/**
 * What a column of an annex holds; `cumulative` are figures of all years together, `code` numbers of rows, `other` figures of last year or
 * changes since. A number is the year whose figures the column's heading names.
 */
export type AnnexColumn = 'label' | 'unit' | 'code' | 'value' | 'cumulative' | 'other' | number;

/** An annex's header: its columns in the order of print, and where the rows below it begin. */
export interface AnnexHeader {
  readonly columns: readonly AnnexColumn[];
  /** What each column of a page's table holds (from index 1); null in copied text. */
  readonly byIndex: ReadonlyMap<number, AnnexColumn> | null;
  /** The last block of the header, and in a table its row there, from 0. */
  readonly block: number;
  readonly row: number;
}

const headings: readonly [Exclude<AnnexColumn, number>, string][] = [
  ['label', '统计指标|指标名称|公开指标|统计项目|统计内容'],
  ['label', '指标|项目名称|项目|内容'],
  ['unit', '计量单位|单位'],
  ['code', '代码|编码|编号|序号|行次'],
  ['value', '(?:20\\d\\d|本|当|今)年度?(?:累计|实际|数量|数据|数)?|本期实际|统计数[据量值]?|数量|数值|数据'],
  [
    'other',
    '(?:上一?|去|前)年度?(?:同期)?(?:累计|实际|数量|数据|数)?|(?:同比|[较比](?:上|去)年)?(?:增减|增长|增幅)(?:数|率|情况)?|同比',
  ],
  ['cumulative', '历年累计数?|累计数?'],
];
const patterns = headings.map(([column, words]) => ({ column, pattern: new RegExp(words, 'uy') }));
/** Headings that other tables have too: alone they make an annex only under its title. */
const generic = /^(?:代码|编码|编号|序号|行次)?(?:指标|项目名称|项目|内容)(?!名称)/u;
const separators = /[|｜│]/gu;

/** A table's header stands in one of its first rows, the table's title above it. */
const headerRows = 3;

/**
 * The header that begins at a block: a row of headings, or in copied text as many lines as they are printed on.
 * Null where there is none. `isTitled` says that an annex's title stands above.
 */
export function annexHeader(blocks: readonly Block[], at: number, isTitled: boolean): AnnexHeader | null {
  const block = blocks[at];
  if (block === undefined) return null;
  return block.kind === 'table' ? tableHeader(block, at, isTitled) : textHeader(blocks, at, isTitled);
}

function tableHeader(table: Table, block: number, isTitled: boolean): AnnexHeader | null {
  for (const [row, cells] of table.rows.slice(0, headerRows).entries()) {
    const text = cells.map((cell) => cell.text).join('');
    const byIndex = new Map(
      cells.flatMap((cell) => {
        const [column, ...more] = columnsOf(cell.text) ?? [];
        if (column === undefined || more.length > 0) return [];
        return Array.from({ length: cell.columnSpan }, (_, offset) => [cell.column + offset, column] as const);
      }),
    );
    if (isHeader([...byIndex.values()], text, isTitled)) return { columns: [...byIndex.values()], byIndex, block, row };
  }
  return null;
}

function textHeader(blocks: readonly Block[], at: number, isTitled: boolean): AnnexHeader | null {
  const columns: AnnexColumn[] = [];
  let text = '';
  let end = at;
  for (; end < blocks.length; end += 1) {
    const block = blocks[end];
    const found = block?.kind === 'paragraph' ? columnsOf(block.text) : null;
    if (block?.kind !== 'paragraph' || found === null) break;
    columns.push(...found);
    text += block.text;
  }
  return isHeader(columns, text, isTitled) ? { columns, byIndex: null, block: end - 1, row: 0 } : null;
}

function isHeader(columns: readonly AnnexColumn[], text: string, isTitled: boolean): boolean {
  const [first] = columns;
  if (first !== 'label' && first !== 'code') return false;
  const isComplete = columns.includes('label') && columns.some((column) => column === 'unit' || isValue(column));
  return isComplete && (isTitled || !generic.test(plain(text)));
}

const headedYear = /^20\d\d/u;

/** Whether a column holds figures that may be the report's. */
export function isValue(column: AnnexColumn | undefined): boolean {
  return column === 'value' || typeof column === 'number';
}

/** The columns that a text names and nothing else; null where it says more. */
function columnsOf(text: string): AnnexColumn[] | null {
  const words = plain(text);
  const columns: AnnexColumn[] = [];
  for (let at = 0; at < words.length; ) {
    const found = patterns
      .map(({ column, pattern }) => ({ column, length: lengthAt(pattern, words, at) }))
      .reduce((best, next) => (next.length > best.length ? next : best));
    if (found.length === 0) return null;
    const [year] = headedYear.exec(words.slice(at, at + found.length)) ?? [];
    columns.push(year === undefined ? found.column : Number(year));
    at += found.length;
  }
  return columns.length === 0 ? null : columns;
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

function plain(text: string): string {
  return unspaced(text.normalize('NFKC')).replace(separators, '').replace(/[()]/gu, '');
}

/** A range of blocks, end excluded. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const title = /情况统计表|统计表$/u;
/** How far above its header row an annex's title may stand. */
const titleDistance = 4;

/**
 * The indicator annexes on a page (form 2008): each from its title, or from its header row where it has none, to the
 * first sentence or line of the site's own after it.
 */
export function findAnnexes(blocks: readonly Block[]): Range[] {
  const found: Range[] = [];
  for (const index of blocks.keys()) {
    const floor = found.at(-1)?.end ?? 0;
    if (index < floor) continue;
    const start = startOf(blocks, index, floor);
    const header = annexHeader(blocks, index, start < index);
    if (header !== null) found.push({ start, end: endOf(blocks, header.block) });
  }
  return found;
}

function startOf(blocks: readonly Block[], headerAt: number, floor: number): number {
  const from = Math.max(floor, headerAt - titleDistance);
  const above = blocks
    .slice(from, headerAt)
    .findIndex((block) => block.kind === 'paragraph' && title.test(block.text.trim()));
  return above < 0 ? headerAt : from + above;
}

function endOf(blocks: readonly Block[], headerAt: number): number {
  const after = blocks.slice(headerAt + 1).findIndex((block) => block.kind === 'paragraph' && endsAnnex(block.text));
  return after < 0 ? blocks.length : headerAt + 1 + after;
}

function endsAnnex(text: string): boolean {
  return isProse(text) || (isFooter(text) && !isAnnexTitle(text));
}
