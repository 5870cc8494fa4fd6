import { type DefaultTreeAdapterTypes, defaultTreeAdapter as tree } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.ChildNode;
export type TextNode = DefaultTreeAdapterTypes.TextNode;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

export function isElement(node: Node): node is Element {
  return tree.isElementNode(node);
}

export function isText(node: Node): node is TextNode {
  return tree.isTextNode(node);
}

export function childElements(parent: ParentNode): Element[] {
  return parent.childNodes.filter(isElement);
}

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value ?? null;
}

/** Every node below, in document order: without recursion, and only as far as it is asked for. */
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

/** Text below an element as it stands in the source, nothing hidden or added. */
export function rawText(element: Element): string {
  let text = '';
  for (const node of descendants(element)) if (isText(node)) text += node.value;
  return text;
}
