import type { Block, Paragraph } from '../read/document.ts';
import { isNumberedLabel, ordinalOf } from '../wording/numbering.ts';
import { leadingHeading } from './section-wording.ts';

/**
 * Crawlers and extractors put a page's title, its metadata and its whole text on one line. Here such a line is parted as it
 * was printed: before and after each heading, before each label of the metadata, after the title. What stands on lines of
 * its own already stays as it is.
 */
export function toPrintedLines(blocks: readonly Block[]): Block[] {
  const length = blocks.reduce((sum, block) => sum + (block.kind === 'paragraph' ? block.text.length : 0), 0);
  const joined = blocks.flatMap((_, index) => withLoneNumber(blocks, index));
  return joined.flatMap((block) => {
    if (block.kind === 'table' || block.text.length < shortestJoined) return [block];
    const cuts = [...metadataCuts(block.text), ...titleCuts(block.text), ...headingCuts(block.text, length)];
    return cuts.length === 0 ? [block] : parted(block, cuts);
  });
}

/** A shorter line holds one thing. */
const shortestJoined = 40;

/** A number that stands on a line of its own belongs to the heading on the next: 一、 / 总体情况. */
const loneNumber = /^\s*(?:第?[一二三四五六七八九十]{1,2}(?:部分)?\s*[、.．:：]?)\s*$/u;

function withLoneNumber(blocks: readonly Block[], index: number): Block[] {
  const [before, block, after] = [blocks[index - 1], blocks[index], blocks[index + 1]];
  if (block?.kind !== 'paragraph') return block === undefined ? [] : [block];
  if (isLoneNumber(block) && opensHeading(after)) return [];
  const isNumbered = isLoneNumber(before) && opensHeading(block);
  return [isNumbered ? { ...block, text: `${numberOf(before)}${block.text.trim()}` } : block];
}

function isLoneNumber(block: Block | undefined): block is Paragraph {
  return block?.kind === 'paragraph' && loneNumber.test(block.text);
}

function opensHeading(block: Block | undefined): block is Paragraph {
  return block?.kind === 'paragraph' && leadingHeading(block.text.trim()) > 0;
}

/** The number as headings have it, with its mark. */
function numberOf({ text }: Paragraph): string {
  const number = text.trim();
  return /[一二三四五六七八九十]$/u.test(number) ? `${number}、` : `${number} `;
}

/** Labels of the metadata that crawlers print before a text. */
const metadataLabel =
  /(?:标题|名称|发布(?:时间|日期|机构|单位)|发文(?:时间|日期|机关)|成文日期|公开日期|信息来源|来源|栏目|所属栏目|原文链接|网址|作者|索引号|浏览次数|正文)\s*[:：]/gu;
/** The metadata ends here: ==== 正文 ====. */
const textRule = /[=＝]{2,}\s*\p{Script=Han}{0,6}\s*[=＝]{2,}/gu;
/** Metadata stands within so many characters from a line's beginning. */
const longestHeader = 800;
const leastLabels = 2;

function metadataCuts(text: string): number[] {
  const header = text.slice(0, longestHeader);
  const rules = [...header.matchAll(textRule)].flatMap(({ 0: rule, index }) => [index, index + rule.length]);
  const labels = [...header.matchAll(metadataLabel)].filter(({ index }) => isParted(text, index));
  const opensText = labels.find(({ 0: label, index }) => index === 0 && label.startsWith('正文'));
  if (opensText !== undefined) return [...rules, opensText[0].length];
  if (labels.length < leastLabels) return rules;
  const last = labels.at(-1);
  const end = last?.[0].startsWith('正文') ? [last.index + last[0].length] : [];
  return [...rules, ...labels.map(({ index }) => index), ...end];
}

/** A label opens the line or stands behind a blank or another mark. */
function isParted(text: string, index: number): boolean {
  return index === 0 || /[\s|｜;；=＝\]】]/u.test(text.charAt(index - 1));
}

