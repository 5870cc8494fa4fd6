import { forms } from '../../schema/forms/forms.ts';
import type { Block, Paragraph } from '../read/document.ts';

/**
 * Extractors that lose line ends leave a table, or a whole report, on one line: 规章000行政规范性文件000第二十条第(五)项….
 * Here such a line is parted again before and after every label of the forms, and before every heading, so that the
 * stages after it see pieces as they see lines. What stands between two labels is not touched.
 */
export function unfold(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' && isFolded(block.text) ? parts(block) : [block]));
}

const shortestFolded = 60;
/** A sentence lists labels with marks between them; a folded table prints them one against the other, or against digits. */
const leastLabels = 6;
const cellFollows = /[\d+\-−/\s|｜(（]/u;

const numeral = '[一二三四五六]';
const sectionHeadings = forms.flatMap((form) => form.sections).flatMap((section) => section.headings);
const tables = forms.flatMap((form) => form.tables);
const labels = tables
  .flatMap((table) => [...table.blocks, ...table.furniture.map((label) => ({ caption: label, columns: [], rows: [] }))])
  .flatMap(({ caption, columns, rows }) => [
    ...(caption === undefined ? [] : [caption]),
    ...columns.flatMap((column) => column.labels),
    ...rows.flatMap((row) => [...row.groups, ...row.labels]),
  ]);

const headingPattern = `${numeral}\\s*[、.．]\\s*(?:${alternatives(sectionHeadings)})`;
const labelPattern = alternatives(labels.filter((label) => label.length > 2));
const piece = new RegExp(`(?<heading>${headingPattern})|(?<label>${labelPattern})`, 'gu');

/** Words of the tables that narrative seldom strings together: a cheap look before the costly one. */
const anchors = [
  '第二十条',
  '信息内容',
  '规章',
  '行政许可',
  '总计',
  '结转',
  '予以公开',
  '结果维持',
  '尚未审结',
  '自然人',
];
const leastAnchors = 2;

function isFolded(text: string): boolean {
  if (text.length < shortestFolded || anchors.filter((word) => text.includes(word)).length < leastAnchors) return false;
  const matches = [...text.matchAll(piece)];
  const inRows = matches.filter(({ 0: label, index }, order) => {
    const end = index + label.length;
    return matches[order + 1]?.index === end || cellFollows.test(text.charAt(end));
  });
  return inRows.length >= leastLabels;
}

function parts(paragraph: Paragraph): Paragraph[] {
  const found: Paragraph[] = [];
  let from = 0;
  const cut = (to: number) => {
    const text = paragraph.text.slice(from, to);
    if (text.trim() !== '') found.push({ ...paragraph, text, offset: paragraph.offset + from });
    from = to;
  };
  for (const match of paragraph.text.matchAll(piece)) {
    cut(match.index);
    cut(match.index + match[0].length);
  }
  cut(paragraph.text.length);
  return found;
}

/** Any of the wordings, the longest first, whatever blanks and marks stand between their characters. */
function alternatives(wordings: readonly string[]): string {
  const patterns = [...new Set(wordings)].sort((left, right) => right.length - left.length).map(looseWording);
  return patterns.join('|');
}

function looseWording(wording: string): string {
  const characters = [...wording.normalize('NFKC')].map((character) =>
    /[\p{P}\p{S}\s]/u.test(character) ? '[\\s\\p{P}\\p{S}]*' : `${character}[\\s\\p{P}\\p{S}]{0,2}?`,
  );
  return characters.join('');
}
