import { normalise, unspaced } from '../../normalise.ts';
import type { Block, Table } from '../../read/document.ts';
import { type Atom, toAtoms } from '../tables/atoms.ts';
import { type AnnexColumn, type AnnexHeader, annexHeader } from './annex-header.ts';
import { readNumbered } from './ladder.ts';

/** A printed row of the annex before its figure is read. */
export interface AnnexRow {
  readonly label: Atom;
  readonly text: string;
  readonly unit: string | null;
  /** What is printed in the place of its figure: nothing where it is blank. */
  readonly values: readonly Atom[];
  /** False where copied text prints fewer or more figures than columns: which one is the report's cannot be told. */
  readonly isPlaced: boolean;
}

const units = new Set(
  '条 件 次 个 人 人次 万元 元 亿元 篇 期 份 部 场 家 项 起 宗 例 户 处 本 册 套 台 % 万条 条次 件次'.split(' '),
);
const note = /^[(（](?![一二三四五六七八九十\d]{1,3}[)）])/u;
const unitNote = /[(（](?:单位[:：])?([^()（）]{1,3})[)）]$/u;
/** Below the rows: who filled the form in, and remarks. */
const belowRows = /^(?:注|说明|填表说明|备注|(?:单位|统计机构)?负责人|审核人?|填[报表]人|联系电话|填报日期)[:：]/u;
/** The row that names the columns themselves: 甲 乙 丙 1 2. */
const columnNames = /^[甲乙丙丁]+$/u;
const headingMark = /^[-—–]+$/u;

/** The annex's rows, below its header and up to the first line that is none. */
export function annexRows(blocks: readonly Block[]): AnnexRow[] {
  for (const at of blocks.keys()) {
    const header = annexHeader(blocks, at, true);
    if (header !== null) return header.byIndex === null ? textRows(blocks, header) : tableRows(blocks, header);
  }
  return [];
}

/** The rows of copied text: a label, and the unit and figures printed after it. */
function textRows(blocks: readonly Block[], header: AnnexHeader): AnnexRow[] {
  const builder = new RowBuilder();
  for (const atom of toAtoms(blocks.slice(header.block + 1))) {
    if (atom.kind === 'break' || belowRows.test(unspaced(atom.text))) break;
    builder.add(atom);
  }
  return builder.finish().map((row) => ({ ...row, ...chosenFigure(row, header.columns) }));
}

type TextRow = Omit<AnnexRow, 'isPlaced'>;

class RowBuilder {
  readonly #rows: TextRow[] = [];
  #row: { label: Atom; text: string; unit: string | null; values: Atom[] } | null = null;

  add(atom: Atom): void {
    const text = unspaced(atom.text);
    if (atom.kind === 'figure') this.#row?.values.push(atom);
    else if (atom.kind === 'blank' || note.test(text) || columnNames.test(text)) return;
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
): Pick<AnnexRow, 'values' | 'isPlaced'> {
  const headed = columns.filter((column) => column !== 'label' && column !== 'unit');
  const figures = headed.length === 0 ? ['value'] : headed;
  const [first, ...rest] = values;
  const isUnitless = columns.includes('unit') && unit === null && headingMark.test(first?.text ?? '');
  const own = isUnitless && rest.length > 0 ? rest : values;
  if (own.length !== figures.length) return { values: own, isPlaced: own.length === 0 };
  const chosen = figures.indexOf('value');
  return { values: own.slice(chosen, chosen + 1), isPlaced: true };
}

/** The rows of a page's tables, by the columns of the header; tables that go on after it have the same. */
function tableRows(blocks: readonly Block[], header: AnnexHeader): AnnexRow[] {
  const tables = blocks.slice(header.block).filter((block) => block.kind === 'table');
  return tables.flatMap((table, index) => rowsBelow(table, index === 0 ? header.row + 1 : 0, header));
}

function rowsBelow(table: Table, from: number, { byIndex }: AnnexHeader): AnnexRow[] {
  const atoms = toAtoms([table]).filter((atom) => atom.kind !== 'break');
  const rows = table.rows.slice(from).map((row) => {
    const at = new Set(row.map((cell) => cell.row));
    return atoms.filter(({ grid }) => grid !== null && at.has(grid.row));
  });
  const columnOf = ({ grid }: Atom) => byIndex?.get(grid?.column ?? 0) ?? null;
  return rows.flatMap((cells) => {
    const labels = cells.filter((cell) => columnOf(cell) === 'label' && cell.text.trim() !== '');
    const label = labels.at(-1);
    const text = labels.map((cell) => unspaced(cell.text)).join('');
    if (label === undefined || columnNames.test(normalise(text)) || isHeading(text)) return [];
    const unit = cells.find((cell) => columnOf(cell) === 'unit' && !headingMark.test(cell.text.trim()));
    const value = cells.find((cell) => columnOf(cell) === 'value');
    return [
      {
        ...{ label, text, unit: unspaced(unit?.text ?? '') || (unitNote.exec(text)?.[1] ?? null) },
        values: value === undefined || value.kind === 'blank' ? [] : [value],
        isPlaced: true,
      },
    ];
  });
}

/** A header printed again on the next page. */
function isHeading(text: string): boolean {
  return /^(?:统计指标|指标名称|指标)$/u.test(text);
}
