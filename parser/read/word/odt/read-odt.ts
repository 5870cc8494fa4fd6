import { faintText, notText, setOffText } from '../../../wording/figure.ts';
import type { Archive } from '../../archive/zip-archive.ts';
import type { Block } from '../../document.ts';
import { type ReadResult, readable, refused, Unreadable } from '../../reader.ts';
import { elementAt, elementsOf, parseXml, type XmlElement } from '../../xml.ts';
import { type List, ListCounter, labelled } from '../list-numbers.ts';
import { type StoryBlock, type StoryCell, type StoryTable, toBlocks } from '../story.ts';
import { type OdfStyles, readOdfStyles } from './styles.ts';

/** A place that a cell to the left or above covers. */
const covered = 'table:covered-table-cell';
const rowGroups = new Set(['table:table-header-rows', 'table:table-rows', 'table:table-row-group']);
/** Spans and repetitions beyond these are damage. */
const widestSpan = 1000;
const mostRepeated = 100;

/** A cell that reaches into the rows below: the rows left, and the columns it covers. */
interface Reaching {
  readonly rows: number;
  readonly columnSpan: number;
}

/** A table; `read` reads what is in a cell. */
export function readOdfTable(table: XmlElement, read: (cell: XmlElement) => StoryBlock[]): StoryTable {
  let above: Reach = new Map();
  const rows = rowsOf(table).map((row) => {
    const { cells, below } = readRow(row, above, read);
    above = below;
    return cells;
  });
  return { rows };
}

type Reach = ReadonlyMap<number, Reaching>;

/** Cells written once and meant several times are so often there, unless tables are in them. */
function readRow(row: XmlElement, above: Reach, read: (cell: XmlElement) => StoryBlock[]) {
  const below = new Map<number, Reaching>();
  const cells: StoryCell[] = [];
  let column = 0;
  for (const cell of elementsOf(row).filter(({ name }) => isCell(name))) {
    const content = cell.name === covered ? [] : read(cell);
    const times = content.every((block) => typeof block === 'string') ? repeated(cell) : 1;
    for (let time = 0; time < times; time += 1, column += 1) {
      const upper = above.get(column);
      if (cell.name !== covered) {
        const [columnSpan, rows] = [span(cell, 'columns'), span(cell, 'rows')];
        cells.push({ content, column, columnSpan, continues: false });
        if (rows > 1) below.set(column, { rows: rows - 1, columnSpan });
      } else if (upper !== undefined) {
        cells.push({ content: [], column, columnSpan: upper.columnSpan, continues: true });
        if (upper.rows > 1) below.set(column, { ...upper, rows: upper.rows - 1 });
      }
    }
  }
  return { cells, below };
}

function rowsOf(table: XmlElement): XmlElement[] {
  return elementsOf(table).flatMap((element) => {
    if (rowGroups.has(element.name)) return rowsOf(element);
    const isShown = element.attributes['table:visibility'] === undefined;
    return element.name === 'table:table-row' && isShown ? [element] : [];
  });
}

function isCell(name: string): boolean {
  return name === 'table:table-cell' || name === covered;
}

function repeated({ attributes }: XmlElement): number {
  return Math.min(positive(attributes['table:number-columns-repeated']), mostRepeated);
}

function span({ attributes }: XmlElement, across: 'columns' | 'rows'): number {
  return Math.min(positive(attributes[`table:number-${across}-spanned`]), widestSpan);
}

function positive(value: string | undefined): number {
  const number = Number.parseInt(value ?? '1', 10);
  return Number.isNaN(number) || number < 1 ? 1 : number;
}

/** Where a paragraph stands in which list; `level` from 0. */
interface ListPlace {
  readonly list: List;
  readonly level: number;
}

/** What a paragraph prints: its line, and the content of boxes that hang on it. */
interface Printed {
  text: string;
  readonly boxes: StoryBlock[];
}

const paragraphs = new Set(['text:p', 'text:h']);
/** What is in the text and not on the page: notes, remarks, deletions, indexes, sounds of characters. */
const unprinted = new Set(
  'text:tracked-changes text:note text:table-of-content text:ruby-text office:annotation office:forms text:sequence-decls'.split(
    ' ',
  ),
);
const characters: Readonly<Record<string, string>> = { 'text:tab': '\t', 'text:line-break': '\n' };
/** Blanks written as a number, beyond which it is damage. */
const mostBlanks = 1000;

/** Reads the body of a text document (ODF 1.3 part 3); list numbers count on through it, boxes and tables included. */
export class OdfStoryReader {
  readonly #styles: OdfStyles;
  readonly #counter = new ListCounter();
  readonly #lists = new Map<string, List>();

  constructor(styles: OdfStyles) {
    this.#styles = styles;
  }

