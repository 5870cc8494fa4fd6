import type { Block, Table } from '../read/document.ts';
import { type Atom, toAtoms } from '../tables/atoms.ts';
import { isFigureLike } from '../wording/figure.ts';
import { normalise, unspaced } from '../wording/normalise.ts';
import { type AnnexColumn, type AnnexHeader, annexHeader, isValue } from './annex-header.ts';

/** The numbering of an indicator annex: 一、 → (一) → 1. → (1), and 其中 for a part of the row above. */
export interface Numbered {
  /** Steps from the outermost: 1 for 一、 to 4 for (1); null for 其中 and for rows without a number. */
  readonly level: number | null;
  /** The number as it stands in a path: 一, (一), 1, (1); empty without a number. */
  readonly token: string;
  readonly isPart: boolean;
  readonly label: string;
}

const numerals = '[一二三四五六七八九十]{1,3}';
const levels: readonly RegExp[] = [
  new RegExp(`^(${numerals})[、.．]`),
  new RegExp(`^[(（](${numerals})[)）]`),
  /^(\d{1,2})[.．、](?!\d)/,
  /^[(（](\d{1,2})[)）]/,
];
const partToken = '其中';
const part = /^其中\s*[:：]?\s*/;
const note = /[(（][^()（）]*[)）]$/;

/** Reads a label's number off its front, and notes in brackets off its end. */
export function readNumbered(text: string): Numbered {
  const isPart = part.test(text);
  const numbered = text.replace(part, '');
  for (const [index, pattern] of levels.entries()) {
    const match = pattern.exec(numbered);
    if (match?.[1] === undefined) continue;
    const token = index % 2 === 1 ? `(${match[1]})` : match[1];
    return { level: index + 1, token, isPart, label: numbered.slice(match[0].length).replace(note, '').trim() };
  }
  return { level: null, token: '', isPart, label: numbered.replace(note, '').trim() };
}

interface Rung {
  readonly level: number;
  readonly token: string;
  readonly label: string;
}

/** Keeps the way down to the row being read, so that each row gets its path. */
export class Ladder {
  #rungs: Rung[] = [];

  /** The row's path, `二/(二)/1/其中`, and the labels of the rows it stands under. */
  step(row: Numbered): { path: string; level: number; above: readonly string[] } {
    const level = this.#levelOf(row);
    this.#rungs = this.#rungs.filter((rung) => rung.level < level);
    const above = this.#rungs.map((rung) => rung.label);
    this.#rungs.push({ level, token: row.token || (row.isPart ? partToken : row.label), label: row.label });
    return { path: this.#rungs.map((rung) => rung.token).join('/'), level, above };
  }

  /**
   * A part stands below the row before it; numbers that go on from a numbered part stay beside it, and so does a row
   * without a number from a part without one. Any other row without a number stands beside the last such row.
   */
  #levelOf(row: Numbered): number {
    const last = this.#rungs.at(-1);
    if (row.isPart) return this.#isPartLevel(last) ? (last?.level ?? 1) : (last?.level ?? 0) + 0.5;
    if (last === undefined) return row.level ?? 1;
    if (this.#isPartLevel(last) && Number(row.token || Number.NaN) === Number(last.token) + 1) return last.level;
    if (row.level !== null) return row.level;
    if (last.token === partToken) return last.level;
    return this.#rungs.findLast((rung) => rung.token === rung.label)?.level ?? Math.ceil(last.level);
  }

  #isPartLevel(rung: Rung | undefined): boolean {
    return rung !== undefined && !Number.isInteger(rung.level);
  }
}

/** A printed row of the annex before its figure is read. */
export interface AnnexRow {
  readonly label: Atom;
  readonly text: string;
  readonly unit: string | null;
  /** What is printed in the place of its figure: nothing where it is blank. */
  readonly values: readonly Atom[];
  /** False where it cannot be told which of the figures is the report's: one of several columns, or of more or fewer than there are columns. */
  readonly isPlaced: boolean;
}

