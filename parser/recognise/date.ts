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
function parseSmall(text: string): number {
  if (!text.includes('十')) return parseYear(text);
  const [tens = '', ones = ''] = text.split('十');
  return (tens === '' ? 1 : parseYear(tens)) * 10 + (ones === '' ? 0 : parseYear(ones));
}

function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}
