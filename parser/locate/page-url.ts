import type { Block } from '../read/document.ts';

/** The address of the page in the header that collectors of pages print before a text: 原文链接：http://… */
const printedAddress = /(?:原文链接|原文地址|原文网址|来源链接)\s*[:：]\s*(https?:\/\/[\x21-\x7e]+)/gu;

/**
 * The address that a document prints as that of its page, as printed; null where it prints none, or several, so that it is not told which report
 * of the file each belongs to.
 */
export function pageUrlOf(blocks: readonly Block[]): string | null {
  const texts = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
  const printed = new Set(texts.flatMap((text) => Array.from(text.matchAll(printedAddress), ([, address]) => address)));
  const [address, ...others] = printed;
  return address !== undefined && others.length === 0 && URL.canParse(address) ? address : null;
}
