import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSamples } from '../../cli/start/load-samples.ts';
import { type Product, startProduct } from '../../cli/start/start-product.ts';
import { createS3Client } from '../../infra/aws/aws-clients.ts';
import { AwsEnv, readEnv } from '../../infra/aws/env.ts';
import { rawRequest, sendRaw } from '../support/raw-http.ts';

let dataDir: string;
let product: Product;
let s3: S3Client;

const start = () =>
  startProduct({ dataDir, graphqlPort: 0, ports: { s3: 0, sqs: 0, dynamodb: 0 }, onProgress: () => undefined });

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'gongkai-e2e-'));
  product = await start();
  s3 = createS3Client(readEnv(AwsEnv, product.stack.env));
  await loadSamples(product, dataDir);
});

afterAll(async () => {
  s3.destroy();
  await product.close();
  await rm(dataDir, { recursive: true });
});

async function query(text: string, variables: object = {}) {
  const response = await fetch(product.running.graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: text, variables }),
  });
  const { data, errors } = await response.json();
  expect(errors).toBeUndefined();
  return data;
}

async function upload(key: string, body: string | Uint8Array): Promise<void> {
  await s3.send(new PutObjectCommand({ Bucket: product.running.bucket, Key: key, Body: body }));
  await product.stack.idle();
}

async function lastIngestion(key: string) {
  const { ingestions } = await query('{ ingestions(first: 50) { nodes { key outcome reasons { code } } } }');
  return ingestions.nodes.find((node: { key: string }) => node.key === key);
}

