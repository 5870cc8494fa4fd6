import { cellWords, faintText, isFigureLike, setOffText } from '../../wording/figure.ts';
import type { Table, TableCell } from '../document.ts';
import {
  attribute,
  childElements,
  descendants,
  type Element,
  isElement,
  isText,
  type Node,
  type PageMeasure,
  rawText,
} from './nodes.ts';
import { shownInstead } from './not-text.ts';
import type { SelectorMaker } from './selector.ts';
import { type Colours, type IsHidden, isSetOff, isUnprinted } from './visibility.ts';

/** A row of a table, or of what is drawn as one, and its cells. */
export interface MarkedRow {
  readonly element: Element;
  readonly cells: readonly Element[];
}

const rowGroups = new Set(['tbody', 'thead', 'tfoot']);
const cellTags = new Set(['td', 'th']);

/** The rows of a `table` element that are shown, with their cells. */
function rowsOf(table: Element, isHidden: IsHidden): MarkedRow[] {
  const rows = childElements(table).flatMap((child) => {
    if (child.tagName === 'tr') return [child];
    return rowGroups.has(child.tagName) && !isHidden(child)
      ? childElements(child).filter(({ tagName }) => tagName === 'tr')
      : [];
  });
  return rows
    .filter((row) => !isHidden(row))
    .map((element) => ({ element, cells: childElements(element).filter((cell) => isCell(cell) && !isHidden(cell)) }));
}

function isCell({ tagName }: Element): boolean {
  return cellTags.has(tagName);
}

const tableStyle = /display\s*:\s*(?:inline-)?table\s*(?:;|$)|display\s*:\s*grid/i;
const rowStyle = /display\s*:\s*(?:table-row|flex)\s*(?:;|$)/i;
const boxTags = new Set(['div', 'ul', 'ol', 'li', 'dl', 'dd', 'dt', 'section', 'article', 'figure']);
const cellBoxes = new Set(['div', 'li', 'dd', 'dt', 'span', 'p']);
const leastRows = 3;
/** Part of the rows that must look like each other. */
const leastAlike = 0.5;

/**
 * The rows of a table drawn without `table`: boxes of one class or style below each other, each holding boxes of one
 * class side by side. Null where an element is no such thing. Only its children and theirs are looked at.
 */
function drawnRows(element: Element, isHidden: IsHidden): MarkedRow[] | null {
  if (!boxTags.has(element.tagName)) return null;
  const rows = flatRows(element, isHidden).map((row) => ({
    element: row,
    cells: childElements(row).filter((cell) => !isHidden(cell)),
  }));
  const alike = rows.filter(({ element: row, cells }) => cells.length > 1 && isDrawnRow(row, cells));
  const isTable = tableStyle.test(attribute(element, 'style') ?? '') && alike.length > 1;
  const isRepeated = alike.length >= leastRows && sameKind(alike);
  if ((!isTable && !isRepeated) || alike.length < leastAlike * rows.length) return null;
  return rows.every(({ cells }) => cells.length > 0) ? rows : null;
}

/** Children that are rows, or rows of the groups that children are. */
function flatRows(element: Element, isHidden: IsHidden): Element[] {
  const children = childElements(element).filter((child) => !isHidden(child));
  const groups = children.filter((child) => childElements(child).some((row) => childElements(row).length > 1));
  const isGrouped = children.length > 0 && children.length <= 3 && groups.length === children.length;
  return isGrouped ? groups.flatMap((group) => childElements(group).filter((child) => !isHidden(child))) : children;
}

/** Boxes, or spans drawn as boxes; text of the row's own stands in no cell. */
function isDrawnRow(row: Element, cells: readonly Element[]): boolean {
  const styled = rowStyle.test(attribute(row, 'style') ?? '');
  const ownText = row.childNodes.some((node) => 'value' in node && node.value.trim() !== '');
  if (ownText || !boxTags.has(row.tagName)) return false;
  return cells.every(({ tagName }) => cellBoxes.has(tagName) && (styled || tagName !== 'p'));
}

/** Whether most rows carry one class, or most cells do. Spans alone make no table: lists of links are made of them. */
function sameKind(rows: readonly MarkedRow[]): boolean {
  const cells = rows.flatMap((row) => row.cells);
  if (cells.every(({ tagName }) => tagName === 'span') && !cells.some((cell) => kindOf(cell) !== 'span')) return false;
  return [rows.map(({ element }) => element), cells].some((elements) => {
    const counts = new Map<string, number>();
    for (const element of elements) counts.set(kindOf(element), (counts.get(kindOf(element)) ?? 0) + 1);
    return Math.max(0, ...counts.values()) >= leastAlike * elements.length;
  });
}

