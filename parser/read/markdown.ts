/** Lines that only Markdown has: a heading, and the rule below the head of a table. */
const heading = /^ {0,3}#{1,6}[ \t]/m;
const tableRule = /^ {0,3}\|?[ \t]*:?-{3,}:?[ \t]*\|/m;
/** Elements of a page; Markdown has none of them, though it may break lines with `<br>`. */
const pageElement = /<(?:!doctype|html|head|body|table|tr|td|div|p)\b/i;

/** What stands in a line for its look, and what it prints: marks of headings and quotes, emphasis, links, escapes. */
const marks: readonly [RegExp, string][] = [
  [/^[ \t]*(?:>[ \t]?)*(?:#{1,6}[ \t]+)?/, ''],
  [/!\[[^\][]{0,300}\]\([^()]{0,2000}\)/g, ''],
  [/\[([^\][]{0,300})\]\([^()]{0,2000}\)/g, '$1'],
  [/\*\*|__/g, ''],
  [/<br[ \t]*\/?>/gi, ' '],
  [/\\([\\`*_{}[\]()#+\-.!<>~])/g, '$1'],
];

export function isMarkdown(text: string): boolean {
  return (heading.test(text) || tableRule.test(text)) && !pageElement.test(text);
}

/** What a line of Markdown prints. */
export function printedLine(line: string): string {
  return marks.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), line);
}
