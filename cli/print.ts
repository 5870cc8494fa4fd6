import process from 'node:process';

/**
 * Characters that a terminal obeys instead of showing them, and those that turn the order of a line around: a key or a title
 * may hold any, and whoever put it there must not write to the reader's screen. Tabs and line ends are ours.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const obeyed = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A text as a terminal may show it: what it would obey is written `\u001b`, as in JSON, of which the meaning stays the same. */
export function printable(text: string): string {
  return text.replace(obeyed, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A text that stands in a line of its own, whatever it holds. */
export function onOneLine(text: string): string {
  return printable(text.replaceAll('\n', '\\n').replaceAll('\t', '\\t'));
}

/** Prints a line to standard output. */
export function print(line: string): void {
  process.stdout.write(`${printable(line)}\n`);
}

/** Prints a line to standard error, where progress and failures go. */
export function tell(line: string): void {
  process.stderr.write(`${printable(line)}\n`);
}
