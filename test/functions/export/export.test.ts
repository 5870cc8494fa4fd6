import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHandler, type ExportHandler } from '../../../functions/export/handler.ts';
import { takeSnapshot } from '../../../functions/export/snapshot.ts';
import { writeExport } from '../../../functions/export/write-export.ts';
import { exportPrefixes } from '../../../infra/aws/exports.ts';
import { creationMessage } from '../../../infra/local/s3/object-version.ts';
import type { Lists } from '../../../schema/record/list-store.ts';
import { ReportRecord } from '../../../schema/record/report.ts';
import { organ } from '../graphql/agencies.ts';
import { fullVersion } from '../graphql/full-record.ts';
import { type StoredApi, startStoredApi } from '../graphql/stored-api.ts';

let api: StoredApi;
let exports: ExportHandler;
beforeAll(async () => {
  api = await startStoredApi();
  await api.storeSample('neijiang-2020.txt', '2021-04-01T00:00:00Z');
  await api.storeSample('yingkou-2020.txt', '2021-04-01T00:00:00Z');
  await api.storeSample('yaan-2021-work-plan.txt', '2021-05-01T00:00:00Z');
  const daring = fullVersion(organ('市档案局'), 2020);
  const statistics = [' =1+1', '=HYPERLINK("http://example.cn")', '-2', '+甲', '@乙', '正常,"引号"\n换行'].map(
    (label, index) => ({ ...(daring.record.statistics[index] ?? never()), label, path: label }),
  );
  await api.store([{ ...daring, record: { ...daring.record, statistics } }]);
  exports = createHandler({ ...api.env, LOG_LEVEL: 'SILENT' });
});
afterAll(async () => {
  exports.close();
  await api.close();
});

const never = (): never => {
  throw new Error('too few statistics');
};

const get = (path: string, headers: Record<string, string> = {}) =>
  exports.stream(new Request(`http://localhost${path}`, { headers }));

describe('an export', () => {
  it('as CSV begins with the mark of UTF-8 and has a line for each figure of the province alone', async () => {
    const response = await get('/export/51/2020.csv');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="gongkai-51-2020.csv"');
    expect(response.headers.get('access-control-expose-headers')).toBe('ETag, Retry-After, Content-Disposition');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = bytes.toString();
    expect(text).toContain('applications.granted.naturalPerson,2019,');
    expect(text).toContain('内江市人民政府');
    expect(text).not.toContain('营口市人民政府');
    expect(text.split('\r\n').filter((line) => line.includes(',table,applications.'))).toHaveLength((23 + 25) * 7);
  });

  it('has nothing that a spreadsheet program would take for a formula', async () => {
    const text = await (await get('/export/51/2020.csv')).text();
    const fields = text.split(/[\r\n,]+/).map((field) => field.replace(/^"/, ''));
    expect(fields.filter((field) => /^[=+@\t\r]/.test(field))).toEqual([]);
    expect(fields.filter((field) => /^-/.test(field) && Number.isNaN(Number(field)))).toEqual([]);
    expect(text).toContain(`"'=HYPERLINK(""http://example.cn"")"`);
    expect(text).toContain('"正常,""引号""\n换行"');
  });

  it('as wide CSV has a line for each report', async () => {
    const lines = (await (await get('/export/51/2020.csv?shape=wide')).text()).trimEnd().split('\r\n');
    expect(lines).toHaveLength(3);
    const at = lines[0]?.split(',').indexOf('applications.granted.total') ?? -1;
    expect(lines.find((line) => line.includes('内江市人民政府'))?.split(',')[at]).toBe('114');
  });

  it('as NDJSON and as JSON has whole records, work plans too, and is the same once it has been read in again', async () => {
    const text = await (await get('/export/51/2020.ndjson')).text();
    const records = text
      .trimEnd()
      .split('\n')
      .map((line) => ReportRecord.parse(JSON.parse(line)));
    expect(records.map(({ agency }) => agency?.name)).toEqual(['内江市人民政府', '市档案局']);
    const stored = text
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    // Compared as wholes: the difference of two records is too long to be shown.
    expect(isDeepStrictEqual(records, stored)).toBe(true);
    expect(isDeepStrictEqual(await (await get('/export/51/2020.json')).json(), stored)).toBe(true);
    const plan = ReportRecord.parse(await (await get('/export/51/2021.ndjson')).json());
    expect([plan.kind, plan.agency?.name]).toEqual(['work-plan', '雅安市人民政府办公室']);
    const other = await startStoredApi();
    for (const [index, record] of records.entries()) {
      const agency = record.agency ?? never();
      const { head } = fullVersion(agency, 2020);
      await other.store([{ agency, record, head: { ...head, version: `imported-${index}` } }]);
    }
    const again = createHandler({ ...other.env, LOG_LEVEL: 'SILENT' });
    const exported = await (await again.stream(new Request('http://localhost/export/51/2020.json'))).json();
    expect(isDeepStrictEqual(exported, stored)).toBe(true);
    again.close();
    await other.close();
  });

  it('is of one level and kind of organ where that is asked', async () => {
    const names = async (search: string) =>
      ((await (await get(`/export/51/2020.json?${search}`)).json()) as { agency: { name: string } }[]).map(
        ({ agency }) => agency.name,
      );
    expect(await names('type=government&level=prefecture')).toEqual(['内江市人民政府']);
    expect(await names('type=other')).toEqual(['市档案局']);
    const response = await get('/export/51/2020.csv?shape=wide&type=government');
    expect(response.headers.get('content-disposition')).toContain('"gongkai-51-2020-government-wide.csv"');
    expect((await get('/export/51/2020.json?level=county')).status).toBe(404);
  });

  it('is told to whoever holds it, until something changes', async () => {
    const etag = (await get('/export/51/2020.csv', {})).headers.get('etag') ?? '';
    expect((await get('/export/51/2020.csv', { 'if-none-match': etag })).status).toBe(304);
    await api.store([fullVersion(organ('市审计局'), 2020)]);
    expect((await get('/export/51/2020.csv', { 'if-none-match': etag })).status).toBe(200);
  });

  it('of nothing, and at an address that is none, is not found', async () => {
    for (const path of [
      '/export/51/1999.csv',
      '/export/99/2020.csv',
      '/export/51/2020.xlsx',
      '/export/51/2020.csv?shape=x',
      '/export/51/2020.csv?type=x',
      '/export/51/2020.csv?level=x',
    ]) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.json()).toMatchObject({ error: { code: 'NOT_FOUND' } });
    }
    const posted = await exports.stream(new Request('http://localhost/export/51/2020.csv', { method: 'POST' }));
    expect(posted.status).toBe(405);
  });
});

