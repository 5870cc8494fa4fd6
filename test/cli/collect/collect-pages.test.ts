import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { collectPages } from '../../../cli/collect/collect-pages.ts';
import { openManifest } from '../../../cli/collect/manifest.ts';
import { readPageList } from '../../../cli/collect/page-list.ts';
import { politeFetch } from '../../../cli/collect/polite-fetch.ts';
import { guardedLookup } from '../../../cli/collect/public-address.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { startWebHost, type WebHost } from '../../support/web-host.ts';

let host: WebHost;
let folder: string;

beforeEach(async () => {
  host = await startWebHost();
  folder = await mkdtemp(join(tmpdir(), 'gongkai-collect-'));
});

afterEach(async () => {
  await host.close();
  await rm(folder, { recursive: true });
});

async function collect(list: string, attachments = true) {
  const clock = fakeClock();
  const isReachable = () => true;
  const fetcher = politeFetch({
    ...{ userAgent: 'gongkai/1', lookup: guardedLookup(isReachable), isReachable, clock },
    ...{ maxBytes: 100_000, pauseMs: 2000, timeoutMs: 60_000 },
  });
  const done: string[] = [];
  const manifest = await openManifest(folder);
  const { pages, bad } = readPageList(Buffer.from(list.replaceAll('HOST', host.origin)), 'urls.csv');
  const onPage = (url: string) => done.push(url.replace(host.origin, ''));
  const collection = await collectPages(pages, { fetcher, manifest, clock, attachments, onPage });
  const missing = collection.missing.map(({ url, ...rest }) => ({ url: url.replace(host.origin, ''), ...rest }));
  return { ...collection, missing, done, bad, manifest };
}

/** A page of GBK: 年报, with links. */
const page = (...links: readonly string[]) =>
  Buffer.concat([
    Buffer.from('<html><body><p>'),
    Buffer.from([0xc4, 0xea, 0xb1, 0xa8]),
    Buffer.from(`</p>${links.map((link) => `<a href="${link}">x</a>`).join('')}</body></html>`),
  ]);

it('keeps a page and the documents that it links to as they were sent, and says where each is from', async () => {
  const links = [
    'files/a.docx',
    '/b.pdf#page=2',
    '/b.pdf',
    '/other.html',
    'javascript:void(0)',
    '/c.jpg',
    '/down?f=c.xls',
  ];
  host.pages['/2021/'] = page(...links);
  host.pages['/2021/files/a.docx'] = 'docx';
  host.pages['/b.pdf'] = 'pdf';
  host.pages['/down?f=c.xls'] = 'xls';
  const { fetched, missing, manifest, done } = await collect(
    'url,publishedOn,agency\nHOST/2021/#top,2021-03-30,某局\n',
  );
  expect([fetched, missing, done]).toEqual([4, [], ['/2021/']]);
  expect(host.asked).toEqual(['/robots.txt', '/2021/', '/2021/files/a.docx', '/b.pdf', '/down?f=c.xls']);
  const kept = manifest.get(`${host.origin}/2021/`);
  expect(kept).toMatchObject({
    ...{ publishedOn: '2021-03-30', agency: '某局', linkedFrom: '', mediaType: 'text/html', charset: 'GBK' },
    fetchedAt: '2026-01-05T00:00:02.000Z',
  });
  expect(await readFile(join(folder, kept?.file ?? ''))).toEqual(page(...links));
  expect(manifest.get(`${host.origin}/b.pdf`)).toMatchObject({ linkedFrom: `${host.origin}/2021/`, agency: '某局' });
});

it('fetches the second time only what is missing', async () => {
  const list = 'url\nHOST/a.html\nHOST/b.html\nHOST/none.html\n';
  host.pages['/a.html'] = page('/a.pdf', '/gone.pdf');
  host.pages['/a.pdf'] = 'a';
  host.pages['/b.html'] = (response) => response.writeHead(500).end();
  const first = await collect(list);
  expect(first).toMatchObject({ fetched: 2, kept: 0 });
  expect(first.missing).toEqual([
    { url: '/gone.pdf', state: 'refused', fault: 'HTTP 404' },
    { url: '/b.html', state: 'failed', fault: 'HTTP 500' },
    { url: '/none.html', state: 'refused', fault: 'HTTP 404' },
  ]);
  host.asked.length = 0;
  host.pages['/b.html'] = page();
  host.pages['/gone.pdf'] = 'is there now';
  const second = await collect(list);
  expect(second).toMatchObject({ fetched: 2, kept: 2 });
  expect(second.missing.map(({ url }) => url)).toEqual(['/none.html']);
  expect(host.asked).toEqual(['/robots.txt', '/gone.pdf', '/b.html', '/none.html']);
});

it('takes links from where a page was in the end, and its address as it was asked for', async () => {
  host.pages['/old'] = (response) => response.writeHead(301, { location: '/new/' }).end();
  host.pages['/new/'] = page('a.pdf');
  host.pages['/new/a.pdf'] = 'a';
  const { fetched, manifest } = await collect('url\nHOST/old\n');
  expect(fetched).toBe(2);
  expect(manifest.get(`${host.origin}/old`)?.redirectedTo).toBe(`${host.origin}/new/`);
});

it('leaves the documents where they are not wanted, and tells of bad rows', async () => {
  host.pages['/a.html'] = page('/a.pdf');
  const { fetched, bad } = await collect('url\nHOST/a.html\nftp://a.cn/\nHOST/a.html\n', false);
  expect(fetched).toBe(1);
  expect(bad).toEqual([
    { name: 'urls.csv:3', fault: 'url takes an address as https://www.example.gov.cn/a.html, not ftp://a.cn/' },
  ]);
  expect(host.asked).toEqual(['/robots.txt', '/a.html']);
});

it('is told what is no list', () => {
  expect(() => readPageList(Buffer.from('http://a.cn/\n'), 'urls.csv')).toThrow(
    'The first row of urls.csv must name the column url.',
  );
});
