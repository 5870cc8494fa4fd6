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
