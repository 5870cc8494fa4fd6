import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { createParsingWorker } from '../../../functions/ingest/parsing-worker.ts';
import { buildDocx } from '../../support/build-docx.ts';
import { buildPdf } from '../../support/build-pdf.ts';
import { writeZip } from '../../support/write-zip.ts';

/** The worker of the ingest function with the limits that it has unless it is set otherwise. */
const module = new URL('../../../functions/ingest/parse-worker.ts', import.meta.url);
const worker = createParsingWorker({ module, timeoutMs: 60_000, cpuMs: 6_000, memoryMb: 288 });
afterAll(() => worker.close());

const megabyte = 1_000_000;
const repeated = (piece: string, bytes: number) => piece.repeat(bytes / Buffer.byteLength(piece));
const page = (piece: string, opening = '') =>
  Buffer.from(`<p>一、总体情况</p>${opening}${repeated(piece, 20 * megabyte)}`);
const line = (piece: string, megabytes = 20) => Buffer.from(`一、总体情况\n${repeated(piece, megabytes * megabyte)}`);

/** Every document must be read to its end or refused within the limits: never a fault, which would be tried again. */
async function reasonFor(bytes: Uint8Array): Promise<string | undefined> {
  const result = await worker.parse(bytes, {});
  return result.state === 'limit' ? 'limit' : result.records[0]?.reasons[0]?.code;
}

describe('a page of 20 MB is read to its end', () => {
  it.each<[string, Uint8Array]>([
    ['of boxes that are never closed', page('<div>')],
    ['of tables that are never closed', page('<table><tr><td>')],
    ['of type that is never closed', page('<b><i><font size=1>')],
    ['of comments that are never closed', page('<!--')],
    ['of quotes that are never closed', page('<a href="')],
    ['of attributes of one tag', page(' a=1', '<p')],
  ])('%s', async (_, bytes) => {
    expect(await reasonFor(bytes)).toBe('no-report');
  });

  it('of ten thousand tables in each other', async () => {
    const depth = 10_000;
    const tables = `${'<table><tr><td>'.repeat(depth)}核心${'</td></tr></table>'.repeat(depth)}`;
    expect(await reasonFor(Buffer.from(tables))).toBe('no-report');
  });
});

describe('a line made to trap an expression costs no more than its length', () => {
  it.each<[string, Uint8Array]>([
    ['of digits', line('1', 5)],
    ['of numerals', line('一')],
    ['of blanks', line(' ')],
    ['of brackets', line('(', 5)],
    ['of titles without an end', line('2020年政府信息公开', 2)],
    ['of figures without an end', line('收到申请12件,同比增长', 2)],
    ['of amounts with thousands', line('1,000', 2)],
    ['of links without an end', line('[a](', 2)],
    ['of quoted values without an end', line('"a,b', 2)],
    ['of style sheets that hide one class', page('.a{display:none}', '<style>').subarray(0, 2 * megabyte)],
  ])('%s', async (_, bytes) => {
    expect(['no-report', 'report-not-recognised']).toContain(await reasonFor(bytes));
  });
});

describe('a file that would unpack without end, or has too many pages, is refused', () => {
  it.each<[string, () => Uint8Array, string]>([
    ['a page packed a thousand to one', () => gzipSync(Buffer.alloc(64 * megabyte)), 'archive-too-large'],
    ['an archive', () => writeZip([{ name: 'a.txt', content: new Uint8Array(64 * megabyte) }]), 'archive-too-large'],
    ['a Word document', () => buildDocx({ body: `<w:p>${' '.repeat(40 * megabyte)}</w:p>` }), 'archive-too-large'],
    ['five thousand pages', () => buildPdf(Array.from({ length: 5000 * 53 }, () => '信息公开')), 'too-many-pages'],
  ])('%s', async (_, bytes, code) => {
    expect(await reasonFor(bytes())).toBe(code);
  });
});
