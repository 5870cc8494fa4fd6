import { SaxesParser } from 'saxes';
import { S3Fault } from './s3-fault.ts';

const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** What an element holds: a text, elements by name, or several elements of one name. What is undefined is left out. */
export type XmlValue =
  | string
  | number
  | boolean
  | undefined
  | readonly XmlValue[]
  | { readonly [name: string]: XmlValue };

/** A document of S3. */
export function xmlDocument(root: string, content: XmlValue): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${namespace}">${inner(content)}</${root}>`;
}

function inner(content: XmlValue): string {
  if (content === undefined) return '';
  if (typeof content !== 'object') return escaped(String(content));
  return Object.entries(content)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => element(name, one)))
    .join('');
}

function element(name: string, content: XmlValue): string {
  return content === undefined ? '' : `<${name}>${inner(content)}</${name}>`;
}

/** Control characters become references, as from S3; XML 1.0 cannot hold them, so tools ask for `encoding-type=url`. */
function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return text.replace(/[&<>"\u0000-\u0008\u000b-\u001f]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/**
 * The elements of a name in a document that was sent, each as the texts of the elements in it.
 * Throws `MalformedXML` where it is none.
 */
export function xmlRecords(text: string, name: string): { readonly [name: string]: string }[] {
  const records: Record<string, string>[] = [];
  const path: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    path.push(tag.name);
    if (tag.name === name) records.push({});
  });
  parser.on('text', (piece) => {
    const [parent, child = ''] = path.slice(-2);
    const record = records.at(-1);
    if (parent === name && record) record[child] = (record[child] ?? '') + piece;
  });
  parser.on('closetag', () => path.pop());
  try {
    parser.write(text).close();
  } catch {
    throw new S3Fault('MalformedXML', 'The XML you provided was not well-formed');
  }
  return records;
}
