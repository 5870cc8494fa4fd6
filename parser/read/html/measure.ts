import { attribute, type Element, isElement, isText, type Node } from './nodes.ts';

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

/** Counts in one pass over all nodes, children into parents from the page's end: any depth of nesting costs its size. */
export function measurePage(nodes: readonly Node[]): PageMeasure {
  const measures = new Map<Node['parentNode'], { text: number; tables: number }>();
  const ids = new Map<string, number>();
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    const node = nodes[index] as Node; // below its length
    const above = measures.get(node.parentNode) ?? { text: 0, tables: 0 };
    if (isText(node)) above.text += node.value.length;
    else if (isElement(node)) {
      const own = measures.get(node) ?? nothing;
      above.text += own.text;
      above.tables += own.tables + (node.tagName === 'table' ? 1 : 0);
      const id = attribute(node, 'id');
      if (id !== null) ids.set(id, (ids.get(id) ?? 0) + 1);
    } else continue;
    measures.set(node.parentNode, above);
  }
  return { of: (element) => measures.get(element) ?? nothing, ids };
}

const nothing: Measure = { text: 0, tables: 0 };
