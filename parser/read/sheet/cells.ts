import { childOf, type XmlElement } from '../xml.ts';

/** Whether a font prints in white. */
export function isWhiteFont(font: XmlElement): boolean {
  const { rgb, theme } = childOf(font, 'color')?.attributes ?? {};
  return rgb?.toUpperCase() === 'FFFFFFFF' || theme === '0';
}

/** Whether a font strikes its text out. */
export function isStruckFont(font: XmlElement): boolean {
  return !['0', 'false', undefined].includes(strikeOf(font));
}

function strikeOf(font: XmlElement): string | undefined {
  const strike = childOf(font, 'strike');
  return strike === undefined ? undefined : (strike.attributes.val ?? '1');
}

/** The number of a column, from 1. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Adds a cell to a set of them: `row` from 0, `column` from 1. */
export function addCell(found: Map<number, Set<number>>, row: number, column: number): void {
  const columns = found.get(row) ?? new Set();
  found.set(row, columns);
  columns.add(column);
}
