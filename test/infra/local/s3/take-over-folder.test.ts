import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GetObjectCommand, HeadObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { afterEach, expect, test } from 'vitest';
import { fileOf, openObjectStore } from '../../../../infra/local/s3/object-store.ts';
import { takeOverFolder } from '../../../../infra/local/s3/take-over-folder.ts';
import { startTestAws, type TestAws } from '../../../support/local-aws.ts';

let aws: TestAws | undefined;
afterEach(async () => {
  await aws?.close();
  aws = undefined;
});

const versionId = (at: number) => `00001A218F1413B00${at}`;

/** A data folder as version 0.2 left it: two versions of one key, a deleted key, a folder's marker, an upload cut off. */
async function oldFolder(): Promise<string> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'gongkai-old-'));
  const write = async (file: string, content: string) => {
    const whole = path.join(dataDir, 's3', file);
    await mkdir(path.dirname(whole), { recursive: true });
    await writeFile(whole, content);
  };
  const version = async (key: string, id: string, text: string) => {
    const place = `gongkai-versions/${key}#/${id}`;
    await write(`${place}._S3rver_object`, text);
    await write(`${place}._S3rver_object.md5`, `md5 of ${text}`);
    await write(
      `${place}._S3rver_metadata.json`,
      JSON.stringify({ 'content-type': 'text/html', 'x-amz-meta-agency': text }),
    );
  };
  await version('raw/内 江.html', versionId(1), 'one');
  await version('raw/内 江.html', versionId(2), 'two');
  await version('raw/gone.html', versionId(3), 'gone');
  await version('raw/2021/', versionId(4), '');
  await write(`gongkai-versions/raw/cut.html#/${versionId(5)}._S3rver_object`, 'cut');
  await write(`gongkai-versions/raw/torn.html#/${versionId(6)}._S3rver_object`, 'torn');
  await write(`gongkai-versions/raw/torn.html#/${versionId(6)}._S3rver_metadata.json`, '{"content-');
  await write('gongkai/raw/内 江.html._S3rver_version', versionId(2));
  await write('gongkai/raw/2021/._S3rver_version', versionId(4));
  await write('gongkai/raw/内 江.html._S3rver_object', 'two');
  return dataDir;
}

test('a data folder of 0.2 is taken over: versions, what was said of them, deletions; what was cut off is not', async () => {
  aws = await startTestAws({ dataDir: await oldFolder() });
  const where = { Bucket: aws.stack.bucket, Key: 'raw/内 江.html' };
  const read = async (VersionId: string) => {
    const found = await aws?.s3.send(new GetObjectCommand({ ...where, VersionId }));
    return [await found?.Body?.transformToString(), found?.ETag, found?.ContentType, found?.Metadata];
  };
  expect(await read(versionId(1))).toEqual(['one', '"md5 of one"', 'text/html', { agency: 'one' }]);
  expect(await read(versionId(2))).toEqual(['two', '"md5 of two"', 'text/html', { agency: 'two' }]);
  expect((await aws.s3.send(new HeadObjectCommand(where))).VersionId).toBe(versionId(2));
  const { Contents = [] } = await aws.s3.send(new ListObjectsV2Command({ Bucket: aws.stack.bucket }));
  expect(Contents.map(({ Key }) => Key)).toEqual(['raw/2021/', 'raw/内 江.html']);
  const gone = { Bucket: aws.stack.bucket, Key: 'raw/gone.html', VersionId: versionId(3) };
  expect((await aws.s3.send(new HeadObjectCommand(gone))).ContentLength).toBe(4);
  expect((await readdir(path.join(aws.dataDir, 's3'))).toSorted()).toEqual(['arriving', 'objects', 'uploads']);
});

test('taking over goes on where it was cut off, after any of its steps', async () => {
  const dataDir = await oldFolder();
  const directory = path.join(dataDir, 's3');
  const folders = { objects: path.join(directory, 'objects'), arriving: path.join(directory, 'arriving') };
  const cut = { directory, bucket: 'gongkai', objects: folders.objects };
  // The bytes of one version are in their new place and nothing is beside them yet.
  const [old, taken] = [
    `gongkai-versions/raw/内 江.html#/${versionId(2)}`,
    { key: 'raw/内 江.html', versionId: versionId(2) },
  ];
  const place = fileOf(folders.objects, taken);
  await mkdir(path.dirname(place), { recursive: true });
  await rename(path.join(directory, `${old}._S3rver_object`), place);
  // A key's facts cannot be read: they are a folder.
  const facts = path.join(directory, 'gongkai-versions', 'raw/x#', `${versionId(7)}._S3rver_metadata.json`);
  await mkdir(facts, { recursive: true });
  await expect(takeOverFolder(cut)).rejects.toThrow('EISDIR');
  await rm(facts, { recursive: true });
  await takeOverFolder(cut);
  const store = await openObjectStore(folders);
  expect(store.listed().map((versions) => versions.map(({ key, deletion }) => [key, deletion]))).toEqual([
    [['raw/2021/', false]],
    [
      ['raw/gone.html', true],
      ['raw/gone.html', false],
    ],
    [
      ['raw/内 江.html', false],
      ['raw/内 江.html', false],
    ],
  ]);
  await rm(dataDir, { recursive: true });
});
