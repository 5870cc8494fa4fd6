import { attribute, type Element, isElement, type Node, rawText } from './nodes.ts';

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
export function attachmentOf(nodes: readonly Node[]): string | null {
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
