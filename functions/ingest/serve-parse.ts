import type { MessagePort } from 'node:worker_threads';
import type { ParseHints } from '../../parser/parse-hints.ts';
import type { ReportRecord } from '../../schema/report.ts';

/** A document to parse, as it is sent to the worker. */
export interface ParseRequest {
  readonly bytes: Uint8Array;
  readonly hints: ParseHints;
}

/** What the worker answers: records, or the parser's own fault, which is no property of the document. */
export type ParseAnswer = { readonly records: readonly ReportRecord[] } | { readonly fault: string };

type ParseReport = (bytes: Uint8Array, hints: ParseHints) => readonly ReportRecord[] | Promise<readonly ReportRecord[]>;

/** Answers each request on the port, one at a time. */
export function serveParse(port: MessagePort | null, parseReport: ParseReport): void {
  port?.on('message', async (request: ParseRequest) => {
    port.postMessage(await answer(parseReport, request));
  });
}

async function answer(parseReport: ParseReport, { bytes, hints }: ParseRequest): Promise<ParseAnswer> {
  try {
    return { records: await parseReport(bytes, hints) };
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
