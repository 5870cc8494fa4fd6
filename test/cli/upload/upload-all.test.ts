import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
  return names.map((name) => ({ path: join(folder, name), key: `raw/many/${name}` }));
}

const options = () => ({ target: stack.target, graphql: null, title: 'Test' });

test('an upload that lost some files is finished by the same command, and uploads nothing twice', async () => {
  const all = await files(120);
  const broken = all.map((file, index) => (index % 40 === 7 ? { ...file, path: `${file.path}.gone` } : file));

  const first = await uploadAll(broken, options());
  expect(first.filter(({ state }) => state === 'failed').map(({ file }) => file.key)).toEqual([
    'raw/many/7.txt',
    'raw/many/47.txt',
    'raw/many/87.txt',
  ]);
  expect(first[7]).toMatchObject({ fault: expect.stringContaining('7.txt.gone') });

  const second = await uploadAll(all, options());
  expect(second.filter(({ state }) => state === 'uploaded')).toHaveLength(3);
  expect(second.filter(({ state }) => state === 'unchanged')).toHaveLength(117);
  const under = { bucket: stack.target.bucket, prefix: 'raw/many/' };
  expect(await objectVersions(stack.aws.s3, under)).toHaveLength(120);
});
