import { isProse } from '../extract/tables/atoms.ts';
import { tidy } from '../normalise.ts';
import { isNumberedLabel, numberedOpening } from '../numbered-labels.ts';
import type { Block, Paragraph } from '../read/document.ts';

/** A line that opens a numbered section: 一、总体情况. `rest` is what stands on the line after the heading. */
export interface Heading {
  readonly block: number;
  readonly ordinal: number;
  readonly text: string;
  readonly rest: string;
}

const ordinals = [
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
  '十一',
  '十二',
  '十三',
  '十四',
  '十五',
  '十六',
];
/** A heading ends where a sentence, a run of blanks or a cell begins. */
const headingEnd = /[。:：；;|｜]|\s{2,}|\s(?=第二十条|[(（]本列)/u;
const longestHeading = 45;

export function findHeadings(blocks: readonly Block[]): Heading[] {
  return blocks.flatMap((block, index) => (block.kind === 'paragraph' ? readHeading(block, index) : []));
}

function readHeading(paragraph: Paragraph, block: number): Heading[] {
  const [, numeral, text] = numberedOpening.exec(paragraph.text) ?? [];
  if (numeral === undefined || text === undefined || isNumberedLabel(paragraph.text)) return [];
  const end = text.search(headingEnd);
  const heading = tidy(end < 0 ? text : text.slice(0, end));
  const ordinal = ordinals.indexOf(numeral) + 1;
  if (heading === '' || heading.length > longestHeading || ordinal === 0) return [];
  if (isProse(heading)) return [];
  const rest = end < 0 ? '' : text.slice(end).replace(/^[。:：\s]+/u, '');
  return [{ block, ordinal, text: heading, rest: rest.trimEnd() }];
}