/** A title before the report's first sentence: a blank parts them, or the words that such sentences open with. */
const openingTitle =
  /^\s*(?:标题[:：]\s*)?\S{2,50}(?:信息|政务)公开(?:工作)?(?:年度)?(?:工作)?(?:情况的?)?(?:报告|年报)(?:\s*[(（][^()（）]{2,30}[)）])?(?=\s+\S|根据|按照|依据|为了|为贯彻|为进一步|本(?:报告|年报|年度)|现(?:将|公布)|[一1]、|第一部分|\d{4}年)/u;

function titleCuts(text: string): number[] {
  const title = openingTitle.exec(text);
  return title === null || /[。;；,，]/u.test(title[0]) ? [] : [title[0].length];
}

/** How headings are numbered within a line, the outer first, and how many known ones show that they are headings. */
const numberings: readonly { readonly pattern: RegExp; readonly least: number; readonly ofWhole: boolean }[] = [
  { pattern: /第\s*([一二三四五六七八九十]{1,2})\s*(?:部分|章)[\s、.．:：]*/gu, least: 1, ofWhole: false },
  { pattern: /(?<![第十（(“"《〔])(十?[一二三四五六七八九]|十)\s*[、.．:：]\s*/gu, least: 1, ofWhole: false },
  { pattern: /[(（]\s*([一二三四五六七八九十]{1,2})\s*[)）][\s、]*/gu, least: 3, ofWhole: true },
  { pattern: /(?<![\d.．])(\d{1,2})\s*[、.．]\s*(?!\d)/gu, least: 3, ofWhole: true },
];
/** Sub-headings are numbered (一) and 1. too; these part a report only where the line holds nearly all of the page. */
const shareOfPage = 0.6;

/** A place where a sentence, or a column, has ended. */
const afterSentence = /(?:^|[。；;！!？?:：)）\s])$/u;
/** A heading that is listed among others, or cited. */
const listed = /^\s*[、，,;；”"》)）]/u;
const afterWords = /^[。:：\s]*/u;

/** A number within a line, and where it ends; `end` is where a form's heading behind it ends, null where none follows. */
interface PrintedNumber {
  readonly start: number;
  readonly end: number | null;
  readonly ordinal: number;
}

function headingCuts(text: string, length: number): number[] {
  for (const { pattern, least, ofWhole } of numberings) {
    if (ofWhole && text.length < length * shareOfPage) continue;
    const headings = inSequence([...text.matchAll(pattern)].flatMap((match) => numberAt(text, match)));
    const known = headings.filter(({ end }) => end !== null);
    if (known.length >= least && known.some(({ end }) => end !== text.length || known.length > 1))
      return headings.flatMap(({ start, end }) => (end === null ? [start] : [start, end]));
  }
  return [];
}

function numberAt(text: string, { 0: printed, 1: number = '', index }: RegExpMatchArray): PrintedNumber[] {
  const start = index ?? 0;
  const words = start + printed.length;
  const ordinal = ordinalOf(number);
  if (ordinal === null) return [];
  const known = leadingHeading(text.slice(words, words + longestHeading));
  const end = words + known;
  if (known > 0 && listed.test(text.slice(end))) return [];
  if (known > 0) return [{ start, ordinal, end: end + (afterWords.exec(text.slice(end))?.[0].length ?? 0) }];
  const isRow = isNumberedLabel(text.slice(start, start + longestHeading));
  return isRow || !afterSentence.test(text.slice(0, start)) ? [] : [{ start, ordinal, end: null }];
}

const longestHeading = 60;

/** Numbers that count on: a form's heading may leave some out, other words may not. */
function inSequence(numbers: readonly PrintedNumber[]): PrintedNumber[] {
  const kept: PrintedNumber[] = [];
  for (const each of numbers) {
    const last = kept.at(-1)?.ordinal ?? 0;
    if (each.ordinal === last + 1 || (each.end !== null && each.ordinal > last)) kept.push(each);
  }
  return kept;
}

function parted(paragraph: Paragraph, cuts: readonly number[]): Paragraph[] {
  const { text, offset } = paragraph;
  const places = [...new Set([0, ...cuts, text.length])].sort((left, right) => left - right);
  return places.slice(1).flatMap((end, index) => {
    const start = places[index] ?? 0;
    const piece = text.slice(start, end);
    return piece.trim() === '' ? [] : [{ ...paragraph, text: piece, offset: offset + start }];
  });
}
