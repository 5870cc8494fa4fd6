import { gzipSync } from 'node:zlib';

/** A record of a web archive as a collector writes it. */
export interface ArchivedAnswer {
  readonly url: string;
  readonly body: Uint8Array | string;
  readonly type?: string;
  readonly status?: number;
  readonly date?: string;
  readonly kind?: string;
  /** More lines of the HTTP head. */
  readonly head?: readonly string[];
  /** More lines of the record's own head. */
  readonly record?: readonly string[];
}

/** A web archive of answers, a record each, after one that describes it; packed record by record where `packed`. */
export function warcOf(answers: readonly ArchivedAnswer[], { version = '1.0', packed = false } = {}): Buffer {
  const records = [
    recordOf(version, ['WARC-Type: warcinfo', 'Content-Type: application/warc-fields'], 'software: x\r\n'),
  ];
  for (const answer of answers) records.push(answerOf(version, answer));
  return Buffer.concat(packed ? records.map((record) => gzipSync(record)) : records);
}

function answerOf(version: string, answer: ArchivedAnswer): Buffer {
  const {
    url,
    body,
    type = 'text/html',
    status = 200,
    date = '2021-03-30T08:00:00Z',
    kind = 'response',
    head = [],
  } = answer;
  const http = [`HTTP/1.1 ${status} OK`, `Content-Type: ${type}`, ...head, '', ''].join('\r\n');
  const block = Buffer.concat([Buffer.from(http), Buffer.from(body)]);
  const record = ['Content-Type: application/http; msgtype=response', ...(answer.record ?? [])];
  return recordOf(version, [`WARC-Type: ${kind}`, `WARC-Target-URI: ${url}`, `WARC-Date: ${date}`, ...record], block);
}

function recordOf(version: string, head: readonly string[], block: Uint8Array | string): Buffer {
  const bytes = Buffer.from(block);
  const lines = [`WARC/${version}`, 'WARC-Record-ID: <urn:uuid:0>', ...head, `Content-Length: ${bytes.length}`, '', ''];
  return Buffer.concat([Buffer.from(lines.join('\r\n')), bytes, Buffer.from('\r\n\r\n')]);
}
