import { isFigureLike } from '../../extract/figure.ts';
import type { PageMeasure } from './measure.ts';
import { descendants, type Element, isElement, rawText } from './nodes.ts';
import { drawnRows, type MarkedRow, rowsOf } from './table-rows.ts';
import type { IsHidden } from './visibility.ts';

/** A cell with more text than any statutory label or task has holds a page, not a figure. */
const pageText = 3000;
/** A cell of boxes with more text than this is a box of the page's layout. */
const boxText = 300;
/** No figure has more characters, its remark and its markup's blanks included. */
const figureText = 60;
/** Figures that a table with other tables in it must have of its own, to be more than a layout. */
const ownFigures = 3;

export interface TableSense {
  readonly isHidden: IsHidden;
  readonly measure: PageMeasure;
}

/**
 * The rows of a table that holds data; null for one that only lays out the page. A table of data has a row of two cells,
 * no cell with a page of text, and if other tables are nested in it, figures beside them.
 */
export function dataRows(element: Element, sense: TableSense): readonly MarkedRow[] | null {
  return element.tagName === 'table' ? tableRows(element, sense) : boxRows(element, sense);
}

/** Whether a table inside a cell stands for itself: a single cell, or cells below each other, are only its text. */
export function standsApart(element: Element, isHidden: IsHidden): boolean {
  return element.tagName === 'table' && rowsOf(element, isHidden).some(({ cells }) => cells.length > 1);
}

function tableRows(table: Element, { isHidden, measure }: TableSense): readonly MarkedRow[] | null {
  const rows = rowsOf(table, isHidden);
  const cells = rows.flatMap((row) => row.cells);
  if (!rows.some((row) => row.cells.length > 1) || cells.some((cell) => measure.of(cell).text > pageText)) return null;
  if (measure.of(table).tables === 0) return rows;
  const figures = cells.filter((cell) => measure.of(cell).text <= figureText && isFigureLike(rawText(cell)));
  const apart = new Set(cells.filter((cell) => measure.of(cell).tables > 0 && holdsApart(cell, isHidden)));
  return figures.filter((cell) => !apart.has(cell)).length >= ownFigures ? rows : null;
}

function holdsApart(cell: Element, isHidden: IsHidden): boolean {
  for (const node of descendants(cell)) if (isElement(node) && standsApart(node, isHidden)) return true;
  return false;
}

/** Part of the rows of boxes in which figures stand; captions and headings take the others. */
const leastFilled = 1 / 3;
/** Figures in one row, as in table 四, that leave no doubt. */
const wideRow = 10;

/** What boxes draw is a table if figures or blanks stand in many of its rows. */
function boxRows(element: Element, { isHidden, measure }: TableSense): readonly MarkedRow[] | null {
  if (measure.of(element).tables > 0) return null;
  const rows = drawnRows(element, isHidden);
  if (rows === null || rows.some(({ cells }) => cells.some((cell) => measure.of(cell).text > boxText))) return null;
  const figures = rows.map(({ cells }) => cells.slice(1).filter((cell) => isFigure(cell, measure)).length);
  const filled = figures.filter((count) => count > 0).length;
  const total = figures.reduce((sum, count) => sum + count, 0);
  const isFilled = filled >= leastFilled * rows.length || Math.max(0, ...figures) >= wideRow;
  return total >= ownFigures && isFilled ? rows : null;
}

function isFigure(cell: Element, measure: PageMeasure): boolean {
  if (measure.of(cell).text > figureText) return false;
  const text = rawText(cell).trim();
  return text === '' || isFigureLike(text);
}
