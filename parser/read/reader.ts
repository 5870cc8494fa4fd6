import { type ReasonCode, reason } from '../../schema/law/vocabulary/reasons.ts';
import type { Reason } from '../../schema/record/reason.ts';
import type { Budget } from './budget.ts';
import type { Document } from './document.ts';

/** A file read, or why it cannot be: `mediaType` is known either way. `member` is its path in the archive it came in. */
export type ReadResult = (
  | { readonly document: Document; readonly reason: null }
  | { readonly document: null; readonly reason: Reason }
) & { readonly mediaType: string; readonly member: string | null };

/** What a reader is told beside the bytes. */
export interface ReadContext {
  /** Archives around the file: 0 for a file that came by itself. */
  readonly depth: number;
  /** What unpacking may still cost, shared by a file and everything in it. */
  readonly budget: Budget;
}

/** Reads a file of one format: one result, or one for each member of an archive. Throws nothing for a bad file. */
export type Reader = (
  bytes: Uint8Array,
  context: ReadContext,
) => readonly ReadResult[] | Promise<readonly ReadResult[]>;

export function readable(document: Document): ReadResult {
  return { document, reason: null, mediaType: document.mediaType, member: null };
}

export function refused(code: ReasonCode, mediaType: string): ReadResult {
  return { document: null, reason: reason(code), mediaType, member: null };
}
