import { attribute, childElements, type Element } from './nodes.ts';
import type { IsHidden } from './visibility.ts';

/** A row of a table, or of what is drawn as one, and its cells. */
export interface MarkedRow {
  readonly element: Element;
  readonly cells: readonly Element[];
}

const rowGroups = new Set(['tbody', 'thead', 'tfoot']);
const cellTags = new Set(['td', 'th']);

/** The rows of a `table` element that are shown, with their cells. */
export function rowsOf(table: Element, isHidden: IsHidden): MarkedRow[] {
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
export function drawnRows(element: Element, isHidden: IsHidden): MarkedRow[] | null {
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
