import type { Block } from '../../parser/read/document.ts';

/** Copied text as the page it may have been copied from: a paragraph an element. */
export function asPage(blocks: readonly Block[]): string {
  const paragraphs = blocks.map((block) =>
    block.kind === 'paragraph' ? `<p class="MsoNormal"><span>${block.text}</span></p>` : '',
  );
  return `<!DOCTYPE html><html><body><div class="article">${paragraphs.join('\n')}</div></body></html>`;
}
