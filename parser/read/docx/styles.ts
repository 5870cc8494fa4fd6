import { childOf, elementAt, elementsOf, type XmlElement } from '../xml.ts';

/** What paragraphs and characters inherit from the styles they name; `null` where no style of the chain says. */
export interface Styles {
  /** Properties of that name in the style or the nearest one it is based on. */
  find(styleId: string | null, ...path: readonly string[]): XmlElement | null;
  /** The built-in name of a style, whatever a translated program calls it. */
  nameOf(styleId: string | null): string | null;
  /** The style of paragraphs that name none. */
  readonly defaultParagraph: string | null;
}

/** Styles based on each other in a circle, or deeper than this, are damage. */
const longestChain = 20;

export function readStyles(part: XmlElement | null): Styles {
  const styles = elementsOf(childOf(part ?? undefined, 'w:styles') ?? empty).filter(({ name }) => name === 'w:style');
  const byId = new Map(styles.map((style) => [style.attributes['w:styleId'] ?? '', style]));
  const standard = styles.find(
    ({ attributes }) => attributes['w:type'] === 'paragraph' && isOn(attributes['w:default']),
  );
  return {
    find(styleId, ...path) {
      let style = byId.get(styleId ?? '');
      for (let step = 0; style !== undefined && step < longestChain; step += 1) {
        const found = elementAt(style, ...path);
        if (found !== undefined) return found;
        style = byId.get(valOf(childOf(style, 'w:basedOn')) ?? '');
      }
      return null;
    },
    nameOf: (styleId) => valOf(childOf(byId.get(styleId ?? ''), 'w:name')),
    defaultParagraph: standard?.attributes['w:styleId'] ?? null,
  };
}

const empty: XmlElement = { name: '', attributes: {}, children: [] };

export function valOf(element: XmlElement | null | undefined): string | null {
  return element?.attributes['w:val'] ?? null;
}

/** A property that is switched: on by standing there, unless its value says off. */
export function isOn(value: string | null | undefined): boolean {
  return value !== null && value !== undefined && !['0', 'false', 'off'].includes(value);
}

/** Whether a switching property is there and on; null where it is not there. */
export function switchOf(element: XmlElement | null | undefined): boolean | null {
  return element === null || element === undefined ? null : isOn(valOf(element) ?? 'true');
}
