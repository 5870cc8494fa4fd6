import { attribute, descendants, type Element, isElement, isText } from './nodes.ts';

type Document = Parameters<typeof descendants>[0];

/** What is below an element, counted once for the whole page. */
interface Measure {
  /** Characters of text. */
  readonly text: number;
  /** Tables nested in it. */
  readonly tables: number;
}

export interface PageMeasure {
  readonly of: (element: Element) => Measure;
  /** How often each id stands on the page. */
  readonly ids: ReadonlyMap<string, number>;
}

/** Counts in one pass, children into parents from the page's end: a page nested however deep costs its size. */
export function measurePage(document: Document): PageMeasure {
  const measures = new Map<Element, { text: number; tables: number }>();
  const ids = new Map<string, number>();
  const nodes = [...descendants(document)];
  for (const node of nodes) {
    if (!isElement(node)) continue;
    measures.set(node, { text: 0, tables: 0 });
    const id = attribute(node, 'id');
    if (id !== null) ids.set(id, (ids.get(id) ?? 0) + 1);
  }
  for (const node of nodes.reverse()) {
    const parent = node.parentNode;
    const above = parent !== null && 'tagName' in parent ? measures.get(parent) : undefined;
    if (above === undefined) continue;
    if (isText(node)) above.text += node.value.length;
    if (!isElement(node)) continue;
    const own = measures.get(node);
    above.text += own?.text ?? 0;
    above.tables += (own?.tables ?? 0) + (node.tagName === 'table' ? 1 : 0);
  }
  return { of: (element) => measures.get(element) ?? { text: 0, tables: 0 }, ids };
}
