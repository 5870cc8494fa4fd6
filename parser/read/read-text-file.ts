import { notText } from '../wording/figure.ts';
import { isCsv, readCsv } from './csv.ts';
import { decode } from './decode.ts';
import type { Document, Paragraph } from './document.ts';
import { readPage } from './html/read-html.ts';
import { type ReadResult, readable, refused } from './reader.ts';

/** Lines that only Markdown has: a heading, and the rule below the head of a table. */
const heading = /^ {0,3}#{1,6}[ \t]/m;
const tableRule = /^ {0,3}\|?[ \t]*:?-{3,}:?[ \t]*\|/m;
/** Elements of a page; Markdown has none of them, though it may break lines with `<br>`. */
const pageElement = /<(?:!doctype|html|head|body|table|tr|td|div|p)\b/i;

const picture = /!\[[^\][]{0,300}\]\([^()]{0,2000}\)/g;

/** What stands in a line for its look, and what it prints: marks of headings and quotes, text struck out, emphasis, links, escapes. */
const marks: readonly [RegExp, string][] = [
  [/^(?:[ \t]*>[ \t]?)+|^[ \t]*(?=#{1,6}[ \t])/, ''],
  [/^#{1,6}[ \t]+/, ''],
  [/~~[^~]{1,200}~~/g, ''],
  [/\[([^\][]{0,300})\]\([^()]{0,2000}\)/g, '$1'],
  [/\*\*|__/g, ''],
  [/<br[ \t]*\/?>/gi, ' '],
  [/\\([\\`*_{}[\]()#+\-.!<>~])/g, '$1'],
];

export function isMarkdown(text: string): boolean {
  return (heading.test(text) || tableRule.test(text)) && !pageElement.test(text);
}

/** What a line of Markdown prints. A picture in a row of a table stands for itself, elsewhere it prints no words. */
export function printedLine(line: string): string {
  const words = line.replace(picture, line.includes('|') ? notText : '');
  return marks.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), words);
}

/** Copied text: every line that prints anything is a paragraph. `print` says what a line prints, where it has marks. */
export function readText(text: string, print: (line: string) => string = (line) => line): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let offset = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const printed = print(line);
    if (printed.trim() !== '') paragraphs.push({ kind: 'paragraph', text: printed, line: index + 1, offset });
    offset += line.length + 1;
  }
  return paragraphs;
}

/** A kind of text, told from the text itself. */
interface TextFormat {
  readonly mediaType: Document['mediaType'];
  readonly is: (text: string) => boolean;
  readonly read: (text: string) => Omit<Document, 'mediaType' | 'encoding'>;
}

/** Tags that no copied text has and every saved page does. */
const pageTag = /<(?:!doctype|html|head|body|table|tbody|tr|td|div|p|span|meta|br)\b[^<>]*>/i;

const textFormats: readonly TextFormat[] = [
  { mediaType: 'text/markdown', is: isMarkdown, read: (text) => ({ blocks: readText(text, printedLine) }) },
  { mediaType: 'text/html', is: (text) => pageTag.test(text), read: readPage },
  { mediaType: 'text/csv', is: isCsv, read: (text) => ({ blocks: readCsv(text) }) },
];

/** A file of text in any encoding: Markdown or a saved page by their marks, else copied text. */
export function readTextFile(bytes: Uint8Array): [ReadResult] {
  const { text, encoding } = decode(bytes);
  if (text.trim() === '') return [refused('empty', 'application/octet-stream')];
  const format = textFormats.find(({ is }) => is(text));
  const content = format?.read(text) ?? { blocks: readText(text) };
  return [readable({ mediaType: format?.mediaType ?? 'text/plain', encoding, ...content })];
}
