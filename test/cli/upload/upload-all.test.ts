import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Entry } from '../../../cli/upload/entries.ts';
import { uploadAll } from '../../../cli/upload/upload-all.ts';
import { objectVersions } from '../../../infra/aws/object-versions.ts';
import { type OperatedStack, startOperatedStack } from '../../support/operated-stack.ts';

let stack: OperatedStack;
let folder: string;

beforeAll(async () => {
  stack = await startOperatedStack({ ingesting: false });
  folder = await mkdtemp(join(tmpdir(), 'gongkai-upload-'));
});

afterAll(async () => {
  await stack.aws.close();
  await rm(folder, { recursive: true });
});

async function files(count: number) {
  const names = Array.from({ length: count }, (_, index) => `${index}.txt`);
  await Promise.all(names.map((name) => writeFile(join(folder, name), `第${name}号`)));
  return names.map((name) => entry(name, async () => readFile(join(folder, name))));
}

function entry(name: string, read: Entry['read'], said: Entry['said'] = {}): Entry {
  return { name, place: name, key: `raw/many/${name}`, said, read };
}

const options = () => ({ target: stack.target, graphql: null, title: 'Test' });

test('an upload that lost some files is finished by the same command, and uploads nothing twice', async () => {
  const all = await files(120);
  const gone = () => Promise.reject(new Error('gone'));
  const broken = all.map((file, index) => (index % 40 === 7 ? { ...file, read: gone } : file));

  const first = await uploadAll(broken, options());
  expect(first.filter(({ state }) => state === 'failed')).toEqual(
    ['7.txt', '47.txt', '87.txt'].map((name) => ({ state: 'failed', name, fault: 'gone' })),
  );

  const second = await uploadAll(all, options());
  expect(second.filter(({ state }) => state === 'uploaded')).toHaveLength(3);
  expect(second.filter(({ state }) => state === 'unchanged')).toHaveLength(117);
  const under = { bucket: stack.target.bucket, prefix: 'raw/many/' };
  expect(await objectVersions(stack.aws.s3, under)).toHaveLength(120);
});

test('of what was fetched from one address the newest is uploaded last, with what is said of each', async () => {
  const sourceUrl = 'https://www.example.gov.cn/年报.html';
  const captures = ['2022-01-01', '2021-01-01', '2023-01-01'].map((day) =>
    entry(`page/${day}`, async () => Buffer.from(day), {
      sourceUrl,
      fetchedAt: `${day}T00:00:00.000Z`,
      publishedOn: day,
    }),
  );
  const uploads: string[] = [];
  const watched = captures.map((one) => ({
    ...one,
    read() {
      uploads.push(one.name);
      return one.read();
    },
  }));
  const uploaded = await uploadAll(watched, { ...options(), said: { agency: '某局', publishedOn: '2020-01-01' } });
  expect(uploads).toEqual(['page/2021-01-01', 'page/2022-01-01', 'page/2023-01-01']);
  expect(uploaded.map((one) => one.name)).toEqual(captures.map(({ name }) => name));
  const { Metadata } = await stack.aws.s3.send(
    new HeadObjectCommand({ Bucket: stack.target.bucket, Key: 'raw/many/page/2022-01-01' }),
  );
  expect(Metadata).toEqual({
    'source-url': new URL(sourceUrl).href,
    'fetched-at': '2022-01-01T00:00:00.000Z',
    'published-on': '2022-01-01',
    agency: encodeURIComponent('某局'),
  });
});
