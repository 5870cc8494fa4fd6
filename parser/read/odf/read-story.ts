import { raisedText } from '../../note-marks.ts';
import { type List, ListCounter, labelled } from '../word/list-counter.ts';
import type { StoryBlock } from '../word/story.ts';
import { elementsOf, type XmlElement } from '../xml.ts';
import type { OdfStyles } from './styles.ts';
import { readOdfTable } from './table.ts';

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

  #readText(parent: XmlElement, printed: Printed): void {
    const style = parent.attributes['text:style-name'];
    if (this.#styles.isHidden(style)) return;
    const isRaised = parent.name === 'text:span' && this.#styles.isRaised(style);
    for (const child of parent.children) {
      if (typeof child === 'string') {
        const text = child.replace(/[\t\n\r ]+/g, ' ');
        printed.text += isRaised ? raisedText(text) : text;
      } else if (unprinted.has(child.name)) continue;
      else if (child.name === 'text:s') printed.text += blanks(child.attributes['text:c']);
      else if (child.name.startsWith('draw:')) printed.boxes.push(...this.read(child));
      else if (characters[child.name] === undefined) this.#readText(child, printed);
      else printed.text += characters[child.name];
    }
  }
}

function blanks(count: string | undefined): string {
  return ' '.repeat(Math.min(mostBlanks, Math.max(1, Number.parseInt(count ?? '1', 10) || 1)));
}
