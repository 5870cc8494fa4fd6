import { printedLabels } from '../../schema/law/forms/form.ts';
import { forms, sectionHeadings } from '../../schema/law/forms/forms.ts';
import type { Block, Paragraph } from '../read/document.ts';
import { normalise } from '../wording/normalise.ts';

/**
 * Extractors that lose line ends leave a table, or a whole report, on one line: 规章000行政规范性文件000第二十条第(五)项….
 * Here such a line is parted again before and after every label of the forms, and before every heading, so that the
 * stages after it see pieces as they see lines. What stands between two labels is not touched.
 */
export function unfold(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' && mayBeFolded(block.text) ? parts(block) : [block]));
}

const shortestFolded = 60;
/** Words of the tables that narrative seldom strings together: a cheap look before the costly one. */
const anchors = '第二十条 信息内容 规章 行政许可 总计 结转 予以公开 结果维持 尚未审结 自然人'.split(' ');
const leastAnchors = 2;

/** A sentence lists labels with marks between them; a folded table prints them one against the other, or against digits. */
const leastLabels = 6;
const cellFollows = /^[\d+\-−/\s|｜(（]/u;

const openingMarks = /[(（“"【\s]+$/u;
const closingMarks = /^[)）”"】]+/u;

const numberedHeadings = headings();
/** Labels and numbered headings without blanks and marks, the longest first, since a shorter one may begin it. */
const wording = new RegExp(
  [...labels(), ...numberedHeadings].sort((left, right) => right.length - left.length).join('|'),
  'gu',
);
const heading = new RegExp(`^(?:${numberedHeadings.join('|')})$`, 'u');

const numbered = /^\d/u;
const markedNumber = /^\d\s?[.．、,，]/u;

/** A pipe or a tab on both sides: a cell already. */
const cellBegins = /(?:^|[\t|｜│])[^\S\t]*$/u;
const cellEnds = /^[^\S\t]*(?:$|[\t|｜│])/u;

function labels(): string[] {
  const printed = forms.flatMap((form) => form.tables.flatMap(printedLabels));
  return [...new Set(printed.filter((label) => label.length > 2).map(normalise))];
}

function headings(): string[] {
  return [...new Set(sectionHeadings.map(normalise))].map((heading) => `[一二三四五六]${heading}`);
}

function mayBeFolded(text: string): boolean {
  return text.length >= shortestFolded && anchors.filter((word) => text.includes(word)).length >= leastAnchors;
}

/** Where a label or heading begins and ends in the text as printed. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly isHeading: boolean;
}

function parts(paragraph: Paragraph): Paragraph[] {
  const spans = wordingsIn(paragraph.text);
  if (!isFolded(paragraph.text, spans)) return [paragraph];
  const loose = spans.filter((span) => span.isHeading || !isCell(paragraph.text, span));
  const cuts = [0, ...loose.flatMap(({ start, end }) => [start, end]), paragraph.text.length];
  return cuts.slice(1).flatMap((to, index) => {
    const from = cuts[index] ?? 0;
    const text = paragraph.text.slice(from, to);
    return text.trim() === '' ? [] : [{ ...paragraph, text, offset: paragraph.offset + from }];
  });
}

function isCell(text: string, { start, end }: Span): boolean {
  return cellBegins.test(text.slice(Math.max(0, start - 20), start)) && cellEnds.test(text.slice(end, end + 20));
}

function isFolded(text: string, spans: readonly Span[]): boolean {
  const inRows = spans.filter(
    ({ end }, index) => spans[index + 1]?.start === end || cellFollows.test(text.slice(end, end + 1)),
  );
  return inRows.length >= leastLabels;
}

/**
 * Labels are found whatever blanks and marks stand in them; the marks around one go with it. A label's own number has its
 * mark behind it: in 28723 | 其他对外管理服务事项 there is no 3.其他.
 */
function wordingsIn(text: string): Span[] {
  const { compact, at } = compacted(text);
  return [...compact.matchAll(wording)].flatMap((match) => {
    const first = at[match.index] ?? 0;
    if (numbered.test(match[0]) && !markedNumber.test(text.slice(first, first + 3))) return [];
    const last = at[match.index + match[0].length - 1] ?? first;
    const opening = openingMarks.exec(text.slice(Math.max(0, first - 3), first))?.[0].length ?? 0;
    const closing = closingMarks.exec(text.slice(last + 1, last + 4))?.[0].length ?? 0;
    return [{ start: first - opening, end: last + 1 + closing, isHeading: heading.test(match[0]) }];
  });
}

/** The text as it is compared, each character with its place in print. */
function compacted(text: string): { compact: string; at: number[] } {
  const at: number[] = [];
  let compact = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = normalise(text.charAt(index));
    compact += character;
    for (let count = 0; count < character.length; count += 1) at.push(index);
  }
  return { compact, at };
}
