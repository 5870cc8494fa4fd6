import { notText } from '../../../wording/figure.ts';
import type { CompoundFile } from '../../archive/compound-file.ts';
import type { Block } from '../../document.ts';
import { Unreadable } from '../../reader.ts';
import { type List, ListCounter, labelled } from '../list-numbers.ts';
import { type CellShape, type StoryBlock, StoryBuilder, toBlocks } from '../story.ts';
import { characterRuns, paragraphRuns, readDocStyles, type Sprm, sprm } from './formatting.ts';
import { readDocLists } from './lists.ts';
import { type DocParagraph, mark, ParagraphReader, printed, visibleText } from './paragraphs.ts';
import { readDocText, readFib, readTextBoxes, type TableName, type TextBoxes } from './text.ts';

const descriptionLength = 20;
const acrossMask = 0x03;
const mergedAcross = 0x02;
const downShift = 5;
const downMask = 0x03;
const mergedDown = 0x01;

/** The shapes of a row's cells ([MS-DOC] 2.9.310 TDefTableOperand, 2.9.321 TC80); empty where the row defines none. */
export function rowShape(sprms: readonly Sprm[]): CellShape[] {
  const definition = sprms.findLast(({ code }) => code === sprm.tableDefinition)?.operand;
  if (definition === undefined || definition.byteLength === 0) return [];
  const count = definition.getUint8(0);
  const cells = Array.from({ length: count }, (_, index) => cellShape(definition, index, count));
  return sprms.reduce(applyMerge, cells);
}

function cellShape(definition: DataView, index: number, count: number): CellShape {
  const edge = 1 + index * 2;
  const description = 1 + (count + 1) * 2 + index * descriptionLength;
  const flags = description + 2 <= definition.byteLength ? definition.getUint16(description, true) : 0;
  return {
    left: definition.getInt16(edge, true),
    right: definition.getInt16(edge + 2, true),
    continuesDown: ((flags >> downShift) & downMask) === mergedDown,
    continuesAcross: (flags & acrossMask) === mergedAcross,
  };
}

/** Merges may also be said after the definition. */
function applyMerge(cells: readonly CellShape[], { code, operand }: Sprm): CellShape[] {
  if (code === sprm.cellMergedDown && operand.byteLength >= 2) {
    const [target, flag] = [operand.getUint8(0), operand.getUint8(1)];
    return cells.map((cell, index) => (index === target ? { ...cell, continuesDown: flag === mergedDown } : cell));
  }
  if (code === sprm.cellsMergedAcross && operand.byteLength >= 2) {
    const [first, limit] = [operand.getUint8(0), operand.getUint8(1)];
    return cells.map((cell, index) => (index > first && index < limit ? { ...cell, continuesAcross: true } : cell));
  }
  return [...cells];
}

/** What a document's text is read with. */
export interface StorySource {
  readonly text: string;
  readonly paragraphs: ParagraphReader;
  readonly lists: readonly List[];
  readonly boxes: TextBoxes;
}

/** Reads stretches of the text as paragraphs and tables; list numbers count on through all of them. */
export class DocStoryReader {
  readonly #source: StorySource;
  readonly #counter = new ListCounter();

  constructor(source: StorySource) {
    this.#source = source;
  }

  /** What hangs on a paragraph in text boxes follows it. */
  read(start: number, end: number): StoryBlock[] {
    const story = new StoryBuilder();
    for (const paragraph of this.#source.paragraphs.read(this.#source.text, start, end)) {
      story.enter(paragraph.depth);
      if (paragraph.row !== null) story.endRow(rowShape(paragraph.row));
      else {
        for (const block of this.#blocksOf(paragraph)) story.add(block);
        if (paragraph.endsCell) story.endCell();
      }
    }
    return story.finish();
  }

  #blocksOf(paragraph: DocParagraph): StoryBlock[] {
    const drawings = [...paragraph.text.matchAll(new RegExp(mark.drawing, 'g'))];
    const drawn = drawings.map(({ index }) => {
      const box = this.#source.boxes.get(paragraph.start + index);
      return box === undefined ? [] : this.read(box.start, box.end);
    });
    const hung = drawn.flat();
    // What is drawn without a text box, a picture or a line, stands for itself.
    const text = printed(paragraph.text) + notText.repeat(drawn.filter((blocks) => blocks.length === 0).length);
    if (text.trim() === '' || paragraph.isContents) return hung;
    const list = this.#source.lists[paragraph.list - 1];
    return [list === undefined ? text : labelled(this.#counter.next(list, paragraph.level), text), ...hung];
  }
}

/** A binary Word document, as Word 97–2003 and WPS write it ([MS-DOC]): text, tables and text boxes in reading order. */
export function readDoc(file: CompoundFile): Block[] {
  const stream = file.read('WordDocument');
  if (stream === null) throw new Unreadable('damaged');
  const fib = readFib(stream);
  const tables = file.read(fib.tableStream);
  if (tables === null) throw new Unreadable('damaged');
  const table = (name: TableName) => {
    const { offset, length } = fib.tables[name];
    return tables.subarray(offset, offset + length);
  };
  // The levels of lists follow the table of lists and are no part of its length.
  const toEnd = (name: TableName) =>
    fib.tables[name].length === 0 ? table(name) : tables.subarray(fib.tables[name].offset);
  const text = readDocText(stream, table('pieces'));
  const styles = readDocStyles(table('styles'));
  const paragraphs = new ParagraphReader({
    data: file.read('Data'),
    pieces: text.pieces,
    runs: paragraphRuns(stream, table('paragraphRuns')),
    styles,
  });
  const reader = new DocStoryReader({
    text: visibleText(text, { runs: characterRuns(stream, table('characterRuns')), styles }),
    paragraphs,
    lists: readDocLists(toEnd('lists'), table('listOverrides')),
    boxes: readTextBoxes(table('anchors'), table('textBoxes'), fib.textBoxStart),
  });
  return toBlocks(reader.read(0, Math.min(fib.mainLength, text.characters.length)));
}
