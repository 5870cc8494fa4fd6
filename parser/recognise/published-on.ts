import { tidy } from '../normalise.ts';
import { parseDate, yearPattern } from './date.ts';

/** Labels of the publication date in a page's metadata, the surest first. */
const publicationLabels: readonly RegExp[] = [
  /(?:发布|公布|刊发)(?:时间|日期)/u,
  /(?:发文|公开|上网|更新|信息)(?:时间|日期)/u,
  /^(?:日期|时间)/u,
];

/** Words that stand beside an unlabelled date in a page's metadata line. */
const metadataWords = /(?:来源|作者|浏览|点击|阅读|字体|字号|访问量)[^。]*$/u;

/** Between a label and its date stand a colon, pipes or brackets only. */
const afterLabel = /^[\s:：|\]】\])）]*/u;

/** A line of nothing but a written date: the one an agency puts under its signature. */
const dateLine = /^[^,，。;；:：-]{4,10}年[^,，。;；:：]{1,4}月[^,，。;；:：]{1,4}日$/u;

/** Blanks that pad a label: 发布 日 期. */
const padding = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

const startsWithYear = new RegExp(`^${yearPattern}`, 'u');

/**
 * The day a document was published, ISO 8601, from its lines in order: the date of the page's metadata,
 * else the one under the signature, else null. Metadata wins because it says when the page was put up.
 */
export function recognisePublishedOn(lines: readonly string[]): string | null {
  const printed = lines.map((line) => tidy(line).replace(padding, '')).filter((line) => line !== '');
  return labelledDate(printed) ?? metadataDate(printed) ?? signatureDate(printed);
}

function labelledDate(lines: readonly string[]): string | null {
  for (const label of publicationLabels) {
    for (const [index, line] of lines.entries()) {
      const date = dateAfter(label, line, lines[index + 1] ?? '');
      if (date !== null) return date;
    }
  }
  return null;
}

/** The date right after a label, on its line or, where the label ends it, on the next one. */
function dateAfter(label: RegExp, line: string, next: string): string | null {
  const match = label.exec(line);
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

function signatureDate(lines: readonly string[]): string | null {
  const line = lines.findLast((candidate) => dateLine.test(candidate) && parseDate(candidate) !== null);
  return line === undefined ? null : parseDate(line);
}
