import { SaxesParser } from 'saxes';
import { decode } from './decode.ts';
import { Unreadable } from './reader.ts';

/** An element by its canonical name: the prefix that its namespace has here, whatever prefix the file gives it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** Namespaces of office documents (ISO/IEC 29500, transitional and strict; Word and Excel 2003; ODF 1.3). Elements of others have no prefix. */
const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.microsoft.com/office/word/2003/wordml': 'w',
  'urn:schemas-microsoft-com:office:spreadsheet': 'ss',
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office',
  'urn:oasis:names:tc:opendocument:xmlns:style:1.0': 'style',
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text',
  'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table',
  'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0': 'draw',
  // Tables in drawn boxes, until a later edition of the standard has them.
  'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'table',
};

/** Deeper than any document is nested; what is deeper would exhaust the stack of who walks it. */
const deepest = 300;

/** Parses XML into a tree. Entities of a document type are not expanded; malformed XML makes the file unreadable. */
export function parseXml(bytes: Uint8Array): XmlElement {
  const root: XmlElement & { children: (XmlElement | string)[] } = { name: '', attributes: {}, children: [] };
  const open = [root];
  const names = new CanonicalNames();
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('error', (error) => {
    throw new Unreadable('damaged', error);
  });
  parser.on('opentag', (tag) => {
    const element = { name: names.of(tag), attributes: names.attributesOf(tag.attributes), children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
    if (open.length > deepest) throw new Unreadable('damaged');
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => open.at(-1)?.children.push(text));
  parser.on('cdata', (text) => open.at(-1)?.children.push(text));
  parser.write(decode(bytes).text).close();
  return root;
}

/** A name as the library gives it. */
interface ResolvedName {
  readonly uri: string;
  readonly local: string;
}

const noAttributes: XmlElement['attributes'] = {};

/** The names of a file, each made once: a document repeats a few dozen of them tens of thousands of times. */
class CanonicalNames {
  readonly #names = new Map<string, Map<string, string>>();

  of({ uri, local }: ResolvedName): string {
    const known = this.#names.get(uri) ?? new Map<string, string>();
    if (known.size === 0) this.#names.set(uri, known);
    const prefix = prefixes[uri];
    const name = known.get(local) ?? (prefix === undefined ? local : `${prefix}:${local}`);
    known.set(local, name);
    return name;
  }

  attributesOf(found: Readonly<Record<string, ResolvedName & { readonly value: string }>>): XmlElement['attributes'] {
    const all = Object.values(found);
    if (all.length === 0) return noAttributes;
    const attributes: Record<string, string> = {};
    for (const attribute of all) attributes[this.of(attribute)] = attribute.value;
    return attributes;
  }
}

export function elementsOf({ children }: XmlElement): XmlElement[] {
  return children.filter((child) => typeof child !== 'string');
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element === undefined ? undefined : elementsOf(element).find((child) => child.name === name);
}

/** The element at the end of a path of names. */
export function elementAt(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce((found, name) => childOf(found, name), element);
}

/** Characters directly in the element. */
export function textOf({ children }: XmlElement): string {
  return children.filter((child) => typeof child === 'string').join('');
}
