import { tidy, unspaced } from '../wording/normalise.ts';
import { completeName } from './organ-name.ts';
import { yearPattern } from './published-on.ts';
import { draftWordsIn, titleAgency, titleLabel, titleParts, withoutSuffix } from './report-title.ts';
import { recogniseYear, titleYear } from './year.ts';

/** Lines that look like a title and are none: links, trails of links, appendices, notices about reports, other reports. */
const noTitle =
  /^(?:上一[篇条]|下一[篇条]|上篇|下篇|附件|附表|相关|[一二三四五六七八九十]+[、.]|[(（][一二三四五六七八九十\d]+[)）]|•|◆|·|\d+[.、])|[>»›]|当前位置|首页|上半年|半年|季度|通知|关于做好|格式(?![)）]*$)|统计表|管理办法|落实情况|依申请公开工作/u;

/** Nothing but these, and what a draft calls itself, may follow the closing word of a title on its line. */
const afterTitle = /^(?:[(（][^()（）]{0,30}[)）]|[【[][^【】[\]]{0,30}[】\]]|——\p{Script=Han}{3,30}|全文|》|\|*)*$/u;

/** The name of the column of a site that holds the reports, without agency and year. */
const columnName = /^(?:政府)?信息公开(?:工作)?年报$/u;

/** A title that calls its text a draft ends in such words: …年度报告编写模板. */
const longestMark = 8;

const sentence = /[。;；!！?？]/u;
const longestTitle = 70;
/** A title is broken over so many lines at most. */
const mostLines = 3;
/** The first paragraph this long is the report's text, and its title stands before it. */
const paragraphLength = 60;

interface Candidate {
  readonly title: string;
  readonly line: number;
  readonly score: number;
}

/**
 * The report's title as printed, blanks within it removed: the first of `likelyTitles`. Null where none is printed.
 */
export function recogniseTitle(lines: readonly string[]): string | null {
  return likelyTitles(lines)[0] ?? null;
}

/**
 * Every line, or up to three short ones, that names an annual disclosure report, as far as it says as much of year,
 * agency and place on the page as the best of them does. Those of the statistics period's year come first, and of these
 * the one nearest above the text. Several stand on a page that links to other reports, or prints another's heading.
 */
export function likelyTitles(lines: readonly string[]): string[] {
  const printed = lines.map(tidy).filter((line) => line !== '');
  const text = printed.findIndex((line) => line.length >= paragraphLength && /[,，。]/u.test(line));
  const start = text === -1 ? printed.length : text;
  const candidates = printed.flatMap((_, line) => candidateAt(printed, line, start));
  const best = Math.max(...candidates.map((candidate) => candidate.score));
  const finest = candidates.filter((candidate) => candidate.score === best);
  const above = finest.filter((candidate) => candidate.line < start).reverse();
  const inOrder = [...above, ...finest.filter((candidate) => candidate.line >= start)];
  const year = yearOfPeriod(printed);
  const ofYear = inOrder.filter((candidate) => titleYear(candidate.title) === year);
  const likely = [...ofYear, ...inOrder.filter((candidate) => !ofYear.includes(candidate))];
  return [...new Set(likely.map((candidate) => withAgencyLine(candidate, printed)))];
}

/** Every title closes with one of these; most lines of a page do not hold them and need no closer look. */
const closingWord = /报告|年报|年度报|报\s*告/u;

function candidateAt(lines: readonly string[], line: number, start: number): Candidate[] {
  const first = lines[line] ?? '';
  if (first.length > longestTitle || !closingWord.test(lines.slice(line, line + mostLines).join(''))) return [];
  for (let count = 1; count <= mostLines; count += 1) {
    const parts = lines.slice(line, line + count);
    if (count > 1 && isTitle(parts.at(-1) ?? '')) return [];
    const title = cleanTitle(parts.join(''));
    const joinable = count === 1 || (titleYear(title) !== null && titleYear(parts[0] ?? '') !== null);
    if (joinable && isTitle(title)) {
      const dated = withYearBelow(title, lines[line + count] ?? '');
      return [{ title: dated, line, score: scoreOf(dated, line < start) }];
    }
  }
  return [];
}

/** A line of nothing but a year. */
const yearLine = new RegExp(`^[(（]?${yearPattern}年度?[)）]?$`, 'u');

/** A title that names no year with the one that stands alone below it: 潼川镇人民政府政府信息公开年度报告 / (2021年度). */
function withYearBelow(title: string, below: string): string {
  const line = unspaced(below);
  return titleYear(title) === null && yearLine.test(line) ? `${title}(${line.replace(/[()（）]/gu, '')})` : title;
}

/** The name of the site behind a page's title: …年度报告 - 湖南省人民政府门户网站. Two dashes set apart the agency. */
const siteBehind = /(?<=报告|年报)[-_|·—](?![-_|·—])[\p{Script=Han}·]{2,25}(?:网|网站|门户|政府|平台|专栏|信息公开)$/u;
/** A title that stands twice on its line, as where a page's own comes before the text's. */
const doubled = /^(.{10,70})\1$/u;

function cleanTitle(text: string): string {
  return withoutSuffix(unspaced(text).replace(titleLabel, ''))
    .replace(/\|+$/u, '')
    .replace(siteBehind, '')
    .replace(doubled, '$1')
    .replace(/^《(.*)》$/u, '$1');
}

function isTitle(text: string): boolean {
  const title = cleanTitle(text);
  if (columnName.test(title) || title.length > longestTitle || sentence.test(title) || noTitle.test(title))
    return false;
  const parts = titleParts(title);
  if (parts === null || /[,，:：]/u.test(parts.head)) return false;
  return afterTitle.test(parts.after) || (parts.after.length <= longestMark && draftWordsIn(title) !== undefined);
}

/** The surer a title, the more of year and agency it names; one before the text is likelier than one after it, and than one of a model, to which a page may link. */
function scoreOf(title: string, beforeText: boolean): number {
  const named = completeName(titleAgency(title)) !== null;
  const dated = titleYear(title) !== null;
  const isDraft = draftWordsIn(title) !== undefined;
  return (dated ? 8 : 0) + (named ? 4 : 0) + (beforeText ? 2 : 0) - (isDraft ? 1 : 0);
}

function yearOfPeriod(lines: readonly string[]): number | null {
  const period = recogniseYear({ titles: [], body: lines.join('\n') });
  return period?.from === 'period' ? period.year : null;
}

/** A line of another name of the organ, in brackets: (望城区招商局). */
const aliasLine = /^\([\p{Script=Han}、]{2,30}\)$/u;

/** The line before a title without agency is part of it where it names nothing but one: 内江市教育局\n2020年…年度报告. */
function withAgencyLine(chosen: Candidate, lines: readonly string[]): string {
  const above = (count: number) => unspaced((lines[chosen.line - count] ?? '').normalize('NFKC'));
  const before = aliasLine.test(above(1)) ? above(2) : above(1);
  if (titleAgency(chosen.title) !== '') return chosen.title;
  if (titleYear(chosen.title) === null) return endsInYear(before) ? before + chosen.title : chosen.title;
  return isAgencyLine(before) ? before + chosen.title : chosen.title;
}

/** 内江市教育局2020年\n政府信息公开工作年度报告 */
function endsInYear(line: string): boolean {
  return /\d{4}年度?$/u.test(line) && completeName(titleAgency(`${line}政府信息公开年度报告`)) !== null;
}

function isAgencyLine(line: string): boolean {
  const named = line.length <= 30 && /^[\p{Script=Han}()]+$/u.test(line) ? completeName(line) : null;
  return named !== null && named.located.length > 0;
}
