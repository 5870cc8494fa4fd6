import type { ParseHints } from '../../parser/parse-hints.ts';
import type { ReportRecord } from '../../schema/record/report.ts';

/** Records, or the limit of time or memory that was hit. A fault of the parser itself throws. */
export type ParseResult =
  | { readonly state: 'parsed'; readonly records: readonly ReportRecord[] }
  | { readonly state: 'limit' };

/** Parses a document somewhere it can do no harm. */
export type Parse = (bytes: Uint8Array, hints: ParseHints) => Promise<ParseResult>;