/** Tag and first class; numbered classes of a grid (col-3, col-9) are one kind. */
function kindOf(element: Element): string {
  const [name = ''] = (attribute(element, 'class') ?? '').trim().split(/\s+/);
  return `${element.tagName}${name === '' ? '' : `.${name.replace(/-?\d+$/, '')}`}`;
}

/** Elements that begin and end a line inside a cell. */
const lines = new Set('p div br li tr dd dt h1 h2 h3 h4 h5 h6 section article'.split(' '));

/**
 * Printed text of a cell. Inline elements join (`2</span><span>0` is 20); paragraphs and line breaks part by a line end.
 * Tables nested in it are left out where `isApart` says that they stand for themselves.
 */
function cellText(cell: Element, { isHidden, isApart, colours }: CellView): string {
  let text = '';
  const skipped = new Set<unknown>();
  const setOff = new Set<unknown>();
  const faint = new Set<unknown>(isFaint(cell, colours) ? [cell] : []);
  for (const node of descendants(cell)) {
    const { parentNode } = node;
    const isInSkipped = skipped.has(parentNode);
    if (isInSkipped || (isElement(node) && (isHidden(node) || isApart(node)))) {
      skipped.add(node);
      continue;
    }
    const shown = isElement(node) ? shownInstead(node) : null;
    if (shown !== null || (isElement(node) && isUnprinted(node))) {
      skipped.add(node);
      text += shown ?? '';
      continue;
    }
    if (setOff.has(parentNode) || (isElement(node) && isSetOff(node))) setOff.add(node);
    if (isElement(node) && (faint.has(parentNode) || isFaint(node, colours)) && !colours.isColoured(node))
      faint.add(node);
    if (setOff.has(parentNode)) text += setOffText(printed(node));
    else text += faint.has(parentNode) ? faintText(printed(node)) : printed(node);
  }
  return cellWords(text.replace(/[ \u00A0]*\n\s*/g, '\n').trim());
}

/** Whether an element of a table prints in white, and nothing around it in the table says that it stands on another colour. */
function isFaint(element: Element, { isWhite, isColoured }: Colours): boolean {
  if (!isWhite(element)) return false;
  for (let above: Node | null = element; above !== null && isElement(above); above = above.parentNode as Node | null) {
    if (isColoured(above)) return false;
    if (above.tagName === 'table') return true;
  }
  return true;
}

interface CellView {
  readonly isHidden: IsHidden;
  readonly colours: Colours;
  readonly isApart: (element: Element) => boolean;
}

function printed(node: Node): string {
  if (isText(node)) return node.value.replace(/[\n\t ]+/g, ' ');
  if (!isElement(node)) return '';
  return lines.has(node.tagName) ? '\n' : '';
}

/** Spans beyond these are damage: no form of this kind is wider or longer. */
const widestSpan = 100;
const longestSpan = 1000;
/** Columns among which places are kept for spans from above. */
const mostColumns = 300;

/** How a table is read: what of it is seen, and where it stands. */
export interface TableView extends CellView {
  readonly selectors: SelectorMaker | null;
  readonly placeOf: (element: Element) => { readonly line: number; readonly offset: number };
}

/** Rows as a grid: each cell once, at its first row and column, beside the places that spans above it occupy. */
export function readTable(rows: readonly MarkedRow[], number: number, view: TableView): Table {
  const occupied: number[] = [];
  const first = rows[0]?.element;
  const place = first === undefined ? { line: 1, offset: 0 } : view.placeOf(first);
  return {
    kind: 'table',
    number,
    rows: rows.map((row, index) => readRow(row, { index, rows: rows.length, occupied, view })),
    ...place,
  };
}

interface RowPlace {
  readonly index: number;
  readonly rows: number;
  /** For each column the row, from 0, at which the spans above it end. */
  readonly occupied: number[];
  readonly view: TableView;
}

function readRow({ element, cells }: MarkedRow, { index, rows, occupied, view }: RowPlace): TableCell[] {
  view.selectors?.selectorOf(element);
  let column = 0;
  return cells.map((cell) => {
    while (column < mostColumns && (occupied[column] ?? 0) > index) column += 1;
    const rowSpan = Math.min(span(cell, 'rowspan', longestSpan), rows - index);
    const columnSpan = span(cell, 'colspan', widestSpan);
    for (let across = column; across < Math.min(column + columnSpan, mostColumns); across += 1) {
      occupied[across] = index + rowSpan;
    }
    const place = { row: index + 1, column: column + 1, rowSpan, columnSpan };
    column += columnSpan;
    const selector = view.selectors?.selectorOf(cell) ?? null;
    const at = selector === null ? {} : { at: { selector } };
    return { text: cellText(cell, view), ...place, ...view.placeOf(cell), ...at };
  });
}

function span(cell: Element, name: 'rowspan' | 'colspan', most: number): number {
  const value = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isNaN(value) || value < 1 ? 1 : Math.min(value, most);
}

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
  readonly colours: Colours;
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
