import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWebArchive } from '../../../cli/upload/web-archive.ts';
import { type ArchivedAnswer, warcOf } from '../../support/warc.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-warc-'));
});

afterAll(() => rm(folder, { recursive: true }));

const maxBytes = 1000;

async function read(bytes: Uint8Array) {
  const path = join(folder, 'crawl.warc.gz');
  await writeFile(path, bytes);
  const { entries, bad, passedOver } = await readWebArchive(path, { keyOf: (place) => `raw/${place}`, maxBytes });
  return {
    entries: entries.map(({ name, key, said }) => ({ name: name.replace(path, 'crawl'), key, said })),
    faults: bad.map(({ name, fault }) => `${name.replace(path, 'crawl')}: ${fault}`),
    passedOver,
    texts: await Promise.all(entries.map(async (entry) => (await entry.read().catch(String)).toString())),
  };
}

const page = { url: 'http://www.example.gov.cn/2021/a.html?id=1', body: '<p>年报</p>' };
const pdf = { url: 'https://www.example.gov.cn/b.pdf', body: '%PDF-1.4', type: 'application/octet-stream' };
const entry = {
  name: 'http://www.example.gov.cn/2021/a.html?id=1 (crawl)',
  key: 'raw/20210330T080000Z/www.example.gov.cn/2021/a.html?id=1',
  said: { sourceUrl: page.url, fetchedAt: '2021-03-30T08:00:00.000Z' },
};

describe.each(['1.0', '1.1'])('a web archive of WARC %s', (version) => {
  it.each([false, true])('gives its documents with address and time, packed %s', async (packed) => {
    const later = { ...page, body: '<p>更正</p>', date: '2021-04-01T08:00:00.5Z' };
    const { entries, texts, faults } = await read(warcOf([page, pdf, later], { version, packed }));
    expect(entries[0]).toEqual(entry);
    expect(entries.map(({ said }) => said.fetchedAt)).toEqual([
      '2021-03-30T08:00:00.000Z',
      '2021-03-30T08:00:00.000Z',
      '2021-04-01T08:00:00.500Z',
    ]);
    expect(texts).toEqual([page.body, pdf.body, later.body]);
    expect(faults).toEqual([]);
  });
});

const others: ArchivedAnswer[] = [
  { ...page, kind: 'request' },
  { ...page, kind: 'revisit', body: '' },
  { ...page, status: 404 },
  { ...page, type: 'image/png' },
  { ...page, type: 'text/plain' },
  { ...page, url: 'dns:www.example.gov.cn' },
  { ...pdf, url: 'https://www.example.gov.cn/b.bin' },
];

it('passes over what is no document, and counts it', async () => {
  const { entries, passedOver, faults } = await read(warcOf([...others, page], { packed: true }));
  expect(entries).toEqual([entry]);
  expect(passedOver).toBe(others.length + 1);
  expect(faults).toEqual([]);
});

const chunked = '5\r\n<p>ab\r\n4\r\n</p>\r\n0\r\n\r\n';

it.each([
  ['in chunks', chunked, ['Transfer-Encoding: chunked'], '<p>ab</p>'],
  ['with gzip', gzipSync('<p>年报</p>'), ['Content-Encoding: gzip'], '<p>年报</p>'],
  ['with brotli', brotliCompressSync('<p>年报</p>'), ['Content-Encoding: br'], '<p>年报</p>'],
  ['unpacked under a header that says gzip', '<p>年报</p>', ['Content-Encoding: gzip'], '<p>年报</p>'],
  [
    'with more than may be read',
    gzipSync('a'.repeat(maxBytes + 1)),
    ['Content-Encoding: gzip'],
    `Error: It has more than ${maxBytes} bytes.`,
  ],
])('reads a page that was sent %s', async (_, body, head, text) => {
  expect((await read(warcOf([{ ...page, body, head }]))).texts).toEqual([text]);
});

it.each([
  ['has no time', { ...page, date: 'yesterday' }, 'Its record does not say when it was fetched.'],
  ['is cut', { ...page, record: ['WARC-Truncated: length'] }, 'The archive has only a part of it.'],
  ['is too large', { ...page, body: 'a'.repeat(maxBytes) }, `It has more than ${maxBytes} bytes.`],
])('tells of a document that %s, and goes on', async (_, answer, fault) => {
  const { entries, faults } = await read(warcOf([answer, page]));
  expect(entries).toEqual([entry]);
  expect(faults).toEqual([`${entry.name}: ${fault}`]);
});

const random = randomBytes(500);

it.each([
  { packed: false, lost: 40 },
  { packed: true, lost: 40 },
  { packed: false, lost: 700 },
  { packed: true, lost: 700 },
])('tells that an archive ends early, packed $packed and without its last $lost bytes', async ({ packed, lost }) => {
  const whole = warcOf([page, { ...pdf, body: random }], { packed });
  const { entries, faults, texts } = await read(whole.subarray(0, whole.length - lost));
  expect(entries).toEqual([entry]);
  expect(texts).toEqual([page.body]);
  expect(faults).toEqual([
    expect.stringMatching(/^crawl: It cannot be read after .+: The archive ends in the middle of a record\.$/),
  ]);
});

it('tells what is no web archive', async () => {
  const { entries, faults } = await read(Buffer.from('%PDF-1.4\r\n\r\n'));
  expect(entries).toEqual([]);
  expect(faults).toEqual(['crawl: It cannot be read after its beginning: It is no record of WARC 1.0 or 1.1.']);
});
