import type { Block, Paragraph } from '../read/document.ts';
import { isProse } from '../tables/atoms.ts';
import { normalise, unspaced } from '../wording/normalise.ts';
import { isSimilar } from '../wording/similarity.ts';
import type { Heading } from './headings.ts';
import { namesOrgan } from './organ-words.ts';

/**
 * What sites print after a report. The first such line ends the last section; none of it is evidence of the agency.
 * Every pattern is a line's beginning, seen on published pages.
 */
const footers: readonly RegExp[] = [
  /^分享(?:到|至)?\s*[:：]?/,
  /^(?:上|下)一(?:篇|条|页)\s*[:：]?/,
  /^(?:相关|有关)(?:附件|链接|文章|阅读|信息|解读|新闻|文档)/,
  /^附件(?:下载|列表)?\s*\d*\s*(?:[:：]|$)/,
  /^附\s*[:：]/,
  /^(?:版权所有|主办(?:单位)?\s*[:：]|承办(?:单位)?\s*[:：]|网站(?:声明|地图|标识码)|联系我们|技术支持)/,
  /ICP备|公网安备/,
  /^[•·\s]*(?:打印(?:本页|此页|文章)?|关闭(?:窗口|本页|页面)?|返回(?:顶部|首页)?|收藏)\s*$/,
  /^扫一扫/,
  /^您好.{0,6}我是/,
  /^【(?:打印|关闭|下载|字体|我要)/,
  /^(?:微信|手机)(?:扫一扫|扫码)/,
];

export function isFooter(text: string): boolean {
  const line = text.trim();
  return footers.some((pattern) => pattern.test(line));
}

/** Lines of metadata between a title and the report: source, date, clicks, font size. */
const metadata =
  /^(?:[•·\s]*)(?:来源|信息来源|发布(?:时间|日期|机构|单位|人)|作者|时间|日期|索\s*引\s*号|浏览(?:次数|量)|点击|阅读|字体|【字体|文\s*号|主题分类|\d{4}[-年]\d{1,2}[-月]\d{1,2})/u;

function isMetadata(text: string): boolean {
  return metadata.test(text.trim());
}

/** An annex opens with lines that end a report: 附件, 附表1. */
export function isAnnexTitle(text: string): boolean {
  return /^附[件表]/u.test(text.trim());
}

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

/** A section as printed: its heading and the blocks below it, by index in the document. */
export interface SectionSegment {
  readonly heading: Heading;
  readonly blocks: readonly number[];
}

/** One report on a page, parted: everything the extraction stages need, by index in the document. */
export interface ReportSegment {
  /** Paragraphs between the title and the first heading, from the first that is a sentence. */
  readonly preamble: readonly Paragraph[];
  readonly sections: readonly SectionSegment[];
  /** Name and date below the last section; a name alone where no date is printed. */
  readonly signature: readonly string[];
}

const writtenDay = '(?:\\d{4}|[〇○零一二三四五六七八九]{4})\\s*年[^年月日]{1,4}月[^年月日]{1,4}日';
const dateLine = new RegExp(`^\\s*${writtenDay}\\s*$`, 'u');
/** Who signs and when on one line: 镇远县教育局 2023年1月12日. */
const signedLine = new RegExp(
  `^\\s*(\\p{Script=Han}[\\p{Script=Han}()（）\\s]{2,38}?)[,，]?\\s*(${writtenDay})\\s*$`,
  'u',
);
/** A name and nothing else. */
const nameLine = /^\s*\p{Script=Han}[\p{Script=Han}()（）\s]{2,38}\s*$/u;
const longestSignature = 40;
const shortestSignature = 4;
/** A signature is a name, or two of an office and its government, above the date. */
const signatureLines = 2;

/** The sentence before the first heading may end in a colon: …报告公布如下: */
const announces = /如下\s*[:：]\s*$/u;

