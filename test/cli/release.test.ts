import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkFolder, makeRelease, saveRelease } from '../../cli/release/make-release.ts';
import { createHandler, type ExportHandler } from '../../functions/export/handler.ts';
import { makeRelease as makeIn } from '../../functions/export/make-release.ts';
import { serveExports } from '../../functions/export/serve-exports.ts';
import { createS3Client } from '../../infra/aws/aws-clients.ts';
import { createDynamoClient } from '../../infra/aws/dynamo-client.ts';
import { AwsEnv, readEnv } from '../../infra/aws/env.ts';
import { createReleaseStore, type ReleaseStore } from '../../infra/aws/releases.ts';
import { listen, localHost, stop } from '../../infra/local/listen.ts';
import { createRecordReader } from '../../infra/store/record-reader.ts';
import type { ReleaseRequest } from '../../schema/record/release.ts';
import { organ } from '../functions/graphql/agencies.ts';
import { fullVersion } from '../functions/graphql/full-record.ts';
import { type StoredApi, startStoredApi } from '../functions/graphql/stored-api.ts';

let api: StoredApi;
let handler: ExportHandler;
let folder: string;
let graphql: string;
const server = createServer((request, response) => void serveExports(handler.stream, request, response));
beforeAll(async () => {
  api = await startStoredApi({ onWanted: (notification) => void handler.handle(JSON.parse(notification)) });
  await api.store([2020, 2021].map((year) => fullVersion(organ('市教育局'), year)));
  handler = createHandler({ ...api.env, LOG_LEVEL: 'SILENT' });
  folder = await mkdtemp(join(tmpdir(), 'gongkai-release-'));
  graphql = `http://${localHost}:${await listen(server, { service: 'exports', port: 0, option: '' })}/graphql`;
});
afterAll(async () => {
  await stop(server);
  handler.close();
  await api.close();
  await rm(folder, { recursive: true });
});

const target = () => ({ env: api.env, bucket: api.env.BUCKET_NAME ?? '', graphql });
const request = (name: string, change: Partial<ReleaseRequest> = {}): ReleaseRequest => ({
  ...{ what: 'release', name, publisher: 'A "newsroom"', places: [], years: [] },
  ...change,
});
const textOf = (name: string, path: string) => readFile(join(folder, name, path), 'utf8');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function saved(name: string, change: Partial<ReleaseRequest> = {}) {
  const release = await makeRelease(target(), request(name, change));
  await saveRelease(target(), release, join(folder, name));
  return release;
}

