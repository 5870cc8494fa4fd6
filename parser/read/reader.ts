import { type ReasonCode, reason } from '../../schema/law/vocabulary/reasons.ts';
import type { Reason } from '../../schema/record/reason.ts';
import type { Document } from './document.ts';

/** A fault of the file, met deep in a reader. It never leaves the readers: the file is refused for this reason. */
export class Unreadable extends Error {
  readonly code: ReasonCode;

  constructor(code: ReasonCode, cause?: unknown) {
    super(`the file cannot be read: ${code}`, { cause });
    this.code = code;
  }
}

/** Does what a library or a table of offsets may fail at; whatever it throws, the file is damaged. */
export function orDamaged<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('damaged', error);
  }
}

/** Bytes that all the packages in one file may hold, whatever its size: a report with its pictures is a few megabytes. */
const mostUnpacked = 128 * 1024 * 1024;
/** Bytes that any file may hold, however small it is. */
const leastAllowed = 8 * 1024 * 1024;
/** How many times its own size a file may hold: the markup of office documents packs ten to fifty to one. */
const greatestRatio = 200;
/** Entries that all packages in one file may have together. */
const mostEntries = 5000;

/** What unpacking a file may still cost: a small archive can hold terabytes, and archives in it more. */
export class Budget {
  #bytes: number;
  #entries = mostEntries;

  /** `fileBytes` is the size of the file as it came. */
  constructor(fileBytes: number) {
    this.#bytes = Math.min(mostUnpacked, leastAllowed + fileBytes * greatestRatio);
  }

  /** Bytes that may still be unpacked. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Takes bytes that were unpacked. */
  spend(bytes: number): void {
    this.#bytes -= bytes;
  }

  /** Takes the entries of an archive's directory; false if there are too many. */
  takeEntries(count: number): boolean {
    this.#entries -= count;
    return this.#entries >= 0;
  }
}

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
