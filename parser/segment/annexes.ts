import { annexHeader } from '../extract/statistics/annex-header.ts';
import { isProse } from '../extract/tables/atoms.ts';
import type { Block } from '../read/document.ts';
import { isAnnexTitle, isFooter } from './page-noise.ts';

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
