import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { collect } from '../../cli/collect/collect.ts';
import { writeRunningStack } from '../../cli/running-stack.ts';
import { type Product, startProduct } from '../../cli/start/start-product.ts';
import { upload } from '../../cli/upload/upload.ts';
import { encodeGb18030 } from '../support/gb18030.ts';
import { warcOf } from '../support/warc.ts';
import { startWebHost, type WebHost } from '../support/web-host.ts';

let folder: string;
let dataDir: string;
let product: Product;
let host: WebHost;
let sample: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-intake-'));
  dataDir = join(folder, 'data');
  await mkdir(dataDir);
  product = await startProduct({
    ...{ dataDir, graphqlPort: 0, ports: { s3: 0, sqs: 0, dynamodb: 0 }, onProgress: () => undefined },
  });
  await writeRunningStack(dataDir, product.running);
  host = await startWebHost();
  sample = await readFile('samples/yingkou-2020.txt', 'utf8');
});

afterAll(async () => {
  await host.close();
  await product.close();
  await rm(folder, { recursive: true });
});

afterEach(() => {
  process.exitCode = undefined;
});

/** The report of a city. */
const reportOf = (city: string) => sample.replaceAll('营口', city);

/** The same as a page. */
function pageOf(city: string): string {
  const lines = reportOf(city).split('\n');
  return `<html><head><meta charset="utf-8"></head><body>${lines.map((line) => `<p>${line}</p>`).join('\n')}</body></html>`;
}

/** What a command writes, and the code it leaves. */
async function said(work: () => Promise<void>): Promise<{ out: string; err: string; code: unknown }> {
  const texts = { out: '', err: '' };
  const spies = (['out', 'err'] as const).map((name) =>
    vi.spyOn(process[`std${name}`], 'write').mockImplementation((text) => {
      texts[name] += String(text);
      return true;
    }),
  );
  await work().finally(() => {
    for (const spy of spies) spy.mockRestore();
  });
  return { ...texts, code: process.exitCode };
}

