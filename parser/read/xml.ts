import { SaxesParser } from 'saxes';
import { decode } from './decode.ts';
import { Unreadable } from './unreadable.ts';

/** An element by its canonical name: the prefix that its namespace has here, whatever prefix the file gives it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** Namespaces of office documents (ISO/IEC 29500, transitional and strict; ODF 1.3). Elements of others have no prefix. */
const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
};

/** Deeper than any document is nested; what is deeper would exhaust the stack of who walks it. */
const deepest = 300;

/** Parses XML into a tree. Entities of a document type are not expanded; malformed XML makes the file unreadable. */
export function parseXml(bytes: Uint8Array): XmlElement {
  const root: XmlElement & { children: (XmlElement | string)[] } = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('error', (error) => {
    throw new Unreadable('damaged', error);
  });
  parser.on('opentag', (tag) => {
    const attributes = Object.values(tag.attributes).map(({ uri, local, value }) => [nameOf(uri, local), value]);
    const element = { name: nameOf(tag.uri, tag.local), attributes: Object.fromEntries(attributes), children: [] };
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

function nameOf(uri: string, local: string): string {
  const prefix = prefixes[uri];
  return prefix === undefined ? local : `${prefix}:${local}`;
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