describe('a release', () => {
  it('is a data package whose files have the bytes it says, of what was asked for', async () => {
    const release = await saved('2026-01', { years: [[2021, 2021]] });
    expect(release).toMatchObject({ name: '2026-01', reports: 1, agencies: 1, reportYears: [2021] });
    for (const file of release.files) {
      const content = await readFile(join(folder, '2026-01', file.path));
      expect([file.path, content.length, sha256(content)]).toEqual([file.path, file.bytes, file.sha256]);
    }
    const described = JSON.parse(await textOf('2026-01', 'datapackage.json'));
    expect(described).toMatchObject({
      ...{ name: 'gongkai-2026-01', version: '2026-01', created: release.created },
      licenses: [{ name: 'CC0-1.0' }],
      contributors: [{ title: 'A "newsroom"', role: 'publisher' }, { title: 'Gongkai' }],
    });
    const hashes = new Map(release.files.map((file) => [file.path, `sha256:${file.sha256}`]));
    for (const { path, hash } of described.resources) expect([path, hash]).toEqual([path, hashes.get(path)]);
    const panel = described.resources.find(({ name }: { name: string }) => name === 'panel');
    expect(panel.schema.primaryKey).toEqual(['agency_id', 'year']);
    const rows = parse(await textOf('2026-01', 'panel.csv'), { bom: true, columns: true }) as { year: string }[];
    expect(rows.map(({ year }) => year)).toEqual(['2021']);
    expect(await textOf('2026-01', 'CITATION.cff')).toContain('- name: "A \\"newsroom\\""');
    expect(await textOf('2026-01', 'LICENSE.txt')).toContain('CC0');
    expect(JSON.parse(await textOf('2026-01', 'manifest.json'))).toEqual(release);
  });

  it('is the same byte for byte whatever is stored since, and its data the same again of the same data', async () => {
    const [one, other] = [await saved('one'), await saved('other')];
    const dataOf = ({ files }: typeof one) => files.filter(({ path }) => path.startsWith('panel'));
    expect(dataOf(one)).toEqual(dataOf(other));
    await api.store([fullVersion(organ('市民政局'), 2021)]);
    await saveRelease(target(), one, join(folder, 'one-again'));
    for (const path of await readdir(join(folder, 'one')))
      expect(await textOf('one-again', path)).toBe(await textOf('one', path));
    expect((await saved('later')).reports).toBe(one.reports + 1);
  });

  it('is listed by the API, newest first, and not made a second time under its name', async () => {
    await expect(makeRelease(target(), request('one'))).rejects.toThrow(/made once/);
    const { data, errors } = await api.ask(`{ releases {
      name publisher created reports agencies years places citation version
      files { path mediaType bytes sha256 permalink }
    } }`);
    expect(errors).toBeUndefined();
    expect(data.releases.map(({ name }: { name: string }) => name)).toEqual(['later', 'other', 'one', '2026-01']);
    const last = data.releases.at(-1);
    expect(last).toMatchObject({ publisher: 'A "newsroom"', reports: 1, agencies: 1, years: [2021], places: [] });
    expect(last.citation).toContain('release 2026-01 [data set]');
    for (const { permalink, sha256: expected, bytes } of last.files) {
      const content = new Uint8Array(await (await fetch(new URL(permalink, graphql))).arrayBuffer());
      expect([content.length, sha256(content)]).toEqual([bytes, expected]);
    }
  });

  it.each(['releases/one/nothing.csv', 'releases/nobody/panel.csv', 'releases/one/..'])(
    'has nothing at %s',
    async (path) => {
      const response = await fetch(new URL(`/export/${path}`, graphql));
      expect(response.status).toBe(404);
    },
  );

  it('is none of nothing', async () => {
    await expect(makeRelease(target(), request('nothing', { places: ['65'] }))).rejects.toThrow(/Nothing is stored/);
  });

  it('is saved in no folder that is there, and not with a file that is another', async () => {
    await expect(checkFolder(join(folder, 'one'))).rejects.toThrow(/is there already/);
    const release = await makeRelease(target(), request('forged'));
    const [first, ...files] = release.files;
    if (first === undefined) throw new Error('A release has files');
    const forged = { ...release, files: [{ ...first, sha256: '0'.repeat(64) }, ...files] };
    await expect(saveRelease(target(), forged, join(folder, 'forged'))).rejects.toThrow(/not the file/);
    expect((await readdir(folder)).filter((name) => name.startsWith('forged'))).toEqual([]);
  });
});

describe('a release that is being made', () => {
  let close: () => void;
  let store: ReleaseStore;
  let reader: ReturnType<typeof createRecordReader>;
  beforeEach(() => {
    const [s3, dynamo] = [createS3Client(readEnv(AwsEnv, api.env)), createDynamoClient(readEnv(AwsEnv, api.env))];
    store = createReleaseStore(s3, api.env.BUCKET_NAME ?? '');
    reader = createRecordReader({ dynamo, tableName: api.env.TABLE_NAME ?? '' });
    close = () => {
      s3.destroy();
      dynamo.destroy();
    };
  });
  afterEach(() => close());

  it('is one of two of its name that are made at the same time', async () => {
    const days = [new Date('2026-01-01T00:00:00.000Z'), new Date('2026-01-01T00:00:00.001Z')];
    const made = await Promise.allSettled(days.map((day) => makeIn(reader, store, request('race'), day)));
    expect(made.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(made.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { name: 'ReleaseTaken' } });
  });

  it('is none where it was cut off, and can be made then', async () => {
    const finish = async () => {
      throw new Error('cut off');
    };
    const broken = makeIn(reader, { ...store, finish }, request('cut'), new Date('2026-01-01T00:00:00.000Z'));
    await expect(broken).rejects.toThrow('cut off');
    expect(await store.find('cut')).toBeNull();
    expect((await store.list()).map(({ name }) => name)).not.toContain('cut');
    await makeIn(reader, store, request('cut'), new Date('2026-01-02T00:00:00.000Z'));
    expect(await store.find('cut')).toMatchObject({ name: 'cut' });
  });

  it('never writes a file in the place of another', async () => {
    const place = { name: 'again', folder: 'a' };
    async function* text() {
      yield Buffer.from('text');
    }
    const file = { path: 'a.txt', mediaType: 'text/plain' };
    await store.write(place, file, text());
    await expect(store.write(place, file, text())).rejects.toMatchObject({ name: 'PreconditionFailed' });
  });
});
