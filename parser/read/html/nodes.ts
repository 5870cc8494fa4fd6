import type { DefaultTreeAdapterTypes } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.ChildNode;
export type TextNode = DefaultTreeAdapterTypes.TextNode;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

export function isText(node: Node): node is TextNode {
  return node.nodeName === '#text';
}

export function childElements(parent: ParentNode): Element[] {
  return parent.childNodes.filter(isElement);
}

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value ?? null;
}

/** The same one by one, only as far as they are asked for. */
export function* descendants(root: ParentNode): Generator<Node, undefined> {
  const stack: Node[] = [];
  const push = (nodes: readonly Node[]) => {
    for (let index = nodes.length - 1; index >= 0; index -= 1) {
      const node = nodes[index];
      if (node !== undefined) stack.push(node);
    }
  };
  push(root.childNodes);
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    yield next;
    if (isElement(next)) push(next.childNodes);
  }
}

/** Every node below, in document order. */
export function allNodes(root: ParentNode): Node[] {
  const nodes: Node[] = [];
  const stack: Node[] = root.childNodes.toReversed();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    nodes.push(next);
    if (!isElement(next)) continue;
    for (let index = next.childNodes.length - 1; index >= 0; index -= 1) stack.push(next.childNodes[index] as Node); // below its length
  }
  return nodes;
}

/** Text below an element as it stands in the source, nothing hidden or added. */
export function rawText(element: Element): string {
  const [first] = element.childNodes;
  if (first === undefined) return '';
  if (element.childNodes.length === 1 && isText(first)) return first.value;
  let text = '';
  for (const node of allNodes(element)) if (isText(node)) text += node.value;
  return text;
}

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
