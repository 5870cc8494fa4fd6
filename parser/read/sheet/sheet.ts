import type { CellObject, Range, WorkSheet } from '@e965/xlsx';
import { faintText, notText } from '../../wording/figure.ts';
import { isNumberedLabel, numberedOpening } from '../../wording/numbering.ts';
import type { Flow, FlowCell } from '../flow.ts';
import { Unreadable } from '../reader.ts';

/** Merged cells that may reach into one row: beyond any table, they lie upon each other. */
const mostMerges = 1000;
/** Blank rows in a row: a sheet whose last row is its program's last one would be a million of them. */
const longestGap = 100;

/** A row as it prints: `column` from 1. */
export interface SheetRow {
  readonly cells: readonly FlowCell[];
  /** Whether a cell merged downwards from a row above reaches into it. */
  readonly isCovered: boolean;
  /** Columns, from 1, in which something is drawn over it that is no text. */
  readonly drawnOver?: ReadonlySet<number>;
}

/** Cells of a sheet: in each row, from 0, their columns, from 1. */
export type CellSet = ReadonlyMap<number, ReadonlySet<number>>;

/** What a sheet shows otherwise than its values say. */
export interface SheetLook {
  /** Cells that a picture, a shape or an object lies over. */
  readonly drawnOver: CellSet;
  /** Cells whose text is struck out, or white on paper. */
  readonly doubtful?: CellSet;
  /** Rows, from 0, that are not shown, beside those that the library knows. */
  readonly hiddenRows?: ReadonlySet<number>;
  /** Whether a zero prints nothing. */
  readonly hidesZeros: boolean;
}

const plainLook: SheetLook = { drawnOver: new Map(), hidesZeros: false };

/** Rows of a sheet that are shown, with each merged cell once and cells that are only drawn as blank ones. */
export function readSheet(sheet: WorkSheet, look: SheetLook = plainLook): SheetRow[] {
  const data: CellObject[][] = sheet['!data'] ?? [];
  const merges = new MergeIndex(sheet['!merges'] ?? []);
  const hidden = hiddenColumns(sheet);
  const hiddenRows = new Set((sheet['!rows'] ?? []).flatMap((row, index) => (row?.hidden ? [index] : [])));
  const rows: SheetRow[] = [];
  for (const index of rowIndexes(data)) {
    if (hiddenRows.has(index) || look.hiddenRows?.has(index)) continue;
    const covered = merges.covering(index);
    const cells = (data[index] ?? []).flatMap((cell, column) => {
      if (!cell || hidden.has(column + 1) || covered.some((range) => isUnder(range, index, column))) return [];
      const merge = covered.find(({ s }) => s.r === index && s.c === column);
      const { text, ...place } = toCell(cell, column, merge);
      if (look.hidesZeros && cell.t === 'n' && cell.v === 0) return [{ text: '', ...place }];
      return [{ text: look.doubtful?.get(index)?.has(column + 1) ? faintText(text) : text, ...place }];
    });
    rows.push({
      cells,
      isCovered: covered.some(({ s }) => s.r < index),
      drawnOver: look.drawnOver.get(index) ?? new Set(),
    });
  }
  return rows;
}

/** Columns that are not shown, from 1. */
export function hiddenColumns(sheet: WorkSheet): ReadonlySet<number> {
  return new Set((sheet['!cols'] ?? []).flatMap((column, index) => (column?.hidden ? [index + 1] : [])));
}

/** Rows that hold anything, and blank ones between them; of a long gap, which prints pages of nothing, only the end. */
function* rowIndexes(data: readonly CellObject[][]): Generator<number> {
  let last = -1;
  for (const index of Object.keys(data).map(Number)) {
    for (let blank = Math.max(last + 1, index - longestGap); blank < index; blank += 1) yield blank;
    yield index;
    last = index;
  }
}

/**
 * The text as the program shows it: numbers and dates in their format. A formula whose result is not stored, as libraries write it, is what
 * the file says instead: its cell is no blank, and no figure.
 */
function toCell(cell: CellObject, column: number, merge: Range | undefined): FlowCell {
  const shown = cell.t === 'z' && cell.f !== undefined ? `=${cell.f}` : (cell.w ?? '');
  const text = shown.replace(/\r\n?/g, '\n');
  const rowSpan = merge === undefined ? 1 : merge.e.r - merge.s.r + 1;
  const columnSpan = merge === undefined ? 1 : merge.e.c - merge.s.c + 1;
  return { text, column: column + 1, rowSpan, columnSpan };
}

