import { normalise } from '../normalise.ts';
import type { Block } from '../read/document.ts';
import { isSimilar } from '../similarity.ts';
import type { Heading } from './headings.ts';
import { isMetadata } from './page-noise.ts';

/** One printing of a report on a page: its headings, and the range of blocks it takes, end excluded. */
export interface Copy {
  readonly headings: readonly Heading[];
  readonly start: number;
  readonly end: number;
}

const sameHeading = 0.8;
/** More printings than this on one page are repetitions of a heading, not reports; those with the most headings are read. */
const mostCopies = 40;
const titleLine = /信息公开.{0,14}(?:年度?\s*报告|年\s*报|工作报告)|(?:工作安排|工作要点|任务分解)/u;
const longestTitle = 70;
/** How far above its first heading a report's title may stand. */
const titleDistance = 40;

/**
 * Parts a page into the reports printed on it. A heading that comes again with its number begins another printing;
 * numbers that begin again under other headings do not, since narrative and statutory sections may both count from 一.
 */
export function findCopies(headings: readonly Heading[], blocks: readonly Block[]): Copy[] {
  const groups = fullest(groupHeadings(headings));
  let floor = 0;
  const starts = groups.map((group) => {
    const first = group[0]?.block ?? 0;
    const start = copyStart(blocks, floor, first);
    floor = (group.at(-1)?.block ?? first) + 1;
    return start;
  });
  return groups.map((group, index) => ({
    headings: group,
    start: starts[index] ?? 0,
    end: starts[index + 1] ?? blocks.length,
  }));
}

function groupHeadings(headings: readonly Heading[]): Heading[][] {
  const groups: Heading[][] = [];
  for (const heading of headings) {
    const group = groups.at(-1);
    if (group === undefined || group.some((earlier) => isSame(earlier, heading))) groups.push([heading]);
    else group.push(heading);
  }
  return groups;
}

function fullest(groups: readonly Heading[][]): readonly Heading[][] {
  if (groups.length <= mostCopies) return groups;
  const kept = new Set([...groups].sort((left, right) => right.length - left.length).slice(0, mostCopies));
  return groups.filter((group) => kept.has(group));
}

function isSame(earlier: Heading, later: Heading): boolean {
  return earlier.ordinal === later.ordinal && isSimilar(normalise(earlier.text), normalise(later.text), sameHeading);
}

/** The title nearest above the first heading, else the heading itself with the paragraphs that directly precede it. */
function copyStart(blocks: readonly Block[], floor: number, first: number): number {
  for (let index = first - 1; index >= Math.max(floor, first - titleDistance); index -= 1) {
    if (isTitleLine(blocks[index])) return index;
  }
  let start = first;
  while (start > floor && blocks[start - 1]?.kind === 'paragraph' && start > first - 3) start -= 1;
  return start;
}

function isTitleLine(block: Block | undefined): boolean {
  if (block?.kind !== 'paragraph' || isMetadata(block.text)) return false;
  return block.text.trim().length <= longestTitle && titleLine.test(block.text) && !/[。；]/u.test(block.text);
}
