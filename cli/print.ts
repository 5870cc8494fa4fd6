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

/** Characters that take two columns on a terminal: CJK, its punctuation and full-width forms (Unicode TR 11). */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
const gap = '  ';

/** Rows as lines with columns aligned, the last one ragged; whatever a cell holds, a row is a line. */
export function textTable(cells: readonly (readonly string[])[]): string[] {
  const rows = cells.map((row) => row.map(onOneLine));
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) => Math.max(...rows.map((row) => width(row[at] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, at) => padded(cell, widths[at] ?? 0))
      .join(gap)
      .trimEnd(),
  );
}

function padded(text: string, columns: number): string {
  return text + ' '.repeat(columns - width(text));
}

function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);
}
