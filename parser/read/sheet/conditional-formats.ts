import { childOf, elementsOf, type XmlElement } from '../xml.ts';
import { addCell, columnNumber, isStruckFont, isWhiteFont } from './cells.ts';
import type { CellSet } from './sheet.ts';

/** Cells of one range that are looked at: beyond any table. */
const mostRows = 200;
const mostColumns = 50;

/** Formats of conditions (18.3.1.10) that strike text out, print it in white on no colour, or print nothing of a number; by their number. */
export function hidingFormats(root: XmlElement): ReadonlySet<string> {
  const formats = childOf(elementsOf(root)[0], 'dxfs');
  const found = (formats === undefined ? [] : elementsOf(formats)).flatMap((format, index) => {
    const font = childOf(format, 'font');
    const isStruck = font !== undefined && isStruckFont(font);
    const isWhite = font !== undefined && isWhiteFont(font) && childOf(format, 'fill') === undefined;
    const code = childOf(format, 'numFmt')?.attributes.formatCode;
    return isStruck || isWhite || (code !== undefined && /^[;\s]*$/.test(code)) ? [String(index)] : [];
  });
  return new Set(found);
}

const conditions =
  /<(?:\w+:)?conditionalFormatting\s[^>]*?\bsqref="([^"]{1,2000})"[^>]*>([\s\S]{0,20000}?)<\/(?:\w+:)?conditionalFormatting>/g;
const conditionTag = /<(?:\w+:)?cfRule\s([^>]*)>(?:\s*<(?:\w+:)?formula>([^<]*)<)?/g;
const cellRange = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/;
const cellValue =
  /<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3}\d{1,7})"(?:[^>]*[^/>])?>(?:(?!<\/(?:\w+:)?c>)[\s\S]){0,2000}?<(?:\w+:)?v>([^<]*)</g;

/** Cells on which conditions are looked at, in all. */
const mostConditional = 100_000;

/** With the cells in which a condition may hide the figure: those of its value where it asks for one, else all that it is set on. */
export function withConditional(cells: CellSet, sheet: string, hiding: ReadonlySet<string>): CellSet {
  if (hiding.size === 0) return cells;
  const found = new Map([...cells].map(([row, columns]) => [row, new Set(columns)]));
  let left = mostConditional;
  const values = new Map([...sheet.matchAll(cellValue)].map(([, at = '', value = '']) => [at, value]));
  for (const [, ranges = '', rules = ''] of sheet.matchAll(conditions)) {
    for (const [, attributes = '', formula = ''] of rules.matchAll(conditionTag)) {
      const format = /\bdxfId="(\d+)"/.exec(attributes)?.[1] ?? '';
      const asksValue = /\boperator="equal"/.test(attributes) && /^-?\d+(?:\.\d+)?$/.test(formula.trim());
      if (!hiding.has(format)) continue;
      for (const range of ranges.split(/\s+/)) {
        if (left <= 0) return found;
        const covered = cellsOfRange(range);
        left -= covered.length;
        for (const { row, column, at } of covered) {
          if (!asksValue || Number(values.get(at) ?? Number.NaN) === Number(formula)) addCell(found, row, column);
        }
      }
    }
  }
  return found;
}

/** Cells of a range, as far as a table reaches: rows from 0, columns from 1. */
function cellsOfRange(range: string): { readonly row: number; readonly column: number; readonly at: string }[] {
  const [, left = '', top = '', right = left, bottom = top] = cellRange.exec(range) ?? [];
  if (left === '') return [];
  const [first, start] = [Number(top) - 1, columnNumber(left)];
  const rows = Math.min(Number(bottom) - first, mostRows);
  const columns = Math.min(columnNumber(right) - start + 1, mostColumns);
  return Array.from({ length: Math.max(0, rows) }, (_, down) =>
    Array.from({ length: Math.max(0, columns) }, (_, across) => ({
      row: first + down,
      column: start + across,
      at: `${columnLetters(start + across)}${first + down + 1}`,
    })),
  ).flat();
}

function columnLetters(number: number): string {
  return number <= 0
    ? ''
    : columnLetters(Math.floor((number - 1) / 26)) + String.fromCharCode(65 + ((number - 1) % 26));
}
