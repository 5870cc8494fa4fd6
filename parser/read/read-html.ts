import { type DefaultTreeAdapterTypes, parse, defaultTreeAdapter as tree } from 'parse5';
import type { Block, Paragraph } from './document.ts';
import { isDataTable, readTable } from './html-table.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements whose content a browser does not print. */
const unprinted = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'select',
  'button',
  'svg',
  'iframe',
  'object',
]);

/** Elements that stand in a line of text; every other element begins and ends a paragraph. */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd label mark o:p q s samp small span strike strong sub sup tt u var wbr'.split(
    ' ',
  ),
);

const hiddenStyle = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** A page as blocks in reading order. Tables that only lay out the page are read through, data tables are kept whole. */
export function readHtml(html: string): Block[] {
  const reader = new PageReader();
  reader.readAll(parse(html, { sourceCodeLocationInfo: true }).childNodes);
  return reader.finish();
}

/** Collects the text of the paragraph being read; a small state machine over the tree in document order. */
class PageReader {
  readonly #blocks: Block[] = [];
  #text = '';
  #line = 1;
  #offset = 0;
  #tables = 0;

  /** Walks with its own stack, so that no depth of nesting can exhaust the call stack. */
  readAll(roots: readonly Node[]): void {
    const stack: (Node | 'break')[] = [...roots].reverse();
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      if (next === 'break') this.#endParagraph();
      else if (tree.isTextNode(next)) this.#addText(next);
      else if (tree.isElementNode(next)) stack.push(...this.#enter(next));
    }
  }

  finish(): Block[] {
    this.#endParagraph();
    return this.#blocks;
  }

  /** What is still to be read of an element, last first. */
  #enter(element: Element): (Node | 'break')[] {
    if (isUnprinted(element)) return [];
    if (element.tagName === 'table' && isDataTable(element)) {
      this.#endParagraph();
      this.#tables += 1;
      this.#blocks.push(readTable(element, this.#tables));
      return [];
    }
    const children: (Node | 'break')[] = [...element.childNodes].reverse();
    if (inline.has(element.tagName)) return children;
    this.#endParagraph();
    return ['break', ...children];
  }

  #addText(node: DefaultTreeAdapterTypes.TextNode): void {
    if (this.#text === '' && node.value.trim() !== '') {
      this.#line = node.sourceCodeLocation?.startLine ?? this.#line;
      this.#offset = node.sourceCodeLocation?.startOffset ?? this.#offset;
    }
    if (this.#text !== '' || node.value.trim() !== '') this.#text += node.value.replace(/[\n\t ]+/g, ' ');
  }

  #endParagraph(): void {
    if (this.#text.trim() !== '') {
      const paragraph: Paragraph = {
        kind: 'paragraph',
        text: this.#text.trim(),
        line: this.#line,
        offset: this.#offset,
      };
      this.#blocks.push(paragraph);
    }
    this.#text = '';
  }
}

export function isUnprinted(element: Element): boolean {
  if (unprinted.has(element.tagName)) return true;
  return element.attrs.some(({ name, value }) => name === 'hidden' || (name === 'style' && hiddenStyle.test(value)));
}
