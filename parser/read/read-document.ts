import { Budget } from './budget.ts';
import { detectFormat } from './format.ts';
import { type ReadContext, type ReadResult, refused } from './reader.ts';
import { Unreadable } from './unreadable.ts';

/** Reads a file of any format: one result, or one for each member of an archive. A bad file is refused, never thrown. */
export async function readDocuments(
  bytes: Uint8Array,
  context: ReadContext = { depth: 0, budget: new Budget(bytes.length) },
): Promise<readonly ReadResult[]> {
  const format = detectFormat(bytes);
  if ('refusal' in format) return [refused(format.refusal, format.mediaType)];
  const read = await format.load();
  try {
    return await read(bytes, context);
  } catch (error) {
    if (error instanceof Unreadable) return [refused(error.code, format.mediaType)];
    throw error;
  }
}