describe('the product on one machine', () => {
  it('leads for ever to the file that a report was read from, by its hash', async () => {
    const { agencies } = await query(
      '{ agencies(filter: { nameContains: "内江市" }) { nodes { year(year: 2020) { report { source { sha256 permalink } } } } } }',
    );
    const { sha256, permalink } = agencies.nodes[0].year.report.source;
    const original = await fetch(new URL(permalink, product.running.graphql));
    const digest = createHash('sha256')
      .update(Buffer.from(await original.arrayBuffer()))
      .digest('hex');
    expect([digest, permalink.split('/').at(-1)]).toEqual([sha256, sha256]);
    const other = permalink.replace(sha256, sha256.replace(/^./, sha256.startsWith('0') ? '1' : '0'));
    expect((await fetch(new URL(other, product.running.graphql))).status).toBe(404);
  });

  it('serves the five samples, loaded through the bucket', async () => {
    const { agencies, ingestions } = await query(
      '{ agencies(first: 10) { totalCount nodes { name division { code } } } ingestions(first: 10) { totalCount } }',
    );
    expect(agencies).toEqual({
      totalCount: 5,
      nodes: [
        { name: '营口市人民政府', division: { code: '210800' } },
        { name: '自贡市贡井区人民政府', division: { code: '510303' } },
        { name: '内江市人民政府', division: { code: '511000' } },
        { name: '雅安市人民政府办公室', division: { code: '511800' } },
        { name: '清镇市人民政府', division: { code: '520181' } },
      ],
    });
    expect(ingestions.totalCount).toBe(5);
  });

  it('serves a sixth, uploaded with an S3 client, down to the cell and its place', async () => {
    const text = (await readFile('samples/yingkou-2020.txt', 'utf8'))
      .replaceAll('营口', '鞍山')
      .replaceAll('2020', '2022');
    await upload('raw/新 报告/鞍山+2022.txt', text);
    const { agencies } = await query(`{
      agencies(first: 10, filter: { division: "2103" }) {
        nodes { name year(year: 2022) { section(key: applications) {
          ... on ApplicationsSection { cell(row: "granted", column: "naturalPerson") { value raw state place { line } } }
        } } }
      }
    }`);
    const line = text.split('\n').indexOf('(一)予以公开') + 3;
    const cell = { value: 45, raw: '45', state: 'number', place: { line } };
    expect(agencies.nodes).toEqual([{ name: '鞍山市人民政府', year: { section: { cell } } }]);
    expect(await lastIngestion('raw/新 报告/鞍山+2022.txt')).toMatchObject({ outcome: 'published', reasons: [] });
  });

  it('makes a corrected document current and keeps the old version readable', async () => {
    const text = await readFile('samples/gongjing-2018.txt', 'utf8');
    await upload('raw/corrected.txt', text.replace('申请2件(其中', '申请29件(其中'));
    const { agencies } = await query(
      '{ agencies(first: 1, filter: { division: "510303" }) { nodes { year(year: 2018) { report { outcome versions { outcome source { key } } } } } } }',
    );
    const { report } = agencies.nodes[0].year;
    expect(report.outcome).toBe('published');
    expect(report.versions).toEqual([
      { outcome: 'published', source: { key: 'raw/corrected.txt' } },
      { outcome: 'held', source: { key: 'raw/samples/gongjing-2018.txt' } },
    ]);
  });

  it('says what became of bad input and goes on', async () => {
    await upload('raw/empty.txt', '');
    await upload('raw/图.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3));
    await upload('raw/page.html', '<html><body><p>政府信息公开指南</p></body></html>');
    expect(await lastIngestion('raw/empty.txt')).toMatchObject({ outcome: 'rejected', reasons: [{ code: 'empty' }] });
    expect(await lastIngestion('raw/图.png')).toMatchObject({ outcome: 'rejected', reasons: [{ code: 'image' }] });
    expect(await lastIngestion('raw/page.html')).toMatchObject({
      outcome: 'rejected',
      reasons: [{ code: 'report-not-recognised' }],
    });
  });

  it('serves a narrative longer than an item of the table may be, whole', async () => {
    const long = `${'信息公开工作有序推进。'.repeat(60)}\n`.repeat(800);
    const text = (await readFile('samples/yingkou-2020.txt', 'utf8')).replaceAll('营口', '抚顺');
    await upload('raw/long.txt', text.replace('  (二)改进情况\n', `  (二)改进情况\n\n${long}`));
    const { agencies } = await query(
      '{ agencies(first: 1, filter: { division: "2104" }) { nodes { year(year: 2020) { section(key: problemsAndImprovements) { text } } } } }',
    );
    const stored: string = agencies.nodes[0].year.section.text;
    expect(Buffer.byteLength(long)).toBeGreaterThan(1_000_000);
    expect(stored).toContain(long.trim());
  });

  it('finds its data again after a restart, without loading the samples twice', async () => {
    const before = await query('{ agencies(first: 10) { totalCount } ingestions(first: 1) { totalCount } }');
    s3.destroy();
    await product.close();
    product = await start();
    s3 = createS3Client(readEnv(AwsEnv, product.stack.env));
    await loadSamples(product, dataDir);
    await sleep(200);
    expect(await query('{ agencies(first: 10) { totalCount } ingestions(first: 1) { totalCount } }')).toEqual(before);
  });

  it('serves GraphiQL whole, without fetching anything from elsewhere', async () => {
    const page = await (await fetch(product.running.graphql, { headers: { accept: 'text/html' } })).text();
    expect(page).toContain('<div id="root">');
    expect(page).not.toMatch(/<(?:script|link)[^>]+(?:src|href)="https?:/);
  });

  it('names the port that is taken, and the option that changes it', async () => {
    const port = Number(new URL(product.running.s3).port);
    const other = await mkdtemp(join(tmpdir(), 'gongkai-e2e-'));
    const attempt = startProduct({
      dataDir: other,
      graphqlPort: 0,
      ports: { s3: port, sqs: 0, dynamodb: 0 },
      onProgress: () => undefined,
    });
    await expect(attempt).rejects.toThrow(`Port ${port} for S3 is in use. Choose another with --s3-port.`);
    await rm(other, { recursive: true });
  });
});

it('answers GraphQL, exports and the explorer to this machine alone', async () => {
  const statusOf = async (path: string, headers: Record<string, string>) =>
    (await sendRaw(product.running.graphql, rawRequest(`GET ${path}`, headers))).split(' ')[1];
  for (const path of ['/graphql?query=%7B__typename%7D', '/export/51/2020.csv', '/']) {
    expect([path, await statusOf(path, { host: 'evil.example' })]).toEqual([path, '403']);
    expect([path, await statusOf(path, { origin: 'https://evil.example' })]).toEqual([path, '403']);
    expect([path, await statusOf(path, { origin: new URL(product.running.graphql).origin })]).not.toEqual([
      path,
      '403',
    ]);
  }
});
