import { unspaced } from '../wording/normalise.ts';
import { locateDivision } from './division.ts';
import { announcingWords, beforeAgency, noticeWords, peoples, selfReference, township } from './organ-words.ts';
import { yearPattern } from './published-on.ts';

/** What a report is about, with the words met in real titles: 政府信息公开, 政务公开, 政府信息与政务公开, 政务信息公开. */
const subject = '(?:(?:政府|政务)?(?:信息|政务|资讯)|政府信息(?:与|和|及|、)政务)公开';
/** Names of files stand for the titles of what is in them: …年度报告.doc */
const fileSuffix = /\.(?:docx?|wps|pdf|html?|txt|rtf|odt|xlsx?|et|ofd|xml|mht(?:ml)?)$/iu;

/** The name of a file without what says of which kind it is. */
export function withoutSuffix(fileName: string): string {
  return fileName.replace(fileSuffix, '');
}

/** Whether the name of a file is the title of a report that names its agency or its year; other names say nothing of it. */
export function isReportName(fileName: string): boolean {
  const title = withoutSuffix(fileName);
  return titleParts(title) !== null && (titleAgency(title) !== '' || new RegExp(yearPattern, 'u').test(title));
}

/** Up to the closing word; 年度报 is a title whose last character is lost. */
const closing = '[^。;,:]{0,16}?(?:报告|年报|年度报$)';

const reportTitle = new RegExp(`^(.*?)(${subject}${closing})(.*)$`, 'u');
/** What an announcement gives in place of a report: 信息公开年度工作情况. */
const announcedTitle = new RegExp(`^(.*?)(${subject}[^。;,:]{0,16}?(?:报告|年报|情况))(.*)$`, 'u');
/** 2021年年报: a page title that leaves the subject out. */
const bareTitle = new RegExp(`^(.*?)(${yearPattern}年度?年报)(.*)$`, 'u');

const printedYear = new RegExp(`(?:${yearPattern}年?[-—–~至])?${yearPattern}(?:\\d{2})?(?:年度?|度)?`, 'gu');
/** The label of a title in a page's metadata. */
export const titleLabel = /^(?:标题|名称|题名|信息名称|文件名称|信息标题)[:：|]?/u;
const trailOfLinks = /^.*[>»›]/u;
/** Marks before a name (a list's bullet, a formula's sign) and after it. */
const ornaments = /^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$|(?:关于|年度|联合|[的度])$/gu;

/** The end of 人民政府, which the earliest reading takes for the subject's beginning. */
const shortened = '政府';

/** What a text that is no published report calls itself. */
const draft =
  '征求意见稿|意见征集稿|草案|草稿|草拟稿|送审稿|报审稿|审议稿|讨论稿|初稿|样表|样本|样例|样稿|空白表|模板|模版|范本|范例|范文|示例|示范文本|参考格式|测试稿|测试';
/** Such words after the closing word of a title, in brackets or not, or in brackets before it. */
const draftInTitle = new RegExp(`[([【](${draft})[)\\]】]|(${draft})[)\\]】]*$`, 'u');
/** Such words before a title: 样本:内江市…, 【范例】内江市… */
const draftBefore = new RegExp(`^《?[([【]?(${draft})[)\\]】]?[-:—_、]*`, 'u');
const draftAlone = new RegExp(`^[([【]?(${draft})[)\\]】]?$`, 'u');
/** Nobody's name, where a model has one to be filled in: XX局, ××市, 某某县. */
const placeholder = /[X×x]{2,}|[*○〇□_]{2,}(?=[省市州盟县区旗镇乡局厅委])|某(?:某|(?=[省市州盟县区旗镇乡局厅委]))/u;

/** The words by which a title calls its text a draft, a sample or a model, or leaves a name to be filled in; undefined where it does not. */
export function draftWordsIn(title: string): string | undefined {
  const text = withDraft(title);
  const [, bracketed, last] = draftInTitle.exec(text) ?? [];
  return bracketed ?? last ?? draftBefore.exec(text)?.[1] ?? placeholder.exec(titleParts(title)?.head ?? '')?.[0];
}

/** The same of a line of nothing but these words, as under a title. */
export function draftWordsAlone(line: string): string | undefined {
  return draftAlone.exec(withDraft(line))?.[1];
}

