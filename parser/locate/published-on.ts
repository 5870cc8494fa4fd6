import { tidy } from '../normalise.ts';
import { parseDate, yearPattern } from '../recognise/date.ts';

/**
 * Labels of the publication date in a page's metadata, the surest first. 时间 and 日期 alone stand at a line's beginning or
 * behind another field of it (来源:区政府办 时间:2022-01-07): 统计时间 is no day of publication.
 */
const publicationLabels: readonly RegExp[] = [
  label('', '发布 公布 刊发 发表'),
  label('', '公开 上网 更新 信息 录入 添加 编辑'),
  label('(?:^|[\\s|】\\])）;；])', ''),
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

/** Between a label and its date stand a colon, pipes or brackets only. */
const afterLabel = /^[\s:：|\]】\])）[【]*/u;

/** A line of nothing but a written date: the one an agency puts under its signature. */
const signedDate = /^[^,，。;；:：-]{4,10}年[^,，。;；:：]{1,4}月[^,，。;；:：]{1,4}日$/u;

/** A line of nothing but a date, and perhaps the time of day. */
const bareDate = /^[[(（]?(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?:[\sT]+\d{1,2}:\d{2}(?::\d{2})?)?[\])）]?$/u;

const startsWithYear = new RegExp(`^${yearPattern}`, 'u');

/**
 * The day a document was published, ISO 8601, from its lines in order: the date of the page's metadata,
 * else the one under the signature, else null. Metadata wins because it says when the page was put up.
 */
export function recognisePublishedOn(lines: readonly string[]): string | null {
  const printed = lines.map(tidy).filter((line) => line !== '');
  return labelledDate(printed) ?? metadataDate(printed) ?? onlyBareDate(printed) ?? signatureDate(printed);
}

function labelledDate(lines: readonly string[]): string | null {
  for (const pattern of publicationLabels) {
    for (const [index, line] of lines.entries()) {
      const date = dateAfter(pattern, line, lines[index + 1] ?? '');
      if (date !== null) return date;
    }
  }
  return null;
}

/** The date right after a label, on its line or, where the label ends it, on the next one. */
function dateAfter(pattern: RegExp, line: string, next: string): string | null {
  const match = pattern.exec(line);
  if (match === null) return null;
  const rest = line.slice(match.index + match[0].length).replace(afterLabel, '');
  return leadingDate(rest === '' ? next.replace(afterLabel, '') : rest);
}

function leadingDate(text: string): string | null {
  return startsWithYear.test(text) ? parseDate(text.slice(0, 'yyyy 年 mm 月 dd'.length)) : null;
}

function metadataDate(lines: readonly string[]): string | null {
  const line = lines.find((candidate) => leadingDate(candidate) !== null && metadataWords.test(candidate));
  return line === undefined ? null : leadingDate(line);
}

/** A date alone on its line, where no other stands so: several are those of a list of links. */
function onlyBareDate(lines: readonly string[]): string | null {
  const [date, ...others] = lines.filter((line) => bareDate.test(line));
  return date === undefined || others.length > 0 ? null : parseDate(date);
}

function signatureDate(lines: readonly string[]): string | null {
  const line = lines.findLast((candidate) => signedDate.test(candidate) && parseDate(candidate) !== null);
  return line === undefined ? null : parseDate(line);
}
