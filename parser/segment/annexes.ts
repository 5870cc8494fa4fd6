import { isProse } from '../extract/tables/atoms.ts';
import type { Block } from '../read/document.ts';
import { isAnnexTitle, isFooter } from './page-noise.ts';

/** A range of blocks, end excluded. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const header =
  /^[\s|｜]*(?:统计指标|指标名称|指\s*标|统计项目)(?:[\s|｜]|$)|(?:统计指标|指标名称|统计项目)[\s|｜]*(?:计量)?单位/u;
const title = /情况统计表|统计表$/u;
/** How far above its header row an annex's title may stand. */
const titleDistance = 4;
/** Rows of a grid that may hold the header. */
const headerRows = 3;

/**
 * The indicator annexes on a page (form 2008): each from its title, or from its header row where it has none, to the
 * first sentence or line of the site's own after it.
 */
export function findAnnexes(blocks: readonly Block[]): Range[] {
  const found: Range[] = [];
  for (const [index, block] of blocks.entries()) {
    const floor = found.at(-1)?.end ?? 0;
    if (index >= floor && isHeader(block))
      found.push({ start: startOf(blocks, index, floor), end: endOf(blocks, index) });
  }
  return found;
}

function isHeader(block: Block): boolean {
  if (block.kind === 'paragraph') return header.test(block.text.trim());
  return block.rows.slice(0, headerRows).some((row) => row.some((cell) => header.test(cell.text.trim())));
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