/** The report of a division and year, with where it is from. */
async function sourceOf(division: string) {
  const query = `{ agencies(first: 1, filter: { division: "${division}" }) { nodes { name year(year: 2020) {
    report { outcome publishedOn source { pageUrl fetchedAt encoding } } } } } }`;
  const response = await fetch(product.running.graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = await response.json();
  return data.agencies.nodes[0]?.year.report;
}

const collectOptions = { delay: 0, timeout: 60, maxSize: 50, attachments: true, allowPrivate: true } as const;

it('a page is collected, uploaded and served with the address and the time that it was fetched from', async () => {
  host.pages['/2021/年报.html'] = '';
  const path = encodeURI('/2021/年报.html');
  host.pages[path] = encodeGb18030(pageOf('鞍山').replace('utf-8', 'gb2312'));
  const url = `${host.origin}${path}`;
  const list = join(folder, 'urls.csv');
  await writeFile(list, `url,publishedOn\n${url},2021-03-15\n${host.origin}/none.html,\n`);
  const out = join(folder, 'collected');

  const collected = await said(() => collect(list, { ...collectOptions, out, contact: 'mailto:a@example.org' }));
  expect(collected.err).toContain('Collect: 1 fetched, 0 there already, 1 refused, 0 failed');
  expect(collected.err).toContain(`refused: ${host.origin}/none.html: HTTP 404`);
  expect(collected.code).toBe(2);
  expect([...host.userAgents]).toEqual([expect.stringMatching(/^gongkai\/[\d.]+ \(\+mailto:a@example\.org\)$/)]);

  process.exitCode = undefined;
  const uploaded = await said(() => upload([out], { dataDir, wait: true }));
  expect(uploaded.err).toContain('1 published, 0 held, 0 rejected, 0 failed');
  expect(uploaded.code).toBe(0);
  const report = await sourceOf('2103');
  expect(report).toMatchObject({ outcome: 'published', publishedOn: '2021-03-15' });
  expect(report.source).toMatchObject({ pageUrl: url, encoding: 'gb18030' });
  expect(Math.abs(Date.now() - Date.parse(report.source.fetchedAt))).toBeLessThan(10 * 60_000);

  const panel = await fetch(new URL('/export/panel.csv?province=21&year=2020', product.running.graphql));
  const [heading = '', row = ''] = (await panel.text()).replace('\ufeff', '').split(/\r?\n/);
  const cell = (name: string) => row.split(',')[heading.split(',').indexOf(name)];
  expect([cell('source_url'), cell('fetched_at')]).toEqual([url, report.source.fetchedAt]);
});

it("what users have is uploaded: a crawler's folder, a list, a web archive; what is bad is told and ends nothing", async () => {
  const crawl = join(folder, 'crawl');
  await mkdir(join(crawl, 'pages'), { recursive: true });
  const header = [
    '标题：抚顺市2020年度政府信息公开工作报告',
    '发布时间：2021-02-03',
    '来源：抚顺市人民政府',
    '原文链接：http://www.fushun.example.cn/a.html',
  ];
  await writeFile(join(crawl, '抚顺.txt'), [...header, '==== 正文 ====', reportOf('抚顺')].join('\n'));
  await writeFile(join(crawl, 'pages', 'benxi.html'), pageOf('本溪'));
  await writeFile(
    join(crawl, 'urls.csv'),
    'url,file\nhttp://www.benxi.example.cn/b.html,pages/benxi.html\nhttp://x.cn/,gone.txt\n',
  );
  const dandong = { url: 'http://www.dandong.example.cn/c.html', body: pageOf('丹东'), date: '2021-05-06T07:08:09Z' };
  const icon = { url: 'http://www.dandong.example.cn/c.png', body: 'x', type: 'image/png' };
  await writeFile(join(crawl, 'site.warc.gz'), warcOf([dandong, icon], { packed: true }));
  await writeFile(join(crawl, 'note.txt'), '会议通知');

  const { out, err, code } = await said(() => upload([crawl], { dataDir, wait: true }));
  expect(err).toContain('3 published, 0 held, 1 rejected (no-report 1), 1 failed');
  expect(err).toMatch(/failed: .+urls\.csv:3: gone\.txt is not there\./);
  expect(err).toContain('2 records of web archives are no documents and were passed over.');
  expect(out).toMatch(/^raw\/crawl\/note\.txt\trejected\t/m);
  expect(code).toBe(1);

  const fushun = await sourceOf('2104');
  expect(fushun).toMatchObject({
    publishedOn: '2021-02-03',
    source: { pageUrl: 'http://www.fushun.example.cn/a.html' },
  });
  expect((await sourceOf('2105')).source).toMatchObject({
    pageUrl: 'http://www.benxi.example.cn/b.html',
    fetchedAt: null,
  });
  expect((await sourceOf('2106')).source).toMatchObject({
    pageUrl: dandong.url,
    fetchedAt: '2021-05-06T07:08:09.000Z',
  });
});

it('what is said by an option is said of all that do not say it themselves, and only what matches is taken', async () => {
  const pages = join(folder, 'pages');
  await mkdir(pages);
  await writeFile(join(pages, 'jinzhou.html'), pageOf('锦州'));
  await writeFile(join(pages, 'jinzhou.txt'), '会议通知');
  const options = {
    dataDir,
    wait: true,
    include: ['*.html'],
    publishedOn: '2021-03-20',
    sourceUrl: 'https://www.jz.example.cn/',
  } as const;
  const { err, code } = await said(() => upload([pages], options));
  expect(err).toContain('1 published, 0 held, 0 rejected, 0 failed');
  expect(code).toBe(0);
  const report = await sourceOf('2107');
  expect([report.publishedOn, report.source.pageUrl]).toEqual(['2021-03-20', 'https://www.jz.example.cn/']);
  await expect(upload([pages], { dataDir, publishedOn: '2021-02-30' })).rejects.toThrow(
    '--published-on takes a day as 2021-03-30',
  );
});
