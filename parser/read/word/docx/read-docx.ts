import { partBeside } from '../../archive/relationships.ts';
import type { Archive } from '../../archive/zip-archive.ts';
import type { Block } from '../../document.ts';
import { type ReadResult, readable, refused, Unreadable } from '../../reader.ts';
import { childOf, elementAt, elementsOf, parseXml, type XmlElement } from '../../xml.ts';
import { ListCounter, labelled } from '../list-numbers.ts';
import { type StoryBlock, type StoryCell, type StoryTable, toBlocks } from '../story.ts';
import { type Lists, listPlace, readLists } from './numbering.ts';
import { isEndDeleted, isFilled, type Printed, readRuns, readStyles, type Styles, switchOf, valOf } from './runs.ts';

/** Styles of lines in a table of contents, which repeat headings and print nothing of their own. */
const contentsLine = /^toc [1-9]$/i;
/** Spans beyond these are damage. */
const widestSpan = 1000;

/** Reads the body of a document; list numbers count on through it, text boxes and tables included. */
export class StoryReader {
  readonly #styles: Styles;
  readonly #lists: Lists;
  readonly #counter = new ListCounter();

  constructor(styles: Styles, lists: Lists) {
    this.#styles = styles;
    this.#lists = lists;
  }

  /** Paragraphs and tables in order; what hangs on a paragraph in text boxes follows it. `isOnPaper` of a cell without a colour. */
  read(container: XmlElement, isOnPaper = false): StoryBlock[] {
    const story: StoryBlock[] = [];
    let unfinished = '';
    for (const element of contentOf(container)) {
      if (element.name === 'w:tbl') story.push(this.#readTable(element));
      if (element.name !== 'w:p' || this.#isContentsLine(element)) continue;
      const { text, boxes } = this.#readParagraph(element, isOnPaper);
      const line = unfinished + text;
      unfinished = isEndDeleted(element) ? line : '';
      if (unfinished === '') story.push(line);
      story.push(...boxes);
    }
    return unfinished === '' ? story : [...story, unfinished];
  }

  #readParagraph(paragraph: XmlElement, isOnPaper: boolean): Printed {
    const printed: Printed = { text: '', boxes: [] };
    readRuns(paragraph, printed, { styles: this.#styles, readBox: (box) => this.read(box), isOnPaper });
    const place = listPlace(paragraph, this.#lists, this.#styles);
    if (place === null || isEmpty(printed)) return printed;
    return { ...printed, text: labelled(this.#counter.next(place.list, place.level), printed.text) };
  }

  #readTable(table: XmlElement): StoryTable {
    const rows = contentOf(table).filter((row) => row.name === 'w:tr' && !isRemoved(row));
    return { rows: rows.map((row) => this.#readRow(row)) };
  }

  #readRow(row: XmlElement): StoryCell[] {
    const cells: StoryCell[] = [];
    let column = spanOf(elementAt(row, 'w:trPr', 'w:gridBefore'), 0);
    for (const cell of contentOf(row).filter(({ name }) => name === 'w:tc')) {
      const properties = childOf(cell, 'w:tcPr');
      const columnSpan = spanOf(childOf(properties, 'w:gridSpan'), 1);
      const last = cells.at(-1);
      if (isContinued(childOf(properties, 'w:hMerge')) && last !== undefined) {
        cells[cells.length - 1] = { ...last, columnSpan: last.columnSpan + columnSpan };
      } else {
        const continues = isContinued(childOf(properties, 'w:vMerge') ?? childOf(properties, 'w:vmerge'));
        const content = this.read(cell, !isFilled(childOf(properties, 'w:shd')));
        cells.push({ content, column, columnSpan, continues });
      }
      column += columnSpan;
    }
    return cells;
  }

  #isContentsLine(paragraph: XmlElement): boolean {
    const style = valOf(elementAt(paragraph, 'w:pPr', 'w:pStyle'));
    return contentsLine.test(this.#styles.nameOf(style) ?? '');
  }
}

/** Wrappers of paragraphs, rows or cells that print nothing themselves; the last two are of Word 2003. */
const wrappers = new Set('w:sdt w:sdtContent w:customXml w:ins w:moveTo w:smartTag sect sub-section'.split(' '));

function contentOf(container: XmlElement): XmlElement[] {
  return elementsOf(container).flatMap((element) => {
    if (element.name === 'mc:AlternateContent') return contentOf(elementsOf(element)[0] ?? element);
    return wrappers.has(element.name) ? contentOf(element) : [element];
  });
}

function isRemoved(row: XmlElement): boolean {
  const properties = childOf(row, 'w:trPr');
  return childOf(properties, 'w:del') !== undefined || switchOf(childOf(properties, 'w:hidden')) === true;
}

function isContinued(merge: XmlElement | undefined): boolean {
  return merge !== undefined && valOf(merge) !== 'restart';
}

function spanOf(element: XmlElement | undefined, otherwise: number): number {
  const span = Number.parseInt(valOf(element) ?? '', 10);
  return Number.isNaN(span) || span < otherwise ? otherwise : Math.min(span, widestSpan);
}

/** A paragraph without text takes no number in what is printed of most lists. */
function isEmpty({ text, boxes }: Printed): boolean {
  return text.trim() === '' && boxes.length === 0;
}

/** A DOCX by its main part (ISO/IEC 29500): text, tables and text boxes in reading order. */
export function readDocx(archive: Archive, main: string): Block[] {
  const xml = archive.read(main);
  const body = xml === null ? undefined : elementAt(parseXml(xml), 'w:document', 'w:body');
  if (body === undefined) throw new Unreadable('damaged');
  const part = (type: string): XmlElement | null => {
    const bytes = archive.read(partBeside(archive, main, type) ?? '');
    return bytes === null ? null : parseXml(bytes);
  };
  const reader = new StoryReader(readStyles(part('styles')), readLists(part('numbering')));
  return toBlocks(reader.read(body));
}

const mediaType = 'application/msword';

/** A document in one file of XML, as Word 2003 saves it under the name of a binary one: elements as in DOCX. */
export function readWordXml(bytes: Uint8Array): [ReadResult] {
  const [document] = elementsOf(parseXml(bytes));
  const body = elementAt(document, 'w:body');
  if (document === undefined || body === undefined) throw new Unreadable('damaged');
  const blocks = toBlocks(new StoryReader(readStyles(document), readLists(document)).read(body));
  return [blocks.length === 0 ? refused('empty', mediaType) : readable({ mediaType, encoding: null, blocks })];
}
