import { writeZip, type ZipMember } from './write-zip.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';
const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** Parts of a DOCX as XML, without their root elements. */
export interface DocxParts {
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  /** Prefix and namespace that the parts are written with. */
  readonly prefix?: string;
  readonly namespace?: string;
  /** A picture in the package. */
  readonly picture?: boolean;
}

/** The least that is a DOCX, for what one test is about. */
export function buildDocx({
  body,
  numbering,
  styles,
  prefix = 'w',
  namespace = transitional,
  picture = false,
}: DocxParts): Uint8Array {
  const root = (name: string, content: string) =>
    `<?xml version="1.0"?><${prefix}:${name} xmlns:${prefix}="${namespace}" xmlns:mc="${compatibility}">${content}</${prefix}:${name}>`;
  const parts: [string, string | undefined][] = [
    ['numbering', numbering],
    ['styles', styles],
  ];
  const given = parts.flatMap(([name, content]): [string, string][] =>
    content === undefined ? [] : [[name, content]],
  );
  return writeZip([
    { name: '_rels/.rels', content: relationships([['officeDocument', 'word/document.xml']]) },
    {
      name: 'word/_rels/document.xml.rels',
      content: relationships(given.map(([name]) => [name, `/word/${name}.xml`])),
    },
    { name: 'word/document.xml', content: root('document', `<${prefix}:body>${body}</${prefix}:body>`) },
    ...(picture ? [{ name: 'word/media/image1.png', content: 'PNG' }] : []),
    ...given.map(([name, content]): ZipMember => ({ name: `word/${name}.xml`, content: root(name, content) })),
  ]);
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const list = targets.map(
    ([type, target], index) => `<Relationship Id="r${index}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packages}">${list.join('')}</Relationships>`;
}
