import { type List, ListCounter, labelled } from '../word/list-counter.ts';
import type { StoryBlock } from '../word/story.ts';
import { StoryBuilder } from '../word/story-builder.ts';
import type { DocParagraph, ParagraphReader } from './paragraphs.ts';
import { rowShape } from './row.ts';
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
