import type { CellObject, Range, WorkSheet } from '@e965/xlsx';
import type { FlowCell } from '../flow.ts';
import { Unreadable } from '../unreadable.ts';

/** Merged cells that may reach into one row: beyond any table, they lie upon each other. */
const mostMerges = 1000;
/** Blank rows in a row: a sheet whose last row is its program's last one would be a million of them. */
const longestGap = 100;

/** A row as it prints: `column` from 1. */
export interface SheetRow {
  readonly cells: readonly FlowCell[];
  /** Whether a cell merged downwards from a row above reaches into it. */
  readonly isCovered: boolean;
}

/** Rows of a sheet that are shown, with each merged cell once and cells that are only drawn as blank ones. */
export function readSheet(sheet: WorkSheet): SheetRow[] {
  const data: CellObject[][] = sheet['!data'] ?? [];
  const merges = new MergeIndex(sheet['!merges'] ?? []);
  const hiddenColumns = new Set((sheet['!cols'] ?? []).flatMap((column, index) => (column?.hidden ? [index] : [])));
  const hiddenRows = new Set((sheet['!rows'] ?? []).flatMap((row, index) => (row?.hidden ? [index] : [])));
  const rows: SheetRow[] = [];
  for (const index of rowIndexes(data)) {
    if (hiddenRows.has(index)) continue;
    const covered = merges.covering(index);
    const cells = (data[index] ?? []).flatMap((cell, column) => {
      if (!cell || hiddenColumns.has(column) || covered.some((range) => isUnder(range, index, column))) return [];
      const merge = covered.find(({ s }) => s.r === index && s.c === column);
      return [toCell(cell, column, merge)];
    });
    rows.push({ cells, isCovered: covered.some(({ s }) => s.r < index) });
  }
  return rows;
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