/** A place inside a merged cell other than its first, which prints nothing. */
function isUnder({ s, e }: Range, row: number, column: number): boolean {
  return column >= s.c && column <= e.c && !(s.r === row && s.c === column);
}

/** Merged cells of one row at a time, asked for from the first row to the last. */
class MergeIndex {
  readonly #pending: Range[];
  #open: Range[] = [];

  constructor(merges: readonly Range[]) {
    this.#pending = [...merges].sort((left, right) => right.s.r - left.s.r);
  }

  covering(row: number): readonly Range[] {
    this.#open = this.#open.filter(({ e }) => e.r >= row);
    for (let next = this.#pending.at(-1); next !== undefined && next.s.r <= row; next = this.#pending.at(-1)) {
      this.#pending.pop();
      if (next.e.r >= row) this.#open.push(next);
    }
    if (this.#open.length > mostMerges) throw new Unreadable('damaged');
    return this.#open;
  }
}

const sentenceEnd = /[。；！？]/;

/**
 * Adds a sheet: rows that stand alone are lines of text, and what stands between them is a table. Whole reports are
 * laid out on one sheet, with their title and headings in cells merged over its width. `hidden` are the columns that are not shown.
 */
export function addSheet(flow: Flow, rows: readonly SheetRow[], hidden: ReadonlySet<number> = new Set()): void {
  const width = widest(rows);
  let table: SheetRow[] = [];
  const endTable = () => {
    addTable(flow, table, hidden);
    table = [];
  };
  for (const row of rows) {
    const printed = row.cells.filter(prints);
    const only = printed.length === 1 ? printed[0] : undefined;
    if (only !== undefined && standsAlone(row, only, width)) {
      endTable();
      flow.addText(only.text);
    } else if (printed.length > 0 || row.isCovered) table.push(row);
    else endTable();
  }
  endTable();
}

/** Rows of which none has two cells are a list. */
function addTable(flow: Flow, rows: readonly SheetRow[], hidden: ReadonlySet<number>): void {
  const printed = rows.flatMap(({ cells }) => cells.filter(prints));
  if (rows.every(({ cells }) => cells.filter(prints).length < 2)) {
    for (const cell of printed) flow.addText(cell.text);
    return;
  }
  const left = printed.reduce((least, { column }) => Math.min(least, column), Number.POSITIVE_INFINITY);
  const columns = Array.from({ length: widest(rows) - left + 1 }, (_, at) => left + at).filter((at) => !hidden.has(at));
  const covered = new Map<number, number>();
  flow.addTable(rows.map((printedRow, row) => within(printedRow, { columns, row, covered })));
}

/** A table's columns that are shown, a row of it, and by column the row at which a cell merged downwards from above ends. */
interface TablePlace {
  readonly columns: readonly number[];
  readonly row: number;
  readonly covered: Map<number, number>;
}

/**
 * A row's cells in the table's columns, counted from its first; blank cells drawn beside the table are none of it. A program that
 * writes no more than what is filled in leaves the others out: they are blank cells, as they print. A picture over an empty cell may be
 * what it says.
 */
function within({ cells, drawnOver }: SheetRow, { columns, row, covered }: TablePlace): FlowCell[] {
  const found = new Map(cells.map((cell) => [cell.column, cell]));
  const [left = 1] = columns;
  return columns.flatMap((column) => {
    if ((covered.get(column) ?? 0) > row) return [];
    const cell = found.get(column) ?? { text: '', column, rowSpan: 1, columnSpan: 1 };
    for (let at = column; at < column + cell.columnSpan; at += 1) covered.set(at, row + cell.rowSpan);
    const text = !prints(cell) && drawnOver?.has(column) ? notText : cell.text;
    return [{ ...cell, text, column: column - left + 1 }];
  });
}

function standsAlone({ cells, isCovered }: SheetRow, only: FlowCell, width: number): boolean {
  if (isCovered || only.rowSpan > 1) return false;
  if (cells.length === 1 || only.columnSpan >= width || sentenceEnd.test(only.text)) return true;
  return numberedOpening.test(only.text) && !isNumberedLabel(only.text);
}

function prints({ text }: FlowCell): boolean {
  return text.trim() !== '';
}

/** The last column that anything is printed in. */
function widest(rows: readonly SheetRow[]): number {
  const ends = rows.flatMap(({ cells }) =>
    cells.filter(prints).map(({ column, columnSpan }) => column + columnSpan - 1),
  );
  return ends.reduce((most, end) => Math.max(most, end), 0);
}
