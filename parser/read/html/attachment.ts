import { attribute, descendants, type Element, isElement, rawText } from './nodes.ts';

type Document = Parameters<typeof descendants>[0];

/** Addresses of documents, in the path or in a parameter. */
const documentAddress = /\.(?:pdf|docx?|wps|xlsx?|et|ofd|zip|rar|jpe?g|png|tiff?)(?=$|[?#&])/i;
const reportName = /公开.{0,16}(?:报告|年报)|年度报告|年\s*报/u;
const addressAttributes: Readonly<Record<string, string>> = { a: 'href', iframe: 'src', embed: 'src', object: 'data' };
/** Pictures make a page, not an attachment, unless they are linked to. */
const picture = /\.(?:jpe?g|png|tiff?)(?=$|[?#&])/i;

interface Link {
  readonly address: string;
  readonly name: string;
}

/** The document that a page offers as its report, by its address as printed; null where there is none. */
export function attachmentOf(document: Document): string | null {
  const links: Link[] = [];
  let isAboutReport = false;
  for (const node of descendants(document)) {
    if (!isElement(node)) continue;
    if (/^(?:title|h[1-6])$/.test(node.tagName)) isAboutReport ||= reportName.test(rawText(node));
    links.push(...linkOf(node));
  }
  const named = links.find(({ name, address }) => reportName.test(name) || reportName.test(decoded(address)));
  return (named ?? (isAboutReport ? links[0] : undefined))?.address ?? null;
}

function linkOf(element: Element): Link[] {
  const name = addressAttributes[element.tagName];
  const address = name === undefined ? null : attribute(element, name)?.trim();
  if (address === undefined || address === null || !documentAddress.test(address)) return [];
  if (picture.test(address) && element.tagName !== 'a') return [];
  return [{ address, name: `${rawText(element)} ${attribute(element, 'title') ?? ''}` }];
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
