import { unspaced } from '../../normalise.ts';
import type { Block, Paragraph } from '../document.ts';
import { attribute, type Element, isElement, type Node, rawText } from './nodes.ts';

/** Between the title of the article and the names of its column and its site. */
const separator = /[_|｜]|\s[-–—]+\s|-{2,}/u;
const report = /公[开開].*(?:[报報]告|年[报報])/u;
const articleTitles = new Set(['articletitle', 'og:title']);

/**
 * The report that a page's title names, as a first line of the page, where the page prints no such line: many print their
 * reports under a heading that says neither whose they are nor of which year.
 */
export function pageTitle(nodes: readonly Node[], blocks: readonly Block[]): Paragraph[] {
  const printed = new Set(blocks.flatMap((block) => (block.kind === 'paragraph' ? [unspaced(block.text)] : [])));
  const named = nodes.flatMap((node) => (isElement(node) ? titlesOf(node) : []));
  const [first] = named.filter(({ text }) => report.test(text) && !printed.has(unspaced(text)));
  return first === undefined ? [] : [first];
}

function titlesOf(element: Element): Paragraph[] {
  const place = {
    line: element.sourceCodeLocation?.startLine ?? 1,
    offset: element.sourceCodeLocation?.startOffset ?? 0,
  };
  return textOf(element)
    .split(separator)
    .map((text) => ({ kind: 'paragraph', text: text.trim(), ...place }));
}

function textOf(element: Element): string {
  if (element.tagName === 'title') return rawText(element);
  const name = attribute(element, 'name') ?? attribute(element, 'property') ?? '';
  const isArticle = element.tagName === 'meta' && articleTitles.has(name.toLowerCase());
  return isArticle ? (attribute(element, 'content') ?? '') : '';
}
