import type { Paragraph } from './document.ts';

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
