import type { MessagePort } from 'node:worker_threads';
import type { ParseHints } from '../../parser/parse-hints.ts';
import type { ReportRecord } from '../../schema/record/report.ts';

/** A document to parse, as it is sent to the worker. */
export interface ParseRequest {
  readonly bytes: Uint8Array;
  readonly hints: ParseHints;
}

/** What the worker answers: records, that the stack was exhausted, or the parser's own fault, which is none of the document's. */
export type ParseAnswer =
  | { readonly records: readonly ReportRecord[] }
  | { readonly ended: 'limit' }
  | { readonly fault: string };

type ParseReport = (bytes: Uint8Array, hints: ParseHints) => readonly ReportRecord[] | Promise<readonly ReportRecord[]>;

/** Answers each request on the port, one at a time. */
export function serveParse(port: MessagePort | null, parseReport: ParseReport): void {
  port?.on('message', async (request: ParseRequest) => {
    port.postMessage(await answer(parseReport, request));
  });
}

/** The engine has no other mark for it: the stack of calls, or that of an expression over a line of megabytes. */
function isOutOfStack(error: unknown): boolean {
  return error instanceof RangeError && error.message === 'Maximum call stack size exceeded';
}

async function answer(parseReport: ParseReport, { bytes, hints }: ParseRequest): Promise<ParseAnswer> {
  try {
    return { records: await parseReport(bytes, hints) };
  } catch (error) {
    if (isOutOfStack(error)) return { ended: 'limit' };
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
