import { createHash } from 'node:crypto';
import type { ParseHints } from '../../parser/parse-hints.ts';

/** All that decides what a record says: the bytes, the parser, which record of the file it is, and what the sender said. */
export interface RecordOrigin {
  readonly sha256: string;
  readonly parserVersion: string;
  readonly index: number;
  readonly hints: ParseHints;
}

/** Name of a version of a record. The same origin has the same name, so the same record is never stored twice. */
export function recordVersion({ sha256, parserVersion, index, hints }: RecordOrigin): string {
  const said = [hints.sourceUrl ?? null, hints.agency ?? null, hints.publishedOn ?? null];
  return shortHash(JSON.stringify([sha256, parserVersion, index, ...said]));
}

/** Tells the work plans of an agency and year apart: a plan that is sent again, corrected, has the same title. */
export function planSlot(title: string | null): string {
  return shortHash((title ?? '').replace(/\s/g, '')).slice(0, 12);
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
