import type { SectionKey } from '../../schema/law/vocabulary/sections.ts';
import type { Block } from '../read/document.ts';
import { isProse } from '../tables/atoms.ts';
import { normalise, tidy } from '../wording/normalise.ts';
import { isNumberedLabel, isRowLabel, numberedOpening, ordinalOf } from '../wording/numbering.ts';
import { isSimilar } from '../wording/similarity.ts';
import { leadingHeading, matterOf, unmarkedMatter } from './section-wording.ts';

/** A line that opens a section: 一、总体情况. `rest` is what stands on the line after the heading. */
export interface Heading {
  readonly block: number;
  readonly ordinal: number;
  readonly text: string;
  readonly rest: string;
}

/** A line that may be a heading, with what it is about by its words; null where they do not tell. */
interface Candidate extends Heading {
  readonly matter: SectionKey | null;
}

/** A heading ends where a sentence, a run of blanks or a cell begins. */
const headingEnd = /[。:：；;|｜\t]|\s{2,}|\s(?=第二十条|[(（]本列)/u;
const longestHeading = 45;
const mostOrdinals = 16;

/** 第一部分 总体情况: what is numbered so holds all that is numbered otherwise. */
const partNumber = /^\s*第\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*(?:部分|章|节|篇)[\s、.．:：,，]*(\S.*)$/u;

/** Other ways to number headings than 一、, the likelier first: 一：, Ⅰ., (一), 1. and (1). */
const otherNumbers: readonly RegExp[] = [
  /^\s*([一二三四五六七八九十]{1,3})(?:\s*[:：]\s*|\s+)(\S.*)$/u,
  /^\s*([ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[IVX]{1,4})[\s、.．:：,，]+(\S.*)$/u,
  /^\s*[(（【〔[]\s*([一二三四五六七八九十]{1,3})\s*[)）】〕\]][\s、.．:：,，]*(\S.*)$/u,
  /^\s*(\d{1,2})(?:\s*[、.．:：,，)）]\s*|\s+)(?!\d)(\S.*)$/u,
  /^\s*[(（]\s*(\d{1,2})\s*[)）][\s、.．:：,，]*(\S.*)$/u,
];

/** A line with or without a list's mark before it. */
const unnumbered = /^[\s•·●○◆◇■□▪▲△★☆※➤►▶#*\-—–]*(\S.*)$/u;

/** Headings on so many matters show that a report's sections are numbered so, or have no number. */
const leastMatters = 3;

/**
 * The headings of the reports on a page, in order: those numbered 一、; those of another numbering, or none but a form's own
 * words, where that is how the sections are parted. Lines that `isOutside` belong to no report's text.
 */
export function findHeadings(blocks: readonly Block[], isOutside: (block: number) => boolean = () => false): Heading[] {
  const lines = blocks.flatMap((block, index) =>
    block.kind === 'paragraph' && !isOutside(index) ? [{ text: block.text, block: index }] : [],
  );
  const usual = lines.flatMap((line) => (isNumberedLabel(line.text) ? [] : numbered(line, numberedOpening)));
  const parts = ladder(lines.flatMap((line) => numbered(line, partNumber)));
  const others = otherNumbers.map((pattern) => ladder(lines.flatMap((line) => numbered(line, pattern))));
  const unmarked = inOrder(lines.flatMap(unmarkedHeading));
  return sectionHeadings(usual, parts, [...others, unmarked]).map(({ matter: _, ...heading }) => heading);
}

function sectionHeadings(
  usual: readonly Candidate[],
  parts: readonly Candidate[],
  others: readonly (readonly Candidate[])[],
): readonly Candidate[] {
  if (matters(parts) >= leastMatters) return parts;
  const other = others.find((each) => matters(each) >= leastMatters) ?? [];
  return isOuter(usual, other) ? filled(usual, others) : other;
}

interface Line {
  readonly text: string;
  readonly block: number;
}

/** The heading that a line is when it is numbered so; none where it is a sentence, or a row of a table. */
function numbered({ text: line, block }: Line, pattern: RegExp): Candidate[] {
  const [, number, text] = pattern.exec(line) ?? [];
  const ordinal = number === undefined ? null : ordinalOf(number);
  if (text === undefined || ordinal === null || ordinal > mostOrdinals) return [];
  const parted = headingOf(text);
  return parted === null || isRow(parted.rest) ? [] : [{ block, ordinal, ...parted }];
}

/** A heading, and what stands behind it on its line: a form's own words end where they end, others where a sentence ends. */
function headingOf(line: string): Pick<Candidate, 'text' | 'rest' | 'matter'> | null {
  const known = leadingHeading(line);
  const end = /^\s+\S/u.test(line.slice(known)) && known > 0 ? known : line.search(headingEnd);
  const text = tidy(end < 0 ? line : line.slice(0, end));
  if (text !== '' && text.length <= longestHeading && !isProse(text))
    return partedAt(line, end < 0 ? line.length : end);
  return known > 0 ? partedAt(line, known) : null;
}

function partedAt(line: string, end: number): Pick<Candidate, 'text' | 'rest' | 'matter'> {
  const text = tidy(line.slice(0, end));
  return {
    text,
    rest: line
      .slice(end)
      .replace(/^[。:：\s]+/u, '')
      .trimEnd(),
    matter: matterOf(text),
  };
}

const figureCell = /(?:^|[\s|｜│])[+\-−]?[\d/]+(?=$|[\s|｜│])/gu;
/** A line with more figures than this behind its words is a row of a table. */
const mostFigures = 1;

function isRow(rest: string): boolean {
  return (rest.match(figureCell)?.length ?? 0) > mostFigures;
}

const anyNumber = [numberedOpening, partNumber, ...otherNumbers];

function unmarkedHeading({ text: line, block }: Line): Candidate[] {
  if (anyNumber.some((number) => number.test(line))) return [];
  const text = tidy(unnumbered.exec(line)?.[1] ?? '').replace(/[:：]$/u, '');
  const matter = text.length > longestHeading ? null : unmarkedMatter(text);
  return matter === null ? [] : [{ block, ordinal: 0, text, rest: '', matter }];
}

function matters(headings: readonly Candidate[]): number {
  return new Set(headings.flatMap(({ matter }) => matter ?? [])).size;
}

/** Those numbered 一、 are the sections, unless they stand within others that are about more. */
function isOuter(usual: readonly Candidate[], other: readonly Candidate[]): boolean {
  const [first, otherFirst] = [usual[0], other[0]];
  if (first === undefined || otherFirst === undefined) return first !== undefined || otherFirst === undefined;
  return first.block < otherFirst.block || matters(usual) >= matters(other);
}

/** What of the lines numbered in one way are headings: each the next in number and no row's label, or a known heading further on. */
function ladder(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const each of candidates) {
    const last = kept.at(-1)?.ordinal ?? 0;
    const first = kept[0];
    const isNext = each.ordinal === last + 1 || (each.ordinal > last && each.matter !== null);
    const isAgain = first !== undefined && each.ordinal === first.ordinal && isSame(first, each);
    if ((isNext || isAgain) && !isRowLabel(each.text)) kept.push(each);
  }
  return kept;
}

const sameHeading = 0.8;

function isSame(left: Candidate, right: Candidate): boolean {
  return isSimilar(normalise(left.text), normalise(right.text), sameHeading);
}

/** Headings without numbers, numbered as they come; one printed again has its number again. */
function inOrder(headings: readonly Candidate[]): Candidate[] {
  const words = [...new Set(headings.map(({ text }) => normalise(text)))];
  return headings.map((heading) => ({ ...heading, ordinal: words.indexOf(normalise(heading.text)) + 1 }));
}

/** Sections that end a report, and may be missed where their number was lost. */
const lastMatters: readonly (SectionKey | null)[] = ['problemsAndImprovements', 'other'];

/** The usual headings with those whose number was lost or is written otherwise: one missing between two, or at the end. */
function filled(usual: readonly Candidate[], others: readonly (readonly Candidate[])[]): Candidate[] {
  const known = others.flat().filter(({ matter }) => matter !== null && usual.every((each) => each.matter !== matter));
  const lost = usual.flatMap((next, index) => {
    const before = usual[index - 1];
    const isFirst = before === undefined || next.ordinal <= before.ordinal;
    const ordinal = isFirst ? 1 : before.ordinal + 1;
    if (next.ordinal !== ordinal + 1) return [];
    const between = known.filter(({ block }) => block > (before?.block ?? -1) && block < next.block);
    const found = isFirst ? between.at(-1) : between[0];
    return found === undefined ? [] : [{ ...found, ordinal }];
  });
  const last = usual.at(-1);
  const ending = known.find(({ block, matter }) => block > (last?.block ?? 0) && lastMatters.includes(matter));
  const end = last === undefined || ending === undefined ? [] : [{ ...ending, ordinal: last.ordinal + 1 }];
  return [...usual, ...lost, ...end].sort((left, right) => left.block - right.block);
}