/** A report title taken apart. `head` is all that stands before the subject; `after` what follows the closing word. */
export interface TitleParts {
  readonly head: string;
  readonly subject: string;
  readonly after: string;
}

/** Title text made comparable: no blanks, compatibility forms folded, without what a draft says of itself before it. */
export function compactTitle(text: string): string {
  return withDraft(text).replace(draftBefore, '');
}

function withDraft(text: string): string {
  return unspaced(text.normalize('NFKC')).replace(trailOfLinks, '').replace(titleLabel, '');
}

/**
 * Splits a title before 政府信息公开, the earliest reading: 内江市|政府信息公开. Only 人民 before it shows that 政府
 * belongs to the agency: 内江市人民政府|信息公开. Null for a line that does not speak of a report on disclosure.
 */
export function titleParts(title: string): TitleParts | null {
  const compact = compactTitle(title);
  return partsOf(reportTitle.exec(compact) ?? bareTitle.exec(compact));
}

/** The same for what a sentence announces. */
export function announcedParts(phrase: string): TitleParts | null {
  return partsOf(announcedTitle.exec(compactTitle(phrase)));
}

function partsOf(match: RegExpExecArray | null): TitleParts | null {
  if (match === null) return null;
  const [, head = '', about = '', after = ''] = match;
  if (!head.endsWith(peoples)) return { head, subject: about, after };
  return { head: head + shortened, subject: about.slice(shortened.length), after };
}

/** The agency's name as a title prints it, without year and ornament; empty where the title names none. */
export function titleAgency(title: string): string {
  const parts = titleParts(title);
  if (parts === null || noticeWords.test(parts.head)) return '';
  const words = agencyWords(parts.head, 'title') || setApart(parts.after);
  return selfReference.test(words) ? '' : words;
}

/** What is left of a title's head when year, trail of links, verbs and ornaments are gone. */
export function agencyWords(head: string, of: 'title' | 'sentence' = 'sentence'): string {
  const bare = head.replace(beforeAgency, '').replace(printedYear, '').replace(ornaments, '');
  return withoutAnnouncing(bare, of).replace(ornaments, '').replace(ornaments, '');
}

/** 2020年政府信息公开工作年度报告(内江市教育局), …年度报告——内江市教育局. One short dash sets apart the site. */
function setApart(after: string): string {
  const [, bracketed, dashed] = /^(?:[(]([^()]{3,30})[)]|——(\p{Script=Han}{3,30}))$/u.exec(after) ?? [];
  return bracketed ?? dashed ?? '';
}

/**
 * Words without the verbs before a name. A name's first character may be such a word (将乐县, 对河乡): the shortest cut
 * that leaves a listed division is right; else only whole verbs are cut, and in a sentence 将, 对, 由 where a township's
 * name remains.
 */
export function withoutAnnouncing(words: string, of: 'title' | 'sentence' = 'sentence'): string {
  const cuts = announcingCuts(words);
  const placed = cuts.find(({ at }) => isPlaced(words.slice(at)));
  if (placed !== undefined) return words.slice(placed.at);
  const sure = cuts.findLast(
    ({ last, at }) => last.length !== 1 || (of === 'sentence' && isTownshipWithStem(words.slice(at))),
  );
  return words.slice(sure?.at ?? 0);
}

interface Cut {
  readonly at: number;
  /** The word that ends at the cut; empty at the beginning. */
  readonly last: string;
}

/** Every place up to which the words are announcing words, one after another, in order. */
function announcingCuts(words: string): Cut[] {
  const cuts: Cut[] = [{ at: 0, last: '' }];
  for (const { at } of cuts) {
    for (const word of announcingWords) {
      const next = at + word.length;
      if (words.startsWith(word, at) && next < words.length && !cuts.some((cut) => cut.at === next)) {
        cuts.push({ at: next, last: word });
      }
    }
  }
  return cuts.sort((left, right) => left.at - right.at);
}

function isPlaced(words: string): boolean {
  const { length, abbreviated } = locateDivision(words);
  return length > 0 && !abbreviated;
}

const shortestStem = 2;

/** 将|东升镇, not 对|河乡 or 将|军镇. */
function isTownshipWithStem(words: string): boolean {
  const stem = township.exec(words)?.[1]?.replace(/(?:镇|乡|街道|苏木)$/u, '') ?? '';
  return stem.length >= shortestStem;
}
