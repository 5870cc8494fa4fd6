import { around, type Box, contains, middle } from './geometry.ts';
import type { Grid } from './grid.ts';
import type { PageContent } from './page-content.ts';
import { groupRules, ruledGrid } from './ruled-grid.ts';
import { type SplitLine, splitLine, tableRanges } from './table-lines.ts';
import { type TextLine, toLines } from './text-lines.ts';
import { unruledGrids } from './unruled-grid.ts';

/** A table or a line of text on a page. */
export type PageItem =
  | { readonly kind: 'grid'; readonly grid: Grid; readonly page: number }
  | { readonly kind: 'line'; readonly line: TextLine; readonly page: number };

/** A page's tables and lines from the top. Tables that are drawn are found by their lines, others by their columns. */
export function pageItems(page: PageContent, isNoise: (line: TextLine) => boolean): PageItem[] {
  const grids = drawnGrids(page);
  const outside = page.glyphs.filter(({ box }) => !grids.some((grid) => contains(grid.box, middle(box))));
  const lines = toLines(outside).filter((line) => !isNoise(line));
  if (lines.length === 0) return grids.map((grid) => ({ kind: 'grid', grid, page: page.number }));
  const body = around(lines.map(({ box }) => box));
  const strips = stripsBetween(lines, grids);
  const aligned = strips.flatMap((strip) => alignedItems(strip.map(splitLine), body, page.number));
  const drawn = grids.map((grid): PageItem => ({ kind: 'grid', grid, page: page.number }));
  return [...aligned, ...drawn].sort((one, other) => topOf(one) - topOf(other));
}

/** Tables drawn on the page that hold text, the outermost where one is drawn in another. */
function drawnGrids({ rules, glyphs, pictures, number }: PageContent): Grid[] {
  const bare = pictures.filter((picture) => !glyphs.some(({ box }) => contains(picture, middle(box))));
  const found = groupRules(rules).flatMap((group) => {
    const grid = ruledGrid(group, { glyphs, pictures: bare, number });
    return grid === null || !grid.cells.some(({ lines }) => lines.length > 0) ? [] : [grid];
  });
  return found.filter((grid) => !found.some((other) => other !== grid && holds(other.box, grid.box)));
}

function holds(outer: Box, inner: Box): boolean {
  return contains(outer, [inner.left, inner.top]) && contains(outer, [inner.right, inner.bottom]);
}

/** Lines by the tables between which they stand. */
function stripsBetween(lines: readonly TextLine[], grids: readonly Grid[]): TextLine[][] {
  const strips = new Map<number, TextLine[]>();
  for (const line of lines) {
    const above = grids.filter(({ box }) => box.top < line.box.top).length;
    const strip = strips.get(above) ?? [];
    strips.set(above, strip);
    strip.push(line);
  }
  return [...strips.values()];
}

function alignedItems(lines: readonly SplitLine[], body: Box, page: number): PageItem[] {
  const ranges = tableRanges(lines, body);
  return lines.flatMap((split, index): PageItem[] => {
    const range = ranges.find(({ first, last }) => index >= first && index <= last);
    if (range === undefined) return [{ kind: 'line', line: split.line, page }];
    if (range.first !== index) return [];
    const grids = unruledGrids(lines.slice(range.first, range.last + 1), page);
    return grids.map((grid) => ({ kind: 'grid', grid, page }));
  });
}

function topOf(item: PageItem): number {
  return item.kind === 'grid' ? item.grid.box.top : item.line.box.top;
}
