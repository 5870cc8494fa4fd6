import type { Paragraph } from './document.ts';

/** Copied text: every line that prints anything is a paragraph. */
export function readText(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let offset = 0;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() !== '') paragraphs.push({ kind: 'paragraph', text: line, line: index + 1, offset });
    offset += line.length + 1;
  }
  return paragraphs;
}
