import { raisedText } from '../../note-marks.ts';
import { attribute, descendants, type Element, isElement, isText, type Node } from './nodes.ts';
import { type IsHidden, isRaised, isUnprinted } from './visibility.ts';

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
  const skipped = new Set<unknown>();
  const raised = new Set<unknown>();
  for (const node of descendants(cell)) {
    const { parentNode } = node;
    const isInSkipped = skipped.has(parentNode);
    if (isInSkipped || (isElement(node) && (isUnprinted(node) || isHidden(node) || isApart(node)))) {
      skipped.add(node);
      continue;
    }
    const isInRaised = raised.has(parentNode);
    if (isInRaised || (isElement(node) && isRaised(node))) raised.add(node);
    text += isInRaised ? raisedText(printed(node)) : printed(node);
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
