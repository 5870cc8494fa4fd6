import { sectionHeadings } from '../../../schema/law/forms/forms.ts';
import { isFigureLike } from '../../wording/figure.ts';
import { normalise } from '../../wording/normalise.ts';
import type { Box } from './geometry.ts';
import { fragments, type TextLine } from './text-lines.ts';

const headings = new Set(sectionHeadings.map(normalise));
const ordinal = /^\s*(?:十?[一二三四五六七八九十])\s*[、.．，,]\s*/u;

/** Whether a line is the heading of a statutory section, which no table of a report goes across. */
function isSectionHeading(text: string): boolean {
  return ordinal.test(text) && headings.has(normalise(text.replace(ordinal, '')));
}

/** A line of a page and the pieces that gaps part it into. */
export interface SplitLine {
  readonly line: TextLine;
  readonly pieces: readonly TextLine[];
  /** Pieces that can be figures of a table; empty for a line of a sentence. */
  readonly figures: readonly TextLine[];
}

/** Lines from one to another, both included, by index. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** A table that is not drawn has this many figures at least: the fewest that anything could be told from. */
const leastFigures = 3;
/** Most lines of wrapped labels and headings between two lines of figures. */
const mostBetween = 12;
/** Most lines of headings above the first figures, and of a wrapped label below the last. */
const mostAbove = 16;
const mostBelow = 4;
/** A gap of more than this, in parts of the type's size, ends a table at its top and bottom. */
const endGap = 3;
const sentence = /[。；;！!？?]/u;
/** A single piece over this share of the text's width is a line of a paragraph. */
const paragraphWidth = 0.8;

export function splitLine(line: TextLine): SplitLine {
  const pieces = fragments(line);
  const figures = pieces.filter(({ text }) => isFigureLike(text));
  const isRow = figures.length > 0 && !sentence.test(line.text);
  return { line, pieces, figures: isRow ? figures : [] };
}

/** Where tables stand among lines: lines with figures and what belongs to them, as far as no sentence or heading parts them. */
export function tableRanges(lines: readonly SplitLine[], body: Box): LineRange[] {
  const ranges: LineRange[] = [];
  for (const [index, { figures }] of lines.entries()) {
    const range = ranges.at(-1);
    if (figures.length === 0) continue;
    if (
      range !== undefined &&
      index - range.last <= mostBetween + 1 &&
      isOpen(lines, range.last + 1, { to: index, body })
    ) {
      ranges[ranges.length - 1] = { ...range, last: index };
    } else ranges.push({ first: index, last: index });
  }
  return ranges
    .filter(({ first, last }) => countFigures(lines.slice(first, last + 1)) >= leastFigures)
    .map((range, index, all) => extend(lines, range, { floor: (all[index - 1]?.last ?? -1) + 1, body }));
}

function countFigures(lines: readonly SplitLine[]): number {
  return lines.reduce((sum, { figures }) => sum + figures.length, 0);
}

function isOpen(lines: readonly SplitLine[], from: number, { to, body }: { to: number; body: Box }): boolean {
  return lines.slice(from, to).every((line) => mayBeTable(line, body));
}

function mayBeTable({ line, pieces }: SplitLine, body: Box): boolean {
  const { text, box } = line;
  if (isSectionHeading(text)) return false;
  if (pieces.length > 1) return true;
  return !sentence.test(text) && box.right - box.left < paragraphWidth * (body.right - body.left);
}

function extend(
  lines: readonly SplitLine[],
  { first, last }: LineRange,
  { floor, body }: { floor: number; body: Box },
): LineRange {
  let top = first;
  while (top > floor && first - top < mostAbove && isNear(lines, top - 1, body)) top -= 1;
  let bottom = last;
  while (bottom < lines.length - 1 && bottom - last < mostBelow && isNear(lines, bottom, body, 1)) bottom += 1;
  return { first: top, last: bottom };
}

/** Whether the line beyond the table's edge may belong to it: `index` is the upper of the two lines at the edge. */
function isNear(lines: readonly SplitLine[], index: number, body: Box, beyond = 0): boolean {
  const [upper, lower] = [lines[index], lines[index + 1]];
  const candidate = beyond === 0 ? upper : lower;
  if (upper === undefined || lower === undefined || candidate === undefined) return false;
  return lower.line.box.top - upper.line.box.bottom <= endGap * lower.line.size && mayBeTable(candidate, body);
}
