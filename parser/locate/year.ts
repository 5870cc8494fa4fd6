import { compactLines } from '../wording/normalise.ts';
import { isOfOthers } from './period.ts';
import { parseYear, yearPattern } from './published-on.ts';
import { compactTitle, titleParts, withoutSuffix } from './report-title.ts';

/** What a document says of the year it reports on. When it was published is no evidence. */
export interface YearEvidence {
  /** Lines that may be the title, the likeliest first. */
  readonly titles: readonly string[];
  readonly body: string;
  /** The name of the document's file. */
  readonly fileName?: string;
}

/** The report year, what it was read from, and what else the document says. */
export interface YearReading {
  readonly year: number;
  readonly from: 'title' | 'period' | 'body';
  /** The year that the title prints, and the one of the statistics period, null where there is none. */
  readonly title: number | null;
  readonly period: number | null;
  /** Other years that the title, the periods in the text or its words for itself name, each once: a doubt for a rule to weigh. */
  readonly others: readonly number[];
}

const january = '年?度?(?:0?1|一)月(?:0?1|一)日';
const december = '(?:12|十二)月(?:31|三十一)';
const until = '(?:起|始|开始)?(?:,|至|到|—|–|-|~|一)+';

/** 2020年1月1日至2020年12月31日; a lost 年 (20191月1日) or a doubled digit (202020年12月31日) does not hide it. */
const periods = new RegExp(
  `(${yearPattern})${january}${until}(?:(${yearPattern})(?:\\d\\d)?年?|[当同本]年)?${december}`,
  'gu',
);

/** The last day that figures are of, where no first one is printed: 数据截止日期为2020年12月25日. */
const closingDate = new RegExp(
  `(?:截止|截至)(?:日期|时间)?(?:为|到|至|于|是|:)?(${yearPattern})年?(?:12|十二)月|(${yearPattern})年(?:12|十二)月(?:\\d{1,2}|[一二三十]{1,3})日?(?:截止|为止)`,
  'u',
);

/** The subject of the report with its year, and sentences that begin with one: 2020年,内江市… */
const bodyYears = [
  new RegExp(`(${yearPattern})年?度?[^。\\n]{0,12}信息公开(?:工作)?年度(?:工作)?报告`, 'gu'),
  new RegExp(`(?:^|[。\\n])(${yearPattern})年(?:度|以来)?,`, 'gmu'),
];

/** What a report says of itself: 现将…2021年…年度报告公布如下, 以上为…, 本报告反映2021年度…, 2021年度没有其他需要报告的事项. */
const ownYears = [
  new RegExp(
    `(?:现将|现予|兹将|现就|本(?:年度)?报告(?:是|为|系)|以上(?:是|为|即))[^。;\\n]{0,30}?(${yearPattern})年?度?[^。;\\n]{0,12}信息公开[^。;\\n]{0,10}(?:报告|年报|情况)`,
    'gu',
  ),
  new RegExp(`(?:本报告|本年报)[^。;\\n]{0,40}?(?:反映|总结|汇总|涵盖)了?[^。;\\n《]{0,12}?(${yearPattern})年`, 'gu'),
  new RegExp(`(${yearPattern})年度?[^。\\n\\d]{0,12}(?:无|没有|未有)[^。\\n]{0,6}其他(?:需要?)?报告`, 'gu'),
];

/** …年度报告(2010年度): a day in brackets is that of publication. */
const yearSetApart = new RegExp(`^\\(${yearPattern}年?度?\\)`, 'u');
const yearInTitle = new RegExp(yearPattern, 'gu');

/**
 * The year a report is of: the title's, else that of the statistics period, else the one its sentences begin with;
 * null where the document names none.
 */
export function recogniseYear(evidence: YearEvidence): YearReading | null {
  const body = compactLines(evidence.body);
  const title = evidence.titles.map(titleYear).find((year) => year !== null) ?? null;
  const named = ownPeriodYears(body);
  const period = named[0] ?? periodYears(body)[0] ?? closingYear(body);
  const year = title ?? period ?? bodyYear(body);
  if (year === null) return null;
  // A name that a file was given is held against a title that nothing confirms.
  const ofFile = title !== null && title === period ? [] : titleYears(withoutSuffix(evidence.fileName ?? ''));
  const others = [
    ...new Set([...evidence.titles.flatMap(titleYears), ...named, ...ownYearsIn(body), ...ofFile]),
  ].filter((each) => each !== year);
  return { year, from: sourceOf(title, period), title, period, others };
}

/** The year that a title prints; null where it prints none. */
export function titleYear(title: string): number | null {
  return titleYears(title)[0] ?? null;
}

function titleYears(title: string): number[] {
  const compact = compactTitle(title);
  const parts = titleParts(title);
  const text = parts === null ? compact : `${parts.head} ${parts.subject} ${yearSetApart.exec(parts.after)?.[0] ?? ''}`;
  return Array.from(text.matchAll(yearInTitle), (match) => parseYear(match[0]));
}

function sourceOf(title: number | null, period: number | null): YearReading['from'] {
  if (title !== null) return 'title';
  return period === null ? 'body' : 'period';
}

/** Years of the periods in a text. */
function periodYears(text: string): number[] {
  return Array.from(text.matchAll(periods), (match) => [match[1], match[2]])
    .flat()
    .filter((year) => year !== undefined)
    .map(parseYear);
}

/** The same of the report's own, without those that a sentence compares with. */
function ownPeriodYears(body: string): number[] {
  return body
    .split(/[。;\n]/u)
    .filter((sentence) => !isOfOthers(sentence))
    .flatMap(periodYears);
}

function ownYearsIn(body: string): number[] {
  return ownYears.flatMap((pattern) => Array.from(body.matchAll(pattern), (match) => parseYear(match[1] ?? '')));
}

function closingYear(body: string): number | null {
  const [, from, to] = closingDate.exec(body) ?? [];
  const printed = from ?? to;
  return printed === undefined ? null : parseYear(printed);
}

function bodyYear(body: string): number | null {
  for (const pattern of bodyYears) {
    const commonest = mostFrequent(Array.from(body.matchAll(pattern), (match) => parseYear(match[1] ?? '')));
    if (commonest !== null) return commonest;
  }
  return null;
}

/** The first of the most frequent. */
function mostFrequent(years: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return years.find((year) => counts.get(year) === most) ?? null;
}
