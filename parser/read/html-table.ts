import { type DefaultTreeAdapterTypes, defaultTreeAdapter as tree } from 'parse5';
import type { Table, TableCell } from './document.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** Spans beyond these are damage: no form of this kind is wider or longer. The HTML standard caps colspan at 1000 too. */
const maximumSpan = 1000;
/** A cell with more text than any statutory label or task has holds a page, not a figure. */
const pageText = 3000;

/** A table is data when no table is nested in it, some row has two cells, and no cell holds a page of text. */
export function isDataTable(table: Element): boolean {
  if (descendants(table).some(isTable)) return false;
  const cells = rowsOf(table).map(cellsOf);
  if (!cells.some((row) => row.length > 1)) return false;
  return cells.every((row) => row.every((cell) => cellText(cell).length <= pageText));
}

/** The table as a grid: each cell once, at its first row and column, beside the places that spans above it occupy. */
export function readTable(table: Element, number: number): Table {
  const occupied: Set<number>[] = [];
  const rows = rowsOf(table).map((row, rowIndex) => readRow(cellsOf(row), rowIndex, occupied));
  return {
    kind: 'table',
    number,
    rows,
    line: table.sourceCodeLocation?.startLine ?? 1,
    offset: table.sourceCodeLocation?.startOffset ?? 0,
  };
}

function readRow(cells: readonly Element[], rowIndex: number, occupied: Set<number>[]): TableCell[] {
  let column = 0;
  return cells.map((cell) => {
    while (occupied[rowIndex]?.has(column)) column += 1;
    const rowSpan = span(cell, 'rowspan');
    const columnSpan = span(cell, 'colspan');
    for (let down = 1; down < rowSpan; down += 1) {
      const below = occupied[rowIndex + down] ?? new Set();
      occupied[rowIndex + down] = below;
      for (let across = 0; across < columnSpan; across += 1) below.add(column + across);
    }
    const place = { row: rowIndex + 1, column: column + 1, rowSpan, columnSpan };
    column += columnSpan;
    return {
      text: cellText(cell),
      ...place,
      line: cell.sourceCodeLocation?.startLine ?? 1,
      offset: cell.sourceCodeLocation?.startOffset ?? 0,
    };
  });
}

function span(cell: Element, name: 'rowspan' | 'colspan'): number {
  const value = Number.parseInt(cell.attrs.find((attribute) => attribute.name === name)?.value ?? '1', 10);
  return Number.isNaN(value) || value < 1 ? 1 : Math.min(value, maximumSpan);
}

function rowsOf(table: Element): Element[] {
  return childElements(table).flatMap((child) => {
    if (child.tagName === 'tr') return [child];
    return ['tbody', 'thead', 'tfoot'].includes(child.tagName)
      ? childElements(child).filter((row) => row.tagName === 'tr')
      : [];
  });
}

function cellsOf(row: Element): Element[] {
  return childElements(row).filter((cell) => cell.tagName === 'td' || cell.tagName === 'th');
}

function childElements(element: Element): Element[] {
  return element.childNodes.filter((child): child is Element => tree.isElementNode(child));
}

function isTable(node: Node): boolean {
  return tree.isElementNode(node) && node.tagName === 'table';
}

/** Printed text of a cell. Inline elements join (`2</span><span>0` is 20); paragraphs and line breaks part by a line end. */
function cellText(cell: Element): string {
  const parts = descendants(cell).map((node) => {
    if (tree.isTextNode(node)) return node.value.replace(/[\n\t ]+/g, ' ');
    return tree.isElementNode(node) && ['p', 'div', 'br', 'li'].includes(node.tagName) ? '\n' : '';
  });
  return [...parts]
    .join('')
    .replace(/[ \u00A0]*\n[\s]*/g, '\n')
    .trim();
}

/** Every node below, in document order: without recursion, and only as far as it is asked for. */
function* descendants(root: Element): Generator<Node, undefined> {
  const stack: Node[] = [...root.childNodes].reverse();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    yield next;
    if (tree.isElementNode(next)) stack.push(...[...next.childNodes].reverse());
  }
}