  /** Paragraphs and tables in order; what hangs on a paragraph in boxes follows it. */
  read(container: XmlElement, place: ListPlace | null = null): StoryBlock[] {
    return elementsOf(container).flatMap((element): StoryBlock[] => {
      if (unprinted.has(element.name)) return [];
      if (paragraphs.has(element.name)) return this.#readParagraph(element, place);
      if (element.name === 'table:table') return [readOdfTable(element, (cell) => this.read(cell))];
      return element.name === 'text:list' ? this.#readList(element, place) : this.read(element, place);
    });
  }

  /** Only the first paragraph of an item has its number. */
  #readList(element: XmlElement, outer: ListPlace | null): StoryBlock[] {
    const level = outer === null ? 0 : outer.level + 1;
    let list = outer?.list ?? this.#listOf(element);
    return elementsOf(element).flatMap((item) => {
      const start = item.attributes['text:start-value'];
      if (start !== undefined) list = { ...list, restarts: new Map([[level, Number(start)]]) };
      const isNumbered = item.name === 'text:list-item';
      return elementsOf(item).flatMap((child, index): StoryBlock[] => {
        if (child.name === 'text:list') return this.#readList(child, { list, level });
        const isFirst = isNumbered && index === 0;
        return this.read({ name: '', attributes: {}, children: [child] }, isFirst ? { list, level } : null);
      });
    });
  }

  /** A list that continues counts on from the last one of its style. */
  #listOf({ attributes }: XmlElement): List {
    const style = attributes['text:style-name'] ?? '';
    const known = this.#lists.get(style);
    const continues = attributes['text:continue-numbering'] === 'true' || 'text:continue-list' in attributes;
    if (continues && known !== undefined) return known;
    const levels = this.#styles.levelsOf(style);
    const list = { counter: style, levels, restarts: new Map([[0, levels[0]?.start ?? 1]]) };
    this.#lists.set(style, list);
    return list;
  }

  #readParagraph(paragraph: XmlElement, place: ListPlace | null): StoryBlock[] {
    const printed: Printed = { text: '', boxes: [] };
    this.#readText(paragraph, printed);
    const { text, boxes } = printed;
    if (text.trim() === '' && boxes.length === 0) return [];
    const label = place === null ? '' : this.#counter.next(place.list, place.level);
    return [labelled(label, text), ...boxes];
  }

  /** The text of a box follows its paragraph; a picture, a formula or an embedded object stands for itself. */
  #readDrawn(element: XmlElement, printed: Printed): void {
    const boxes = this.read(element);
    if (boxes.length === 0) printed.text += notText;
    printed.boxes.push(...boxes);
  }

  /** A span prints in the colour of what it stands in, unless it has one of its own. */
  #readText(parent: XmlElement, printed: Printed, isFaintAround = false): void {
    const style = parent.attributes['text:style-name'];
    if (this.#styles.isHidden(style)) return;
    const isSetOff = parent.name === 'text:span' && this.#styles.isSetOff(style);
    const isFaint = this.#styles.isFaint(style) ?? isFaintAround;
    for (const child of parent.children) {
      if (typeof child === 'string') {
        const text = child.replace(/[\t\n\r ]+/g, ' ');
        printed.text += isSetOff ? setOffText(text) : isFaint ? faintText(text) : text;
      } else if (unprinted.has(child.name)) continue;
      else if (child.name === 'text:s') printed.text += blanks(child.attributes['text:c']);
      else if (child.name.startsWith('draw:')) this.#readDrawn(child, printed);
      else if (characters[child.name] === undefined) this.#readText(child, printed, isFaint);
      else printed.text += characters[child.name];
    }
  }
}

function blanks(count: string | undefined): string {
  return ' '.repeat(Math.min(mostBlanks, Math.max(1, Number.parseInt(count ?? '1', 10) || 1)));
}

const mediaType = 'application/vnd.oasis.opendocument.text';

/** A text document of OpenDocument in its package (ODF 1.3): text, tables and boxes in reading order. */
export function readOdt(archive: Archive): Block[] {
  const content = archive.read('content.xml');
  if (content === null) throw new Unreadable('damaged');
  const styles = archive.read('styles.xml');
  return storyBlocks(rootOf(content), styles === null ? [] : [rootOf(styles)]);
}

/** The same in one file of XML. */
export function readFlatOdt(bytes: Uint8Array): [ReadResult] {
  const blocks = storyBlocks(rootOf(bytes), []);
  return [blocks.length === 0 ? refused('empty', mediaType) : readable({ mediaType, encoding: null, blocks })];
}

function rootOf(bytes: Uint8Array): XmlElement {
  const [root] = elementsOf(parseXml(bytes));
  if (root === undefined) throw new Unreadable('damaged');
  return root;
}

function storyBlocks(root: XmlElement, others: readonly XmlElement[]): Block[] {
  const text = elementAt(root, 'office:body', 'office:text');
  if (text === undefined) throw new Unreadable('unsupported-format');
  return toBlocks(new OdfStoryReader(readOdfStyles([root, ...others])).read(text));
}
