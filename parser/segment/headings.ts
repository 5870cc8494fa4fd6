import { forms } from '../../schema/forms/forms.ts';
import { isProse } from '../extract/tables/atoms.ts';
import { normalise, tidy } from '../normalise.ts';
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
const opening = /^\s*(十?[一二三四五六七八九十])\s*[、.．，,]\s*(\S.*)$/u;
/** A heading ends where a sentence, a run of blanks or a cell begins. */
const headingEnd = /[。:：；;|｜]|\s{2,}|\s(?=第二十条|[(（]本列)/u;
const longestHeading = 45;

/** Rows of the statutory tables that are numbered as sections are: 四、结转下年度继续办理. */
const numberedLabels = forms
  .flatMap((form) => form.tables.flatMap((table) => table.blocks.flatMap((block) => block.rows)))
  .flatMap((row) => [...row.labels, ...row.groups])
  .filter((label) => opening.test(label))
  .map(normalise);

export function findHeadings(blocks: readonly Block[]): Heading[] {
  return blocks.flatMap((block, index) => (block.kind === 'paragraph' ? readHeading(block, index) : []));
}

function readHeading(paragraph: Paragraph, block: number): Heading[] {
  const [, numeral, text] = opening.exec(paragraph.text) ?? [];
  if (numeral === undefined || text === undefined || isTableRow(paragraph.text)) return [];
  const end = text.search(headingEnd);
  const heading = tidy(end < 0 ? text : text.slice(0, end));
  const ordinal = ordinals.indexOf(numeral) + 1;
  if (heading === '' || heading.length > longestHeading || ordinal === 0) return [];
  if (isProse(heading)) return [];
  const rest = end < 0 ? '' : text.slice(end).replace(/^[。:：\s]+/u, '');
  return [{ block, ordinal, text: heading, rest: rest.trimEnd() }];
}

function isTableRow(text: string): boolean {
  const line = normalise(text);
  return numberedLabels.some((label) => line.startsWith(label));
}
