import { tidy } from '../wording/normalise.ts';

/** Chinese numerals as years and days are written in; three different zeros are met, two in one document. */
const chineseDigits: Readonly<Record<string, string>> = Object.fromEntries(
  ['〇○◯零Oo', '一元', '二', '三', '四', '五', '六', '七', '八', '九'].flatMap((characters, value) =>
    Array.from(characters, (character) => [character, String(value)]),
  ),
);

const chinese = Object.keys(chineseDigits).join('');
const small = `\\d{1,2}|[${chinese}十]{1,3}`;

/** The source of a pattern for a year as it is printed, four digits of either kind: 2020, 二〇一二, 二O二O. */
export const yearPattern = `(?:(?:19|20)\\d{2}|[一二][${chinese}]{3})`;

/** 2021-03-30, 2021/1/5, 2021.1.5, 2019 年 2 月 28 日, 二○一二年二月二十日; the day may lack its 日. */
const writtenDate = new RegExp(`(${yearPattern})\\s*(?:年|[-/.－])\\s*(${small})\\s*(?:月|[-/.－])\\s*(${small})`, 'u');

/** The first date in a text as ISO 8601; null where there is none, or none that the calendar has. */
export function parseDate(text: string): string | null {
  const match = writtenDate.exec(text.normalize('NFKC'));
  if (match === null) return null;
  const [, year = '', month = '', day = ''] = match;
  return isoDate(parseYear(year), parseSmall(month), parseSmall(day));
}

/** A printed year of four digits as a number. */
export function parseYear(text: string): number {
  return Number(Array.from(text, (character) => chineseDigits[character] ?? character).join(''));
}

/** A month or day: 2, 02, 二, 十二, 二十, 三十一, 二〇. */
export function parseSmall(text: string): number {
  if (!text.includes('十')) return parseYear(text);
  const [tens = '', ones = ''] = text.split('十');
  return (tens === '' ? 1 : parseYear(tens)) * 10 + (ones === '' ? 0 : parseYear(ones));
}

function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

/**
 * Labels of the publication date in a page's metadata, the surest first. 时间 and 日期 alone stand at a line's beginning or
 * behind another field of it (来源:区政府办 时间:2022-01-07): 统计时间, 更新时间 and 打印时间 are no day of publication.
 */
const publicationLabels: readonly RegExp[] = [
  label('', '发布 公布 刊发 发表'),
  label('', '公开 上网 信息 录入 添加'),
  label('(?:^|(?<!更\\s*新|打\\s*印|访\\s*问|截\\s*[止至]|当\\s*前|现\\s*在|系\\s*统)[\\s|】\\])）;；])', ''),
  label('', '发文 生成 成文 制作 印发'),
];

/** A label of 时间 or 日期 after one of some words, with the blanks that pad labels: 发布 日 期. */
function label(before: string, words: string): RegExp {
  const any = words.split(' ').map(padded).join('|');
  return new RegExp(`${before}(?:${any})\\s*(?:${padded('时间')}|${padded('日期')})`, 'u');
}

function padded(word: string): string {
  return Array.from(word).join('\\s*');
}

/** Words that stand beside an unlabelled date in a page's metadata line. */
const metadataWords = /(?:来源|作者|浏览|点击|阅读|字体|字号|访问量|打印)[^。]*$/u;

/** A line of metadata that begins otherwise and holds a date among blanks: 来源:市邮政管理局 2022-01-24, 字号 大 中 小 2022-01-24 打印. */
const dateInMetadata =
  /^[[【]?(?:信息)?(?:来源|作者|浏览|点击|阅读|字体|字号)[^。]*?[\s|]((?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2})(?:\D|$)/u;

/** Between a label and its date stand a colon, pipes or brackets only. */
const afterLabel = /^[\s:：|\]】\])）[【]*/u;

/**
 * A line of nothing but a written date, in brackets or not, or of that and the organ before it: the one an agency puts under its title or
 * signature.
 */
const signedDate =
  /^[(（]?(?:\p{Script=Han}{2,30}(?:局|厅|委|会|府|室|处|镇|乡|街道|中心|海关|院|队|行|所|办|站|公司)[\s,，]+)?[\d\s〇○◯零Oo一二三四五六七八九元]{4,10}年[^,，。;；:：]{1,4}月[^,，。;；:：]{1,4}日[)）]?$/u;

/** A line of nothing but a date, and perhaps the time of day. */
const bareDate = /^[[(（]?(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?:[\sT]+\d{1,2}:\d{2}(?::\d{2})?)?[\])）]?$/u;

const startsWithYear = new RegExp(`^${yearPattern}`, 'u');

/** A clock of the page tells the day of the week: 今天是2024年3月5日 星期二. */
const dayOfWeek = /^[^。]{0,8}(?:星期|周)[一二三四五六日天]/u;

/**
 * The day a document was published, ISO 8601, from its lines in order: the date of the page's metadata,
 * else the one under the signature, else null. Metadata wins because it says when the page was put up.
 */
export function recognisePublishedOn(lines: readonly string[]): string | null {
  const [day, ...others] = publicationDays(lines);
  return day === undefined || others.length > 0 ? null : day;
}

/** Every day that the surest words of a document give for its publication, each once: of several none is known to be it. */
export function publicationDays(lines: readonly string[]): string[] {
  const printed = lines.map(tidy).filter((line) => line !== '');
  const sources = [labelledDays, metadataDays, onlyBareDate, signatureDate];
  const days = sources.map((source) => [...new Set(source(printed))]).find((found) => found.length > 0);
  return days ?? [];
}

function labelledDays(lines: readonly string[]): string[] {
  const byLabel = publicationLabels.map((pattern) =>
    lines.flatMap((line, index) => dateAfter(pattern, line, lines[index + 1] ?? '') ?? []),
  );
  return byLabel.find((days) => days.length > 0) ?? [];
}

/** The date right after a label, on its line or, where the label ends it, on the next one. */
function dateAfter(pattern: RegExp, line: string, next: string): string | null {
  const match = pattern.exec(line);
  if (match === null) return null;
  const rest = line.slice(match.index + match[0].length).replace(afterLabel, '');
  return leadingDate(rest === '' ? next.replace(afterLabel, '') : rest);
}

const longestDate = 'yyyy 年 mm 月 dd'.length;

function leadingDate(text: string): string | null {
  if (!startsWithYear.test(text)) return null;
  const [printed = ''] = writtenDate.exec(text.slice(0, longestDate).normalize('NFKC')) ?? [];
  return dayOfWeek.test(text.slice(printed.length)) ? null : parseDate(printed);
}

function metadataDays(lines: readonly string[]): string[] {
  const leading = lines.filter((line) => metadataWords.test(line)).flatMap((line) => leadingDate(line) ?? []);
  if (leading.length > 0) return leading;
  return lines.flatMap((line) => parseDate(dateInMetadata.exec(line)?.[1] ?? '') ?? []);
}

/** A date alone on its line, where no other stands so: several are those of a list of links. */
function onlyBareDate(lines: readonly string[]): string[] {
  const [date, ...others] = lines.filter((line) => bareDate.test(line));
  return date === undefined || others.length > 0 ? [] : [parseDate(date)].filter((day) => day !== null);
}

function signatureDate(lines: readonly string[]): string[] {
  const days = lines.filter((line) => signedDate.test(line)).flatMap((line) => parseDate(line) ?? []);
  return days.slice(-1);
}