const units = new Set(
  '条 件 次 个 人 人次 万元 元 亿元 篇 期 份 部 场 家 项 起 宗 例 户 处 本 册 套 台 % 万条 条次 件次'.split(' '),
);
const unitBehind = /^([^(（]*[\d０-９])\s*[(（]?([^\d０-９\s()（）.,]{1,3})[)）]?$/u;

/** A printed figure and the unit behind it, 3 场 or 1.5万元; null where there is none. */
export function figureAndUnit(printed: string): { readonly figure: string; readonly unit: string } | null {
  const [, figure = '', unit = ''] = unitBehind.exec(printed.trim()) ?? [];
  return units.has(unit) && isFigureLike(figure) ? { figure, unit } : null;
}

const openingNote = /^[(（](?![一二三四五六七八九十\d]{1,3}[)）])/u;
const unitNote = /[(（](?:单位[:：])?([^()（）]{1,3})[)）]$/u;
/** Below the rows: who filled the form in, and remarks. */
const belowRows = /^(?:注|说明|填表说明|备注|(?:单位|统计机构)?负责人|审核人?|填[报表]人|联系电话|填报日期)[:：]/u;
/** The row that names the columns themselves: 甲 乙 丙 1 2. */
const columnNames = /^[甲乙丙丁]+$/u;
const headingMark = /^[-—–]+$/u;

/** The annex's rows, below its header and up to the first line that is none. `year` is the report's. */
export function annexRows(blocks: readonly Block[], year: number | null): AnnexRow[] {
  for (const at of blocks.keys()) {
    const header = annexHeader(blocks, at, true);
    if (header !== null)
      return header.byIndex === null ? textRows(blocks, header, year) : tableRows(blocks, header, year);
  }
  return [];
}

/** The rows of copied text: a label, and the unit and figures printed after it. */
function textRows(blocks: readonly Block[], header: AnnexHeader, year: number | null): AnnexRow[] {
  const builder = new RowBuilder();
  for (const atom of toAtoms(blocks.slice(header.block + 1))) {
    if (atom.kind === 'break' || belowRows.test(unspaced(atom.text))) break;
    builder.add(atom);
  }
  return builder.finish().map((row) => ({ ...row, ...chosenFigure(row, header.columns, year) }));
}

type TextRow = Omit<AnnexRow, 'isPlaced'>;

class RowBuilder {
  readonly #rows: TextRow[] = [];
  #row: { label: Atom; text: string; unit: string | null; values: Atom[] } | null = null;

  add(atom: Atom): void {
    const text = unspaced(atom.text);
    if (atom.kind === 'figure' || (this.#row !== null && figureAndUnit(atom.text) !== null))
      this.#row?.values.push(atom);
    else if (atom.kind === 'blank' || openingNote.test(text) || columnNames.test(text)) return;
    else if (units.has(text) && this.#row !== null) this.#row.unit = text;
    else this.#open(atom, text);
  }

  finish(): TextRow[] {
    if (this.#row !== null) this.#rows.push(this.#row);
    return this.#rows;
  }

  /** A label goes on in the next piece only while a bracket in it is open; a number always begins a row. */
  #open(label: Atom, text: string): void {
    if (this.#row !== null && isUnfinished(this.#row.text) && readNumbered(text).token === '') {
      this.#row.text += text;
      return;
    }
    if (this.#row !== null) this.#rows.push(this.#row);
    this.#row = { label, text, unit: unitNote.exec(text)?.[1] ?? null, values: [] };
  }
}

function isUnfinished(text: string): boolean {
  return (text.match(/[(（]/g)?.length ?? 0) > (text.match(/[)）]/g)?.length ?? 0);
}

/** Of as many figures as columns that of the report's year; dashes in the unit's column are no figure. */
function chosenFigure(
  { unit, values }: TextRow,
  columns: readonly AnnexColumn[],
  year: number | null,
): Pick<AnnexRow, 'values' | 'isPlaced'> {
  const headed = columns.filter((column) => column !== 'label' && column !== 'unit');
  const figures: readonly AnnexColumn[] = headed.length === 0 ? ['value'] : headed;
  const [first, ...rest] = values;
  const isUnitless = columns.includes('unit') && unit === null && headingMark.test(first?.text ?? '');
  const own = isUnitless && rest.length > 0 ? rest : values;
  if (own.length !== figures.length) return { values: own, isPlaced: own.length === 0 };
  const chosen = own.filter((_, index) => isOwn(figures[index], figures, year));
  return agreed(chosen.length > 0 ? chosen : own, chosen.length > 0);
}

/** Whether a column has the report's figures: those of its year, where columns name years, else those of this year or of none. */
function isOwn(column: AnnexColumn | undefined, columns: readonly AnnexColumn[], year: number | null): boolean {
  const isNamed = year !== null && columns.includes(year);
  return isNamed ? column === year : column === 'value' || (year === null && isValue(column));
}

/** What is printed of the report in a row: of several places of one text one. */
function agreed(values: readonly Atom[], isTold: boolean): Pick<AnnexRow, 'values' | 'isPlaced'> {
  const texts = new Set(values.map(({ text }) => text.trim()));
  return texts.size > 1 ? { values, isPlaced: false } : { values: values.slice(0, 1), isPlaced: isTold };
}

/** The rows of a page's tables, by the columns of the header; tables that go on after it have the same. */
function tableRows(blocks: readonly Block[], header: AnnexHeader, year: number | null): AnnexRow[] {
  const tables = blocks.slice(header.block).filter((block) => block.kind === 'table');
  return tables.flatMap((table, index) =>
    rowsBelow(table, index === 0 ? header.row + 1 : 0, chosenColumns(header, year)),
  );
}

/** The header with the columns of the report's figures as `value` alone, those of other years as `other`. */
function chosenColumns({ byIndex }: AnnexHeader, year: number | null): ReadonlyMap<number, AnnexColumn> {
  const columns = [...(byIndex?.values() ?? [])];
  return new Map(
    [...(byIndex ?? [])].map(([index, column]) => {
      if (!isValue(column)) return [index, column];
      return [index, isOwn(column, columns, year) ? 'value' : 'other'];
    }),
  );
}

function rowsBelow(table: Table, from: number, byIndex: ReadonlyMap<number, AnnexColumn>): AnnexRow[] {
  const atoms = toAtoms([table]).filter((atom) => atom.kind !== 'break');
  const rows = table.rows.slice(from).map((row) => {
    const at = new Set(row.map((cell) => cell.row));
    return atoms.filter(({ grid }) => grid !== null && at.has(grid.row));
  });
  const columnOf = ({ grid }: Atom) => byIndex.get(grid?.column ?? 0) ?? null;
  const hasOwn = [...byIndex.values()].includes('value');
  return rows.flatMap((cells) => {
    const labels = cells.filter((cell) => columnOf(cell) === 'label' && cell.text.trim() !== '');
    const label = labels.at(-1);
    const text = labels.map((cell) => unspaced(cell.text)).join('');
    if (label === undefined || columnNames.test(normalise(text)) || isHeading(text)) return [];
    const unit = cells.find((cell) => columnOf(cell) === 'unit' && !headingMark.test(cell.text.trim()));
    const filled = cells.filter(({ kind }) => kind !== 'blank');
    const own = filled.filter((cell) => columnOf(cell) === 'value');
    // Under heads that are not known, or another year's, a figure may be anybody's.
    const others = filled.filter((cell) => cell.kind === 'figure' && isUnknown(columnOf(cell)));
    return [
      {
        ...{ label, text, unit: unspaced(unit?.text ?? '') || (unitNote.exec(text)?.[1] ?? null) },
        ...(hasOwn || others.length === 0 ? agreed(own, true) : { values: others, isPlaced: false }),
      },
    ];
  });
}

function isUnknown(column: AnnexColumn | null): boolean {
  return column === null || column === 'other';
}

/** A header printed again on the next page. */
function isHeading(text: string): boolean {
  return /^(?:统计指标|指标名称|指标)$/u.test(text);
}
