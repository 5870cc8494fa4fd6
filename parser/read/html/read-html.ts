import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { unspaced } from '../../wording/normalise.ts';
import type { Block, Document, Paragraph } from '../document.ts';
import { allNodes, attribute, type Element, isElement, measurePage, type Node, rawText } from './nodes.ts';
import { PageReader, type Spot } from './page-reader.ts';
import { stringLiterals } from './scripts.ts';
import { tame } from './tame.ts';
import { coloursIn, hiddenBy } from './visibility.ts';

/** Addresses of documents, in the path or in a parameter. */
const documentAddress = /\.(?:pdf|docx?|wps|xlsx?|et|ofd|zip|rar|jpe?g|png|tiff?)(?=$|[?#&])/i;
const reportName = /公开.{0,16}(?:报告|年报)|年度报告|年\s*报/u;
const addressAttributes: Readonly<Record<string, string>> = { a: 'href', iframe: 'src', embed: 'src', object: 'data' };
const headings = new Set(['title', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** Pictures make a page, not an attachment, unless they are linked to. */
const picture = /\.(?:jpe?g|png|tiff?)(?=$|[?#&])/i;

interface Link {
  readonly address: string;
  readonly name: string;
}

/** The document that a page offers as its report, by its address as printed; null where there is none. */
function attachmentOf(nodes: readonly Node[]): string | null {
  const links: Link[] = [];
  let isAboutReport = false;
  for (const node of nodes) {
    if (!isElement(node)) continue;
    if (headings.has(node.tagName)) isAboutReport ||= reportName.test(rawText(node));
    const link = linkOf(node);
    if (link !== null) links.push(link);
  }
  const named = links.find(({ name, address }) => reportName.test(name) || reportName.test(decoded(address)));
  return (named ?? (isAboutReport ? links[0] : undefined))?.address ?? null;
}

/** Addresses of documents of office programs and PDF, by the address or by the name that a link prints. */
const officeDocument = /\.(?:pdf|ofd|docx?|wps|xlsx?)(?=$|[?#&])/i;
const officeName = /\.(?:pdf|ofd|docx?|wps|xlsx?)\s*$/i;

/** The addresses on the web of all office documents and PDF that the page of an address links to or shows in a frame, each once. */
export function linkedDocuments(html: string, page: URL): URL[] {
  const elements = pageOf(parse(tame(html))).nodes.filter(isElement);
  const stated = elements.find((element) => element.tagName === 'base' && attribute(element, 'href') !== null);
  const base = URL.parse((stated && attribute(stated, 'href')) ?? '', page) ?? page;
  const urls = elements.flatMap((element) => {
    const name = addressAttributes[element.tagName];
    const address = name === undefined ? '' : (attribute(element, name)?.trim() ?? '');
    const isNamed = officeName.test(rawText(element)) || officeName.test(attribute(element, 'title') ?? '');
    const url = address !== '' && (isNamed || officeDocument.test(address)) ? URL.parse(address, base) : null;
    if (url === null || !/^https?:$/.test(url.protocol)) return [];
    url.hash = '';
    return [url];
  });
  return [...new Map(urls.map((url) => [url.href, url])).values()];
}

function linkOf(element: Element): Link | null {
  const name = addressAttributes[element.tagName];
  const address = name === undefined ? null : attribute(element, name)?.trim();
  if (address === undefined || address === null || !documentAddress.test(address)) return null;
  if (picture.test(address) && element.tagName !== 'a') return null;
  return { address, name: `${rawText(element)} ${attribute(element, 'title') ?? ''}` };
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Between the title of the article and the names of its column and its site. */
const separator = /[_|｜]|\s[-–—]+\s|-{2,}/u;
const report = /公[开開].*(?:[报報]告|年[报報])/u;
const articleTitles = new Set(['articletitle', 'og:title']);

/**
 * The report that a page's title names, as a first line of the page, where the page prints no such line: many print their
 * reports under a heading that says neither whose they are nor of which year.
 */
function pageTitle(nodes: readonly Node[], blocks: readonly Block[]): Paragraph[] {
  const printed = new Set(blocks.flatMap((block) => (block.kind === 'paragraph' ? [unspaced(block.text)] : [])));
  const named = nodes.flatMap((node) => (isElement(node) ? titlesOf(node) : []));
  const [first] = named.filter(({ text }) => report.test(text) && !printed.has(unspaced(text)));
  return first === undefined ? [] : [first];
}

function titlesOf(element: Element): Paragraph[] {
  return textOf(element)
    .split(separator)
    .map((text) => ({ kind: 'paragraph', text: text.trim(), ...placeOf(element) }));
}

function placeOf({ sourceCodeLocation }: Element): Spot {
  return { line: sourceCodeLocation?.startLine ?? 1, offset: sourceCodeLocation?.startOffset ?? 0 };
}

function textOf(element: Element): string {
  if (element.tagName === 'title') return rawText(element);
  const name = attribute(element, 'name') ?? attribute(element, 'property') ?? '';
  const isArticle = element.tagName === 'meta' && articleTitles.has(name.toLowerCase());
  return isArticle ? (attribute(element, 'content') ?? '') : '';
}

/** What the standard for sites of governments asks for in a page's head: the day on which the page was published. */
const publishedName = 'pubdate';

/** The date of publication in a page's head, as a line under the label that pages print. */
function publicationLine(nodes: readonly Node[]): Paragraph[] {
  const element = nodes
    .filter(isElement)
    .find((each) => each.tagName === 'meta' && attribute(each, 'name')?.toLowerCase() === publishedName);
  const day = element === undefined ? '' : (attribute(element, 'content') ?? '').trim();
  return element === undefined || day === ''
    ? []
    : [{ kind: 'paragraph', text: `发布时间:${day}`, ...placeOf(element) }];
}

/** The tree of a page, and all its nodes in document order. */
interface Page {
  readonly tree: DefaultTreeAdapterTypes.Document;
  readonly nodes: readonly Node[];
}

function pageOf(tree: DefaultTreeAdapterTypes.Document): Page {
  return { tree, nodes: allNodes(tree) };
}

/** Content in content: a page in a field of a page in a script. */
const deepestMarkup = 3;
/** What the text of an answer to a script begins with. */
const scriptText = /^\s*(?:[[{"']|[\w.$]+\s*\(|(?:var|let|const)\s)/;

/** A page as blocks in reading order. Tables that only lay out the page are read through, data tables are kept whole. */
export function readHtml(html: string): Block[] {
  return [...readPage(html).blocks];
}

/** The same with what else the page holds: content that it hides, and the document that it links to. */
export function readPage(html: string): Pick<Document, 'blocks' | 'unseen' | 'attachment'> {
  const source = tame(html);
  const page = pageOf(parse(source, { sourceCodeLocationInfo: true }));
  const attachment = attachmentOf(page.nodes);
  const blocks = readTree(page, { seesAll: false, spot: null, depth: 0, nextTable: counter() });
  return {
    blocks: blocks.length === 0 ? [] : [...pageTitle(page.nodes, blocks), ...publicationLine(page.nodes), ...blocks],
    unseen: () => everything(source, page),
    ...(attachment === null ? {} : { attachment }),
  };
}

/** The page with what it hides; an answer meant for a script is what its texts hold. */
function everything(source: string, page: Page): Block[] {
  const setting = { seesAll: true, spot: null, depth: 0, nextTable: counter() };
  if (!scriptText.test(source)) return readTree(page, setting);
  const texts = stringLiterals(source);
  return texts.flatMap((text) => readMarkup(text, { ...setting, spot: { line: 1, offset: 0 }, depth: 1 }));
}

interface Setting {
  /** Whether hidden elements, scripts and fields are read too. */
  readonly seesAll: boolean;
  readonly spot: Spot | null;
  readonly depth: number;
  readonly nextTable: () => number;
}

function readMarkup(markup: string, setting: Setting): Block[] {
  return readTree(pageOf(parse(tame(markup))), setting);
}

function readTree({ tree, nodes }: Page, setting: Setting): Block[] {
  const { seesAll, spot, depth, nextTable } = setting;
  const isHidden = seesAll ? () => false : hiddenBy(nodes);
  const inner = (markup: string, at: Spot) => readMarkup(markup, { ...setting, spot: at, depth: depth + 1 });
  const reader = new PageReader({
    sense: { isHidden, colours: coloursIn(nodes), measure: measurePage(nodes) },
    readMarkup: seesAll && depth < deepestMarkup ? inner : null,
    spot,
    nextTable,
  });
  return reader.read(tree.childNodes);
}

function counter(): () => number {
  let count = 0;
  return () => {
    count += 1;
    return count;
  };
}
