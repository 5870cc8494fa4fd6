import { isCsv, readCsv } from './csv.ts';
import { decode } from './decode.ts';
import type { Document } from './document.ts';
import { isMarkdown, printedLine } from './markdown.ts';
import { readPage } from './read-html.ts';
import { readText } from './read-text.ts';
import { type ReadResult, readable, refused } from './reader.ts';

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
