import { type List, ListCounter, labelled } from '../word/list-counter.ts';
import type { StoryBlock } from '../word/story.ts';
import type { DocParagraph, ParagraphReader } from './paragraphs.ts';
import { rowShape } from './row.ts';
import { TableBuilder } from './table-builder.ts';
import type { TextBoxes } from './text-boxes.ts';
import { mark, printed } from './visible-text.ts';

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
    const story: StoryBlock[] = [];
    const open: TableBuilder[] = [];
    const add = (block: StoryBlock) => {
      const table = open.at(-1);
      if (table === undefined) story.push(block);
      else table.add(block);
    };
    const close = (depth: number) => {
      while (open.length > depth) {
        const table = open.pop()?.finish();
        if (table !== undefined && table.rows.length > 0) add(table);
      }
    };
    for (const paragraph of this.#source.paragraphs.read(this.#source.text, start, end)) {
      const depth = Math.min(Math.max(0, paragraph.depth), deepest);
      close(depth);
      while (open.length < depth) open.push(new TableBuilder());
      const table = open.at(-1);
      if (paragraph.row !== null) table?.endRow(rowShape(paragraph.row));
      else {
        for (const block of this.#blocksOf(paragraph)) add(block);
        if (paragraph.endsCell) table?.endCell();
      }
    }
    close(0);
    return story;
  }

  #blocksOf(paragraph: DocParagraph): StoryBlock[] {
    const text = printed(paragraph.text);
    const drawings = [...paragraph.text.matchAll(new RegExp(mark.drawing, 'g'))];
    const hung = drawings.flatMap(({ index }) => {
      const box = this.#source.boxes.get(paragraph.start + index);
      return box === undefined ? [] : this.read(box.start, box.end);
    });
    if (text.trim() === '' || paragraph.isContents) return hung;
    const list = this.#source.lists[paragraph.list - 1];
    return [list === undefined ? text : labelled(this.#counter.next(list, paragraph.level), text), ...hung];
  }
}

/** Tables nested deeper than this are damage. */
const deepest = 50;
