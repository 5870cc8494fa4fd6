import { setOffText, wordsOf } from '../../wording/figure.ts';
import { isNumberedLabel, numberedOpening } from '../../wording/numbering.ts';
import type { Block, Paragraph, Table, TableCell } from '../document.ts';
import { attribute, type Element, isElement, isText, type Node, type TextNode } from './nodes.ts';
import { injectedMarkup, templateNodes } from './scripts.ts';
import { SelectorMaker } from './selector.ts';
import { dataRows, type MarkedRow, readTable, standsApart, type TableSense } from './table.ts';
import { type IsHidden, isSetOff, isUnprinted } from './visibility.ts';

const sentenceEnd = /[。；！？]/;
/** Headings of sections that a table has at least if a whole report is laid out in it. */
const leastHeadings = 2;

/**
 * Spreadsheets saved as pages lay a whole report out in one table, its title, headings and text in cells merged over the
 * table's width. Such a table is parted: these cells are paragraphs, what stands between them tables of their own.
 */
function partedTable(table: Table, nextTable: () => number): Block[] {
  const width = Math.max(0, ...table.rows.flat().map(({ column, columnSpan }) => column + columnSpan - 1));
  const alone = table.rows.map((row) => loneCell(row, width));
  if (alone.filter((cell) => cell !== null && isHeading(cell.text)).length < leastHeadings) return [table];
  const blocks: Block[] = [];
  let rows: (readonly TableCell[])[] = [];
  let number = table.number;
  const endTable = () => {
    const [first] = rows.flat();
    if (first === undefined) return;
    blocks.push(tableOf(rows, number, first));
    rows = [];
    number = nextTable();
  };
  for (const [index, row] of table.rows.entries()) {
    const cell = alone[index] ?? null;
    if (cell === null) rows.push(row);
    else {
      endTable();
      blocks.push(...linesOf(cell));
    }
  }
  endTable();
  return blocks;
}

/** The cell of a row that stands alone over the table's width, and is a line of text and no caption of a table. */
function loneCell(row: readonly TableCell[], width: number): TableCell | null {
  const [cell] = row;
  if (cell === undefined || row.length > 1 || cell.rowSpan > 1 || cell.columnSpan < width) return null;
  return cell;
}

function isHeading(text: string): boolean {
  return numberedOpening.test(text) && !isNumberedLabel(text) && !sentenceEnd.test(text);
}

function linesOf({ text, line, offset, at }: TableCell): Block[] {
  const lines = wordsOf(text)
    .split('\n')
    .filter((part) => part.trim() !== '');
  return lines.map((part) => ({ kind: 'paragraph', text: part, line, offset, ...(at === undefined ? {} : { at }) }));
}

function tableOf(
  rows: readonly (readonly TableCell[])[],
  number: number,
  { line, offset, row: above }: TableCell,
): Table {
  const placed = rows.map((row) => row.map((cell) => ({ ...cell, row: cell.row - above + 1 })));
  return { kind: 'table', number, rows: placed, line, offset };
}

/** Elements that stand in a line of text; every other element begins and ends a paragraph. */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark nobr q ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const blockStyle = /display\s*:\s*(?:block|table|flex|grid|list-item)/i;
const inlineStyle = /display\s*:\s*inline/i;
/** Where something stands in the source. */
export interface Spot {
  readonly line: number;
  readonly offset: number;
}

/** What is left to read, in order: nodes, rows of a table, markup of other pages, ends of paragraphs. */
type Task = Node | { readonly rows: readonly MarkedRow[] } | { readonly markup: string; readonly at: Spot } | 'break';

export interface PageView {
  readonly sense: TableSense;
  /** Reads markup that the page keeps in scripts and fields; null where they are not looked into. */
  readonly readMarkup: ((markup: string, at: Spot) => readonly Block[]) | null;
  /** Where everything stands in a page that has no places of its own in the source; null for the source itself. */
  readonly spot: Spot | null;
  readonly nextTable: () => number;
}

/** Collects the text of the paragraph being read; a small state machine over the tree in document order. */
export class PageReader {
  readonly #view: PageView;
  readonly #selectors: SelectorMaker | null;
  readonly #blocks: Block[] = [];
  #text = '';
  #spot: Spot = { line: 1, offset: 0 };

  constructor(view: PageView) {
    this.#view = view;
    this.#selectors = view.spot === null ? new SelectorMaker(view.sense.measure.ids) : null;
  }

  /** Walks with its own stack, so that no depth of nesting can exhaust the call stack. */
  read(roots: readonly Node[]): Block[] {
    const stack: Task[] = roots.toReversed();
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      for (const task of this.#do(next)) stack.push(task);
    }
    this.#endParagraph();
    return this.#blocks;
  }

