import type { Glyph, PageContent } from '../../parser/read/pdf/page-content.ts';
import { readPage } from '../../parser/read/pdf/read-page.ts';
import { openPdf } from '../../parser/read/pdf/read-pdf.ts';
import { writeZip, type ZipMember } from './write-zip.ts';

const namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const root = (name: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<ofd:${name} ${namespace}>${content}</ofd:${name}>`;

/** What an OFD package holds, as its parts write it (GB/T 33190-2016); sizes are in millimetres. */
export interface OfdParts {
  /** The objects of each page. */
  readonly pages: readonly string[];
  /** Attributes and elements of each page before its content: a template, an area. */
  readonly beforeContent?: string;
  /** Elements of the document's common data: templates, resources. */
  readonly common?: string;
  /** Elements of the document after its pages: annotations. */
  readonly afterPages?: string;
  /** Elements of the entry of the document: signatures, versions. */
  readonly body?: string;
  readonly more?: readonly ZipMember[];
  readonly size?: readonly [width: number, height: number];
}

/** An OFD package of hand-written parts. */
export function writeOfd({
  pages,
  beforeContent = '',
  common = '',
  afterPages = '',
  body = '',
  more = [],
  size = [210, 297],
}: OfdParts): Uint8Array {
  const box = `<ofd:PageArea><ofd:PhysicalBox>0 0 ${size.join(' ')}</ofd:PhysicalBox></ofd:PageArea>`;
  const list = pages.map((_, index) => `<ofd:Page ID="${index + 1}" BaseLoc="Pages/Page_${index}/Content.xml"/>`);
  const document = `<ofd:CommonData>${box}${common}</ofd:CommonData><ofd:Pages>${list.join('')}</ofd:Pages>${afterPages}`;
  return writeZip([
    {
      name: 'OFD.xml',
      content: root('OFD', `<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>${body}</ofd:DocBody>`),
    },
    { name: 'Doc_0/Document.xml', content: root('Document', document) },
    ...pages.map((objects, index) => ({
      name: `Doc_0/Pages/Page_${index}/Content.xml`,
      content: ofdPage(objects, beforeContent),
    })),
    ...more,
  ]);
}

/** The part of a page, or of one that others are printed on. */
export function ofdPage(objects: string, before = ''): string {
  return root('Page', `${before}<ofd:Content><ofd:Layer ID="9">${objects}</ofd:Layer></ofd:Content>`);
}

/** Any other part, by the name of its root. */
export const ofdPart = root;

interface Setting {
  readonly size?: number;
  /** Attributes of the object beside its boundary, font and size. */
  readonly attributes?: string;
  /** Elements of the object before its text. */
  readonly before?: string;
  /** Attributes of the text: where its characters stand. */
  readonly code?: string;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A line of text whose base line begins at a place of the page. */
export function ofdText(text: string, [x, y]: readonly [x: number, y: number], setting: Setting = {}): string {
  const { size = 4, attributes = '', before = '', code = `DeltaX="g ${[...text].length - 1} ${size}"` } = setting;
  const boundary = `${x} ${y - size} ${[...text].length * size} ${1.3 * size}`;
  return (
    `<ofd:TextObject ID="1" Boundary="${boundary}" Font="2" Size="${size}" ${attributes}>` +
    `${before}<ofd:TextCode X="0" Y="${size}" ${code}>${escaped(text)}</ofd:TextCode></ofd:TextObject>`
  );
}

/** A straight line between two places of the page. */
export function ofdLine([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): string {
  const data = `M 0 0 L ${x2 - x1} ${y2 - y1}`;
  const boundary = `${x1} ${y1} ${x2 - x1} ${y2 - y1}`;
  return `<ofd:PathObject ID="3" Boundary="${boundary}" LineWidth="0.25"><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;
}

const millimetres = 25.4 / 72;
const descent = 0.12;

/** The pages of a PDF set again as OFD: the same characters and lines at the same places. */
export async function ofdOfPdf(bytes: Uint8Array): Promise<Uint8Array> {
  const opened = await openPdf(bytes);
  if (opened.pdf === null) throw new Error(`the PDF was refused: ${opened.refusal}`);
  const { pdf, operatorNamed } = opened;
  const pages: PageContent[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    pages.push(await readPage(await pdf.getPage(number), { operatorNamed, isShown: () => true }));
  }
  await pdf.loadingTask.destroy();
  const [{ width, height } = { width: 0, height: 0 }] = pages;
  return writeOfd({ pages: pages.map(objectsOf), size: [width * millimetres, height * millimetres] });
}

function objectsOf({ glyphs, rules }: PageContent): string {
  const lines = rules.map(({ axis, at, from, to }) => {
    const [start, end] =
      axis === 'level'
        ? [
            [from, at],
            [to, at],
          ]
        : [
            [at, from],
            [at, to],
          ];
    return ofdLine(millimetresOf(start), millimetresOf(end));
  });
  return [...pieces(glyphs).map(textOf), ...lines].join('\n');
}

function millimetresOf([x = 0, y = 0]: readonly number[] = []): readonly [number, number] {
  return [x * millimetres, y * millimetres];
}

/** Characters that follow one another on a line, in one size. */
function pieces(glyphs: readonly Glyph[]): Glyph[][] {
  const found: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = found.at(-1)?.at(-1);
    const isNext =
      last !== undefined &&
      glyph.turn === 0 &&
      last.turn === 0 &&
      last.size === glyph.size &&
      Math.abs(last.box.bottom - glyph.box.bottom) < 0.01 &&
      glyph.box.left > last.box.left;
    if (isNext) found.at(-1)?.push(glyph);
    else found.push([glyph]);
  }
  return found;
}

function textOf(glyphs: readonly Glyph[]): string {
  const [first] = glyphs as [Glyph];
  const { size, turn, box } = first;
  const drop = descent * size;
  const origin = [
    [box.left, box.bottom - drop],
    [box.left + drop, box.top],
    [box.right, box.top + drop],
    [box.right - drop, box.bottom],
  ][turn];
  const deltas = glyphs.slice(1).map((glyph, index) => (glyph.box.left - (glyphs[index]?.box.left ?? 0)) * millimetres);
  const [x, y] = millimetresOf(origin);
  const text = glyphs.map((glyph) => glyph.text).join('');
  const boundary = '0 0 1000 1000';
  return (
    `<ofd:TextObject ID="1" Boundary="${boundary}" Font="2" Size="${size * millimetres}" CharDirection="${turn * 90}">` +
    `<ofd:TextCode X="${x}" Y="${y}" DeltaX="${deltas.join(' ')}">${escaped(text)}</ofd:TextCode></ofd:TextObject>`
  );
}
