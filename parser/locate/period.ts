import type { PrintedPeriod } from '../../schema/record/evidence.ts';
import { compactLines } from '../wording/normalise.ts';
import { parseSmall, parseYear, yearPattern } from './published-on.ts';

const small = '\\d{1,2}|[一二三四五六七八九十]{1,3}';
const until = '(?:起|始|开始)?(?:,|至|到|—|–|-|~|一)+';

/** 2021年7月1日至2022年6月30日; the year and the day may be left out (1月1日至12月31日, 2022年1月至10月). */
const span = new RegExp(
  `(${yearPattern})年?度?(${small})月(?:(${small})日)?${until}(?:(${yearPattern})(?:\\d\\d)?年?|[当同本]年)?(${small})月(?:(${small})日)?`,
  'u',
);
/** 2022年1-10月 */
const months = new RegExp(`(${yearPattern})年(${small})${until}(${small})月`, 'u');
/** 2022-2023学年, 2022学年: from September to August. */
const schoolYear = new RegExp(`(${yearPattern})(?:年?[-—–~至](?:\\d{2}){1,2})?年?学年`, 'u');
/** 2022年上半年, 2022年前三季度 */
const part = new RegExp(`(${yearPattern})年度?(上半年|下半年|前[一二三]个?季度|第?[一二三四1-4]季度)`, 'u');
/** 数据截至2022年10月31日 */
const closing = new RegExp(
  `截[止至](?:日期|时间)?(?:为|到|至|于|是|:)?(${yearPattern})年(${small})月(?:(${small})日)?`,
  'u',
);

/** First and last month of parts of a year. */
const partMonths: readonly (readonly [RegExp, number, number])[] = [
  [/上半年/u, 1, 6],
  [/下半年/u, 7, 12],
  [/前[一1]/u, 1, 3],
  [/前[二2]/u, 1, 6],
  [/前[三3]/u, 1, 9],
  [/[一1]/u, 1, 3],
  [/[二2]/u, 4, 6],
  [/[三3]/u, 7, 9],
  [/[四4]/u, 10, 12],
];

/** Sentences that say of which time a report's figures are. */
const ofStatistics =
  /统计(?:的)?(?:期限|时限|时间|期间|周期|范围|区间|起止|截[止至])|(?:所列|有关|相关|各项|全部|报告)[^。]{0,6}数据|数据(?:的|统计)?(?:期限|时限|时间|起止|自|从|截[止至])|报告(?:期限|时限|时间|期间|周期)|(?:期限|时限)[自从为是:]/u;
/** Another year's figures beside the report's, and times that are none of its figures'. */
const ofOthers = /(?<!数)据统计|有效期|[比较]|同期|上年|去年|规划/u;

/** Whether a sentence compares, or speaks of a time that is not that of the report's figures. */
export function isOfOthers(sentence: string): boolean {
  return ofOthers.test(sentence);
}

/** A line of nothing but a time, as under a title. */
const spanAlone = new RegExp(`^[([【]?${span.source}[)\\]】]?$`, 'u');

/** The time that a text says its figures are of, where that is no calendar year: the first it gives. Null otherwise. */
export function otherPeriod(text: string): PrintedPeriod | null {
  const sentences = compactLines(text).split(/[。;\n]/u);
  const own = sentences.filter(
    (sentence) => (ofStatistics.test(sentence) && !isOfOthers(sentence)) || spanAlone.test(sentence),
  );
  const [first] = own.flatMap((sentence) => periodIn(sentence) ?? []);
  return first === undefined || isCalendarYear(first) ? null : first;
}

/** The part of a year of which a report says in its title that it is: 2022年上半年, 2022年1月至10月. */
export function partOfYear(title: string): PrintedPeriod | null {
  const period = periodIn(title);
  return period === null || isCalendarYear(period) ? null : period;
}

function isCalendarYear({ from, to }: PrintedPeriod): boolean {
  const year = to.slice(0, 4);
  return (from === null || from === `${year}-01-01`) && to === `${year}-12-31`;
}

function periodIn(text: string): PrintedPeriod | null {
  return spanIn(text) ?? monthsIn(text) ?? schoolYearIn(text) ?? partIn(text) ?? closingIn(text);
}

function spanIn(text: string): PrintedPeriod | null {
  const match = span.exec(text);
  if (match === null) return null;
  const [words, from = '', month = '', day, to = from, lastMonth = '', last] = match;
  return {
    words,
    from: firstDay(parseYear(from), parseSmall(month), day),
    to: lastDay(parseYear(to), parseSmall(lastMonth), last),
  };
}

function monthsIn(text: string): PrintedPeriod | null {
  const match = months.exec(text);
  if (match === null) return null;
  const [words, year = '', month = '', lastMonth = ''] = match;
  return {
    words,
    from: firstDay(parseYear(year), parseSmall(month)),
    to: lastDay(parseYear(year), parseSmall(lastMonth)),
  };
}

function schoolYearIn(text: string): PrintedPeriod | null {
  const [words, year = ''] = schoolYear.exec(text) ?? [];
  const first = parseYear(year);
  return words === undefined ? null : { words, from: firstDay(first, 9), to: lastDay(first + 1, 8) };
}

function partIn(text: string): PrintedPeriod | null {
  const [words, year = '', printed = ''] = part.exec(text) ?? [];
  const [, first, last] = partMonths.find(([pattern]) => pattern.test(printed)) ?? [];
  if (words === undefined || first === undefined || last === undefined) return null;
  return { words, from: firstDay(parseYear(year), first), to: lastDay(parseYear(year), last) };
}

function closingIn(text: string): PrintedPeriod | null {
  const match = closing.exec(text);
  if (match === null) return null;
  const [words, year = '', month = '', day] = match;
  return { words, from: null, to: lastDay(parseYear(year), parseSmall(month), day) };
}

function firstDay(year: number, month: number, day = '1'): string {
  return iso(year, month, parseSmall(day));
}

/** The day printed, or the last of the month. */
function lastDay(year: number, month: number, day?: string): string {
  return day === undefined ? iso(year, month + 1, 0) : iso(year, month, parseSmall(day));
}

function iso(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
