import { attribute, descendants, type Element, isElement, isText, type Node } from './nodes.ts';
import { type IsHidden, isUnprinted } from './visibility.ts';

/** Elements that begin and end a line inside a cell. */
const lines = new Set('p div br li tr dd dt h1 h2 h3 h4 h5 h6 section article'.split(' '));
/** What a form field shows: the figures of some pages stand in fields. */
const textFields = new Set([null, '', 'text', 'number']);

/**
 * Printed text of a cell. Inline elements join (`2</span><span>0` is 20); paragraphs and line breaks part by a line end.
 * Tables nested in it are left out where `isApart` says that they stand for themselves.
 */
export function cellText(cell: Element, { isHidden, isApart }: CellView): string {
  let text = '';
  const skipped = new Set<Element>();
  for (const node of descendants(cell)) {
    const parent = node.parentNode;
    if (parent !== null && 'tagName' in parent && skipped.has(parent)) {
      if (isElement(node)) skipped.add(node);
    } else if (isElement(node) && (isUnprinted(node) || isHidden(node) || isApart(node))) skipped.add(node);
    else text += printed(node);
  }
  return text.replace(/[ \u00A0]*\n\s*/g, '\n').trim();
}

export interface CellView {
  readonly isHidden: IsHidden;
  readonly isApart: (element: Element) => boolean;
}

function printed(node: Node): string {
  if (isText(node)) return node.value.replace(/[\n\t ]+/g, ' ');
  if (!isElement(node)) return '';
  if (node.tagName === 'input' && textFields.has(attribute(node, 'type'))) return attribute(node, 'value') ?? '';
  return lines.has(node.tagName) ? '\n' : '';
}