describe('an export of thousands of reports', () => {
  const reports = 2_000;

  it('reads no more than a page ahead of who takes it, and lacks nothing', async () => {
    const { head, record } = fullVersion(organ('市教育局'), 2020);
    const lines = Array.from({ length: reports }, (_, index) => ({ ...head, version: `v${index}` }));
    const reading = { read: 0, largest: 0 };
    const lists: Lists = {
      agencies: async () => ({ lines: [], version: null }),
      register: async () => ({ lines: [], version: null }),
      denominators: async () => ({ lines: [], version: null }),
      undecided: async () => ({ lines: [], version: null }),
      reports: async () => ({ lines, version: '1' }),
      plans: async () => ({ lines: [], version: '1' }),
      comparisons: async () => ({ lines: [], version: '1' }),
      version: async () => null,
      today: () => '2026-01-01',
      years: async () => [2020],
    };
    const reader = {
      lists: () => lists,
      async records(refs: readonly unknown[]) {
        reading.read += refs.length;
        reading.largest = Math.max(reading.largest, refs.length);
        return refs.map(() => record);
      },
    };
    const snapshot = await takeSnapshot(reader, { province: '51', year: 2020 });
    let taken = 0;
    for await (const piece of writeExport(reader, snapshot, 'wide')) {
      taken += piece.split('\r\n').filter((line) => line.startsWith('511000-')).length;
      expect(reading.read - taken).toBeLessThanOrEqual(2 * reading.largest);
    }
    expect([taken, reading.read, reading.largest]).toEqual([reports, reports, 25]);
  });

  it('breaks off where a record is gone, rather than leave it out', async () => {
    const { head } = fullVersion(organ('市教育局'), 2020);
    const snapshot = { reports: [head], plans: [], digest: '' };
    const reader = { lists: () => never(), records: async () => [null] };
    const whole = async () => {
      for await (const _ of writeExport(reader, snapshot, 'ndjson'));
    };
    await expect(whole()).rejects.toThrow(/is gone/);
  });
});

describe('the export function behind an HTTP API', () => {
  const event = (rawQueryString = '') => ({
    ...{ version: '2.0', rawPath: '/export/51/2020.csv', rawQueryString, headers: {} },
    requestContext: { domainName: 'abc.execute-api.cn-north-1.amazonaws.com.cn', http: { method: 'GET' } },
  });
  /** The notification that S3 sends of the wish that was left. */
  const notice = (digest: string) => {
    const key = `${exportPrefixes.requests}${digest}/gongkai-51-2020.csv`;
    return JSON.parse(creationMessage({ bucket: 'b', key, versionId: '1', size: 1, eTag: '' }, 'Put'));
  };
  const digest = async () => JSON.parse((await get('/export/51/2020.csv')).headers.get('etag') ?? '""') as string;

  it('asks for patience, writes the file when it is told to, and then leads there', async () => {
    const first = await exports.handle(event());
    expect(first).toMatchObject({ statusCode: 202, headers: { 'retry-after': '3', refresh: '3' } });
    await exports.handle(event());
    await exports.handle(notice(await digest()));
    const found = await exports.handle(event());
    expect(found?.statusCode).toBe(302);
    const file = await fetch(found?.headers.location ?? '');
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="gongkai-51-2020.csv"');
    const streamed = await (await get('/export/51/2020.csv')).arrayBuffer();
    expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(streamed))).toBe(true);
  });

  it('writes nothing for a notification that comes twice, and takes nothing else', async () => {
    await expect(exports.handle(notice(await digest()))).resolves.toBeUndefined();
    await expect(exports.handle({ Records: [{ s3: { object: { key: 'raw/x' } } }] })).rejects.toThrow();
  });
});