  /** Does one task; what is still to be done after it, last first. */
  #do(task: Task): Task[] {
    if (task === 'break') this.#endParagraph();
    else if ('rows' in task) this.#addTable(task.rows);
    else if ('markup' in task) this.#addPage(task.markup, task.at);
    else if (isText(task)) this.#addText(task);
    else if (isElement(task)) return this.#enter(task);
    return [];
  }

  #enter(element: Element): Task[] {
    const { sense, readMarkup } = this.#view;
    const injected = readMarkup === null ? [] : this.#injected(element);
    if (injected.length > 0) return injected;
    const isHead = element.tagName === 'head' && readMarkup !== null;
    if ((isUnprinted(element) && !isHead) || sense.isHidden(element)) return [];
    const rows = dataRows(element, sense);
    if (rows !== null) return ['break', ...this.#tableTasks(rows).reverse(), 'break'];
    const children = element.childNodes.toReversed();
    if (isInline(element)) return children;
    this.#endParagraph();
    return ['break', ...children];
  }

  #injected(element: Element): Task[] {
    const at = this.#spotOf(element);
    const pages = injectedMarkup(element).map((markup): Task => ({ markup, at }));
    return [...pages.reverse(), ...templateNodes(element).toReversed()];
  }

  /** A table's rows, cut after each row that holds a table of its own, which then follows. */
  #tableTasks(rows: readonly MarkedRow[]): Task[] {
    const { isHidden, measure } = this.#view.sense;
    const tasks: Task[] = [];
    let part: MarkedRow[] = [];
    for (const row of rows) {
      part.push(row);
      const nested = row.cells
        .filter((cell) => measure.of(cell).tables > 0)
        .flatMap((cell) => tablesIn(cell, isHidden));
      if (nested.length === 0) continue;
      tasks.push({ rows: part }, ...nested);
      part = [];
    }
    return part.length === 0 ? tasks : [...tasks, { rows: part }];
  }

  #addTable(rows: readonly MarkedRow[]): void {
    this.#endParagraph();
    const { isHidden, colours } = this.#view.sense;
    const view = {
      isHidden,
      colours,
      isApart: (element: Element) => standsApart(element, isHidden),
      selectors: this.#selectors,
      placeOf: (element: Element) => this.#spotOf(element),
    };
    const { nextTable } = this.#view;
    for (const block of partedTable(readTable(rows, nextTable(), view), nextTable)) this.#blocks.push(block);
  }

  #addPage(markup: string, spot: Spot): void {
    this.#endParagraph();
    for (const block of this.#view.readMarkup?.(markup, spot) ?? []) this.#blocks.push(block);
  }

  #addText(node: TextNode): void {
    const isBlank = node.value.trim() === '';
    if (this.#text === '' && !isBlank) this.#spot = this.#spotOf(node);
    if (this.#text === '' && isBlank) return;
    const text = node.value.replace(/[\n\t ]+/g, ' ');
    this.#text += standsSetOff(node) ? setOffText(text) : text;
  }

  #endParagraph(): void {
    const text = this.#text.trim();
    this.#text = '';
    if (text === '') return;
    const paragraph: Paragraph = { kind: 'paragraph', text, ...this.#spot };
    this.#blocks.push(paragraph);
  }

  #spotOf({ sourceCodeLocation }: Element | TextNode): Spot {
    const { spot } = this.#view;
    if (spot !== null) return spot;
    const { startLine, startOffset } = sourceCodeLocation ?? {};
    return { line: startLine ?? this.#spot.line, offset: startOffset ?? this.#spot.offset };
  }
}

function isInline(element: Element): boolean {
  const style = attribute(element, 'style') ?? '';
  if (inlineStyle.test(style)) return true;
  return (inline.has(element.tagName) || element.tagName.includes(':')) && !blockStyle.test(style);
}

/** The outermost tables in a cell that stand for themselves. */
function tablesIn(cell: Element, isHidden: IsHidden): Element[] {
  const found: Element[] = [];
  const stack: Node[] = cell.childNodes.toReversed();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (!isElement(next) || isHidden(next)) continue;
    if (standsApart(next, isHidden)) found.push(next);
    else stack.push(...next.childNodes.toReversed());
  }
  return found;
}

/** Whether a text stands in an element that is raised; such elements hold nothing but a few characters. */
function standsSetOff({ parentNode }: TextNode): boolean {
  let above = parentNode;
  for (let step = 0; above !== null && 'tagName' in above && step < deepestMark; step += 1) {
    if (isSetOff(above)) return true;
    above = above.parentNode;
  }
  return false;
}

/** Elements between a raised one and its text: a link and what it is set in. */
const deepestMark = 3;
