import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../parser/parse-report.ts';
import { readTextFile } from '../../parser/read/read-text-file.ts';
import type { ReportRecord } from '../../schema/record/report.ts';
import { asPage } from '../support/as-page.ts';
import { encodeGb18030 } from '../support/gb18030.ts';

/** The same document in other bytes. */
const renderings: readonly [string, (text: string) => Uint8Array][] = [
  ['as a page', (text) => Buffer.from(asPage(readTextFile(Buffer.from(text))[0].document?.blocks ?? []))],
  ['in GB18030', encodeGb18030],
  [
    'as a page in GB18030 labelled UTF-8',
    (text) => encodeGb18030(`<html><meta charset="utf-8"><body><p>${text.split('\n').join('</p><p>')}</p>`),
  ],
  ['in UTF-16 with a byte order mark', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['with a byte order mark', (text) => Buffer.from(`\uFEFF${text}`)],
  ['with CRLF line ends', (text) => Buffer.from(text.replaceAll('\n', '\r\n'))],
];

/** A record without what the bytes alone decide: their hash, and places in them. */
function content(records: readonly ReportRecord[]): unknown {
  const dropped = new Set(['source', 'place', 'offset']);
  return JSON.parse(JSON.stringify(records, (key, value) => (dropped.has(key) ? undefined : value)));
}

describe.each(readdirSync('samples'))('%s', async (name) => {
  const text = readFileSync(`samples/${name}`, 'utf8');
  const expected = content(await parseReport(Buffer.from(text)));

  it.each(renderings)('says the same %s', async (_, render) => {
    expect(content(await parseReport(render(text)))).toEqual(expected);
  });
});
