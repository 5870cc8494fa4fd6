import type { Block } from '../../parser/read/document.ts';
import { readDocuments } from '../../parser/read/format.ts';

/** What a file prints: paragraphs as their text, tables as the texts of their rows. */
export async function printedBlocks(bytes: Uint8Array) {
  return printed(await blocksOf(bytes));
}

/** The blocks of a file that has to be readable. */
export async function blocksOf(bytes: Uint8Array): Promise<readonly Block[]> {
  const [result] = await readDocuments(bytes);
  if (!result?.document) throw new Error(`the file was refused: ${result?.reason?.code}`);
  return result.document.blocks;
}

/** Codes for which a file, or each file in it, is refused; null for one that is read. */
export async function refusalsOf(bytes: Uint8Array): Promise<(string | null)[]> {
  return (await readDocuments(bytes)).map(({ reason }) => reason?.code ?? null);
}

function printed(blocks: readonly Block[]) {
  return blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.map(({ text }) => text)),
  );
}
