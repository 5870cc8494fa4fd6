import { type DefaultTreeAdapterTypes, defaultTreeAdapter as tree } from 'parse5';
import { attribute, type Element, type Node, rawText } from './nodes.ts';
import { stringLiterals } from './string-literals.ts';

/** Shorter values of hidden fields are settings. */
const shortestValue = 100;

/** Elements whose text is the source of content that a script shows later. */
const sources = new Set(['textarea', 'noscript', 'xmp', 'noframes']);

/** Markup that an element keeps as text or in scripts instead of showing it, for the page to put in its place later. */
export function injectedMarkup(element: Element): string[] {
  if (sources.has(element.tagName)) return [rawText(element)];
  if (element.tagName === 'script') return stringLiterals(rawText(element));
  if (element.tagName === 'iframe') return present(attribute(element, 'srcdoc'));
  if (element.tagName !== 'input') return [];
  return present(attribute(element, 'value')).filter((value) => value.length >= shortestValue);
}

/** What a `template` holds; nothing of other elements. */
export function templateNodes(element: Element): readonly Node[] {
  if (element.tagName !== 'template') return [];
  return tree.getTemplateContent(element as DefaultTreeAdapterTypes.Template).childNodes; // told by its name
}

function present(value: string | null): string[] {
  return value === null ? [] : [value];
}
