import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Block, Document } from './document.ts';
import { attachmentOf } from './html/attachment.ts';
import { measurePage } from './html/measure.ts';
import { allNodes, type Node } from './html/nodes.ts';
import { PageReader, type Spot } from './html/page-reader.ts';
import { pageTitle } from './html/page-title.ts';
import { stringLiterals } from './html/string-literals.ts';
import { tame } from './html/tame.ts';
import { hiddenBy } from './html/visibility.ts';

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
    blocks: [...pageTitle(page.nodes, blocks), ...blocks],
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
    sense: { isHidden, measure: measurePage(nodes) },
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
