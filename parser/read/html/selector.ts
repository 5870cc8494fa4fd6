import { attribute, childElements, type Element, isElement } from './nodes.ts';

/** Steps beyond which a selector says nothing that a reader of it could follow. */
const mostSteps = 40;
const plainId = /^[a-z][\w-]*$/i;

/**
 * Makes CSS selectors that find elements in the page as published: from the nearest ancestor with an id of its own, else
 * from the root, by the place among siblings of a kind. Null for an element nested too deeply.
 */
export class SelectorMaker {
  readonly #places = new Map<Element, number>();
  readonly #counted = new Set<Element['parentNode']>();
  readonly #found = new Map<Element, string | null>();
  readonly #idCount: ReadonlyMap<string, number>;

  constructor(idCount: ReadonlyMap<string, number>) {
    this.#idCount = idCount;
  }

  selectorOf(element: Element): string | null {
    const path: Element[] = [];
    let base: string | null = '';
    for (let at: Element | null = element; at !== null; at = parentElement(at)) {
      const known = this.#found.get(at);
      const anchor = known === undefined ? this.#anchor(at) : known;
      if (anchor !== undefined) {
        base = anchor;
        break;
      }
      path.push(at);
      if (path.length > mostSteps) return this.#remember(element, null);
    }
    if (base === null) return this.#remember(element, null);
    const steps = path.reverse().map((step) => `${step.tagName.replace(':', '\\:')}:nth-of-type(${this.#place(step)})`);
    return this.#remember(element, [base, ...steps].filter((part) => part !== '').join(' > '));
  }

  #remember(element: Element, selector: string | null): string | null {
    this.#found.set(element, selector);
    return selector;
  }

  #anchor(element: Element): string | undefined {
    if (element.tagName === 'html') return 'html';
    const id = attribute(element, 'id');
    return id !== null && plainId.test(id) && this.#idCount.get(id) === 1 ? `#${id}` : undefined;
  }

  /** Place among siblings of the same tag, from 1; a parent's children are counted once, all together. */
  #place(element: Element): number {
    const parent = element.parentNode;
    if (parent !== null && !this.#counted.has(parent)) {
      this.#counted.add(parent);
      const counts = new Map<string, number>();
      for (const child of childElements(parent)) {
        const place = (counts.get(child.tagName) ?? 0) + 1;
        counts.set(child.tagName, place);
        this.#places.set(child, place);
      }
    }
    return this.#places.get(element) ?? 1;
  }
}

function parentElement({ parentNode }: Element): Element | null {
  return parentNode !== null && 'tagName' in parentNode && isElement(parentNode) ? parentNode : null;
}