/** Where a report's own text begins, its first heading or its first table, and the blocks of its tables. */
interface Bounds {
  readonly first: number;
  readonly tableBlocks: ReadonlySet<number>;
}

/** Parts one printing of a report. One without headings is all preamble, what stands below its tables too. */
export function segmentReport(copy: Copy, blocks: readonly Block[], { first, tableBlocks }: Bounds): ReportSegment {
  const isText = (index: number) =>
    paragraphsAt(blocks, index).some(({ text }) => (isProse(text) || announces.test(text)) && !isMetadata(text));
  const opening = range(copy.start, first).find(isText) ?? first;
  const last = copy.headings.at(-1)?.block ?? Math.max(opening, ...tableBlocks);
  const end = findEnd(blocks, last + 1, copy.end);
  const signature = findSignature(blocks, last + 1, end);
  const textEnd = signature.start;
  const above = range(opening, Math.min(first, textEnd)).filter((index) => !tableBlocks.has(index));
  const isBelow = (index: number) => !tableBlocks.has(index) && isText(index);
  const below = copy.headings.length > 0 ? [] : range(first, textEnd).filter(isBelow);
  return {
    preamble: [...above, ...below].flatMap((index) => paragraphsAt(blocks, index)),
    sections: copy.headings.map((heading, index) => ({
      heading,
      blocks: range(heading.block + 1, copy.headings[index + 1]?.block ?? textEnd),
    })),
    signature: signature.lines,
  };
}

/** The report ends at the first line that is the site's and not the report's. */
function findEnd(blocks: readonly Block[], from: number, limit: number): number {
  const footer = range(from, limit).find((index) => paragraphsAt(blocks, index).some(({ text }) => isFooter(text)));
  return footer ?? limit;
}

/**
 * Who signs, and when: the last short lines that end in a date, or the one line of both. Without a date the very last line where
 * it is the name of an organ, which stays in the text of its section, for a list may end in a name too.
 */
function findSignature(blocks: readonly Block[], from: number, end: number): { start: number; lines: string[] } {
  const isDated = ({ text }: Paragraph) => dateLine.test(text) || nameAndDay(text).length > 0;
  const date = range(from, end).findLast((index) => paragraphsAt(blocks, index).some(isDated));
  if (date === undefined) return { start: end, lines: undatedSignature(blocks, from, end) };
  const onOneLine = paragraphsAt(blocks, date).flatMap(({ text }) => nameAndDay(text));
  if (onOneLine.length > 0) return { start: date, lines: onOneLine };
  let start = date;
  while (start - 1 >= from && date - start < signatureLines && isSignatureLine(blocks[start - 1])) start -= 1;
  const lines = range(start, date + 1).flatMap((index) => paragraphsAt(blocks, index));
  return { start, lines: lines.map(({ text }) => text.trim()) };
}

function nameAndDay(text: string): string[] {
  const [, name = '', day = ''] = signedLine.exec(text) ?? [];
  return namesOrgan.test(unspaced(name)) ? [name.trim(), day] : [];
}

function undatedSignature(blocks: readonly Block[], from: number, end: number): string[] {
  const printed = range(from, end).filter((index) =>
    paragraphsAt(blocks, index).every(({ text }) => text.trim() !== ''),
  );
  const [last] = paragraphsAt(blocks, printed.at(-1) ?? -1);
  return last !== undefined && nameLine.test(last.text) && namesOrgan.test(unspaced(last.text))
    ? [last.text.trim()]
    : [];
}

function isSignatureLine(block: Block | undefined): boolean {
  if (block?.kind !== 'paragraph' || /[。；:：，、]/u.test(block.text)) return false;
  const { length } = block.text.trim();
  return length >= shortestSignature && length <= longestSignature;
}

function paragraphsAt(blocks: readonly Block[], index: number): Paragraph[] {
  const block = blocks[index];
  return block?.kind === 'paragraph' ? [block] : [];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
