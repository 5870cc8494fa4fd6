import { unspaced } from '../../normalise.ts';
import type { Block } from '../../read/document.ts';
import { type Atom, toAtoms } from '../tables/atoms.ts';
import { readNumbered } from './ladder.ts';

/** A printed row of the annex before its figures are read. */
export interface AnnexRow {
  readonly label: Atom;
  readonly text: string;
  readonly unit: string | null;
  readonly values: readonly Atom[];
}

const units = new Set([
  '条',
  '件',
  '次',
  '个',
  '人',
  '人次',
  '万元',
  '元',
  '亿元',
  '篇',
  '期',
  '份',
  '部',
  '场',
  '家',
  '项',
]);
const note = /^[(（](?![一二三四五六七八九十\d]{1,3}[)）])/;
const header = /^(?:统计指标|指标名称|统计项目|单位|计量单位|统计数|数量|\d{4}年度?|历年累计)$/;

/** Rows from the annex's header to its end. */
export function annexRows(blocks: readonly Block[]): AnnexRow[] {
  const atoms = toAtoms(blocks);
  const start = atoms.findIndex((atom) => atom.kind !== 'break' && header.test(unspaced(atom.text)));
  const end = atoms.findIndex((atom, index) => index > start && atom.kind === 'break');
  const builder = new RowBuilder();
  for (const atom of atoms.slice(Math.max(0, start), end < 0 ? undefined : end)) {
    if (atom.kind !== 'break') builder.add(atom);
  }
  return builder.finish();
}

class RowBuilder {
  readonly #rows: AnnexRow[] = [];
  #row: { label: Atom; text: string; unit: string | null; values: Atom[] } | null = null;

  add(atom: Atom): void {
    const text = unspaced(atom.text);
    if (atom.kind === 'figure') this.#row?.values.push(atom);
    else if (atom.kind === 'blank' || note.test(text) || header.test(text)) return;
    else if (units.has(text) && this.#row !== null) this.#row.unit = text;
    else this.#open(atom, text);
  }

  finish(): AnnexRow[] {
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
    this.#row = { label, text, unit: null, values: [] };
  }
}

function isUnfinished(text: string): boolean {
  return (text.match(/[(（]/g)?.length ?? 0) > (text.match(/[)）]/g)?.length ?? 0);
}
