import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHandler, type ExportHandler } from '../../../functions/export/handler.ts';
import { panelFile } from '../../../functions/export/panel-file.ts';
import { exportPrefixes } from '../../../infra/aws/exports.ts';
import { creationMessage } from '../../../infra/local/s3/object-version.ts';
import type { PanelFormat, PanelRequest } from '../../../schema/record/exports/export-kind.ts';
import { longPanelColumns } from '../../../schema/record/exports/panel/long-panel.ts';
import { panelColumns } from '../../../schema/record/exports/panel/panel-table.ts';
import type { Lists } from '../../../schema/record/list-store.ts';
import type { VersionHead } from '../../../schema/record/version-head.ts';
import { readDta } from '../../support/read-dta.ts';
import { organ } from '../graphql/agencies.ts';
import { fullVersion } from '../graphql/full-record.ts';
import { type StoredApi, startStoredApi } from '../graphql/stored-api.ts';

let api: StoredApi;
let exports: ExportHandler;
beforeAll(async () => {
  api = await startStoredApi();
  for (const sample of ['neijiang-2020.txt', 'yingkou-2020.txt', 'gongjing-2018.txt'])
    await api.storeSample(sample, '2021-04-01T00:00:00Z');
  await api.store([2020, 2021, 2022].map((year) => fullVersion(organ('市教育局'), year)));
  exports = createHandler({ ...api.env, LOG_LEVEL: 'SILENT' });
});
afterAll(async () => {
  exports.close();
  await api.close();
});

const get = (path: string) => exports.stream(new Request(`http://localhost/export/${path}`));
const bytesAt = async (path: string) => Buffer.from(await (await get(path)).arrayBuffer());
const csvAt = async (path: string) =>
  parse(await bytesAt(path), { bom: true, columns: true }) as Record<string, string>[];
const agenciesAt = async (path: string) => (await csvAt(path)).map(({ agency, year }) => `${year} ${agency}`);
const names = panelColumns.map(({ name }) => name);

/** A field of any format as CSV has it. */
function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

describe('the panel', () => {
  it('has what is imported of the division and year with its source, and rates made of it; without it they are empty', async () => {
    const names = ['agency', 'm_app_per_100k', 'pop_resident', 'pop_resident_source', 'organs'] as const;
    const rows = async () =>
      (await csvAt('panel.csv?year=2020')).map((row) => names.map((name) => row[name])).toSorted();
    const tag = async () => (await get('panel.csv?year=2020')).headers.get('etag');
    const before = await tag();
    expect(await rows()).toEqual([
      ['内江市人民政府', '', '', '', ''],
      ['市教育局', '', '', '', ''],
      ['营口市人民政府', '', '', '', ''],
    ]);
    const said = { divisionCode: '511000', year: 2020, measure: 'residentPopulation', value: 1_000_000 } as const;
    const source = { title: '示例', url: 'https://example.org/', publishedOn: '2021-01-01' };
    const recordedAt = '2026-01-01T00:00:00.000Z';
    await api.storeDenominators([{ ...said, raw: '100', unit: '万人', source, recordedAt }]);
    const imported = ['1000000', '示例; 2021-01-01; https://example.org/', ''];
    expect(await rows()).toEqual([
      ['内江市人民政府', '22.4', ...imported],
      ['市教育局', '', ...imported],
      ['营口市人民政府', '', '', '', ''],
    ]);
    expect(await tag()).not.toBe(before);
  });

  it('has a row for each agency and year, of every province, in one file', async () => {
    const rows = await agenciesAt('panel.csv');
    expect(rows).toEqual([
      '2018 自贡市贡井区人民政府',
      ...['2020 营口市人民政府', '2020 内江市人民政府', '2020 市教育局'],
      ...['2021 市教育局', '2022 市教育局'],
    ]);
  });

  it('is of the places, years, kinds, levels and scopes that are asked for', async () => {
    expect(await agenciesAt('panel.csv?province=21')).toEqual(['2020 营口市人民政府']);
    expect(await agenciesAt('panel.csv?province=21,5110&year=2020')).toHaveLength(3);
    expect(await agenciesAt('panel.csv?year=2021-2024&year=2018')).toHaveLength(3);
    expect(await agenciesAt('panel.csv?type=education&year=2020')).toEqual(['2020 市教育局']);
    expect(await agenciesAt('panel.csv?level=county,township')).toEqual(['2018 自贡市贡井区人民政府']);
    expect(await agenciesAt('panel.csv?scope=territory')).toContain('2020 内江市人民政府');
    expect(await agenciesAt('panel.csv?scope=unknown,organ')).not.toContain('2020 内江市人民政府');
  });

  it.each([
    ...['panel.csv?province=5', 'panel.csv?year=20', 'panel.csv?type=x', 'panel.csv?level=x', 'panel.csv?scope=x'],
    ...['panel.ods', 'panel-long.dta', 'panel-long.xlsx', 'panel.csv?province=65'],
  ])('is not found at %s', async (path) => {
    const response = await get(path);
    expect([response.status, (await response.json()).error.code]).toEqual([404, 'NOT_FOUND']);
  });

  it('as Parquet has the same rows, typed', async () => {
    const file = await bytesAt('panel.parquet');
    const buffer = new Uint8Array(file).buffer;
    const rows = await parquetReadObjects({ file: buffer });
    const expected = await csvAt('panel.csv');
    expect(rows.map((row) => names.map((name) => asText(row[name])))).toEqual(
      expected.map((row) => names.map((name) => row[name])),
    );
    const types = new Map(
      parquetMetadata(buffer).schema.map(({ name, type, converted_type }) => [name, converted_type ?? type]),
    );
    expect(['year', 'app_granted_total', 'agency', 'complete', 'published_on'].map((name) => types.get(name))).toEqual([
      ...['INT32', 'DOUBLE', 'UTF8', 'BOOLEAN', 'DATE'],
    ]);
  });

  it('as a workbook has Chinese titles, then names, then the same rows; and what they mean on a second sheet', async () => {
    const workbook = read(await bytesAt('panel.xlsx'));
    expect(workbook.SheetNames).toEqual(['panel', '说明']);
    const [panel, codebook] = workbook.SheetNames.map((name) =>
      utils.sheet_to_json<unknown[]>(workbook.Sheets[name] ?? {}, { header: 1, defval: null, blankrows: false }),
    );
    expect(panel?.[0]).toEqual(panelColumns.map(({ title }) => title.zh));
    expect(panel?.[1]).toEqual(names);
    const expected = await csvAt('panel.csv');
    expect(panel?.slice(2).map((row) => row.map(asText))).toEqual(
      expected.map((row) => names.map((name) => row[name])),
    );
    expect(codebook).toHaveLength(panelColumns.length + 1);
  });

  it("as Stata's file has the same rows under the same names, with labels in two languages", async () => {
    const file = readDta(await bytesAt('panel.dta'));
    expect(file.names).toEqual(names);
    const kinds = new Map(panelColumns.map(({ name, type }) => [name, type]));
    const day = (value: unknown) =>
      value === null ? '' : new Date(Date.UTC(1960, 0, 1 + Number(value))).toISOString().slice(0, 10);
    const text = (name: string, value: unknown) => {
      if (kinds.get(name) === 'date') return day(value);
      return kinds.get(name) === 'boolean' ? String(value === 1) : asText(value);
    };
    const expected = await csvAt('panel.csv');
    expect(file.rows.map((row) => names.map((name) => text(name, row[name])))).toEqual(
      expected.map((row) => names.map((name) => row[name])),
    );
    const at = names.indexOf('app_granted_total');
    expect(file.labels[at]).toBe('收到和处理政府信息公开申请情况 · (一)予以公开 · 总计');
    expect(file.characteristics['app_granted_total[_lang_v_en]']).toBe(
      'Applications received and handled · Granted · Total',
    );
    expect(file.formats[names.indexOf('published_on')]).toMatch(/^%td/);
  });

  it('in its long form has a row for each figure, in CSV as in Parquet', async () => {
    const rows = await csvAt('panel-long.csv?province=51&year=2020');
    const granted = rows.filter(
      ({ variable, agency }) => variable === 'app_granted_total' && agency === '内江市人民政府',
    );
    expect(granted).toMatchObject([{ value: '114', raw: '114', state: 'number', path: 'applications.granted.total' }]);
    const file = new Uint8Array(await bytesAt('panel-long.parquet?province=51&year=2020')).buffer;
    const typed = await parquetReadObjects({ file });
    const columns = longPanelColumns.map(({ name }) => name);
    expect(typed).toHaveLength(rows.length);
    const unquoted = (text = '') => text.replace(/^'/, '');
    expect(typed.map((row) => columns.map((name) => asText(row[name])))).toEqual(
      rows.map((row) => columns.map((name) => unquoted(row[name]))),
    );
  });

  it('is written to the bucket in the cloud, byte for byte as on one machine', async () => {
    const event = {
      ...{ version: '2.0', rawPath: '/export/panel.dta', rawQueryString: 'province=51&year=2020-2022', headers: {} },
      requestContext: { domainName: 'abc.execute-api.cn-north-1.amazonaws.com.cn', http: { method: 'GET' } },
    };
    const direct = await get('panel.dta?province=51&year=2020-2022');
    const digest = JSON.parse(direct.headers.get('etag') ?? '""');
    expect((await exports.handle(event))?.statusCode).toBe(202);
    const key = `${exportPrefixes.requests}${digest}/gongkai-panel-51-2020-2022.dta`;
    await exports.handle(JSON.parse(creationMessage({ bucket: 'b', key, versionId: '1', size: 1, eTag: '' }, 'Put')));
    const found = await exports.handle(event);
    const written = await fetch(found?.headers.location ?? '');
    expect(written.headers.get('content-type')).toBe('application/x-stata-dta');
    expect(Buffer.from(await written.arrayBuffer()).equals(Buffer.from(await direct.arrayBuffer()))).toBe(true);
  });
});

describe('the panel of many reports', () => {
  const { head, record } = fullVersion(organ('市教育局'), 2020);
  const request = (format: PanelFormat, form: PanelRequest['form'] = 'wide'): PanelRequest => ({
    ...{ what: 'panel', form, format, places: [], years: [], types: [], levels: [], scopes: [] },
  });

  /** A store with so many reports a year; `versionOf` names the version of each that is current when it is asked. */
  function storeOf(count: number, versionOf: (index: number) => string = (index) => `v${index}`) {
    const reading = { read: 0, largest: 0 };
    const line = (index: number): VersionHead => ({
      ...head,
      agencyId: `511000-${String(index).padStart(12, '0')}`,
      version: versionOf(index),
    });
    const lists: Lists = {
      agencies: async () => ({ lines: [], version: null }),
      register: async () => ({ lines: [], version: null }),
      denominators: async () => ({ lines: [], version: null }),
      undecided: async () => ({ lines: [], version: null }),
      reports: async () => ({ lines: Array.from({ length: count }, (_, index) => line(index)), version: '1' }),
      plans: async () => ({ lines: [], version: '1' }),
      comparisons: async () => ({ lines: [], version: '1' }),
      version: async () => null,
      today: () => '2026-01-01',
      years: async () => [2019, 2020],
    };
    const reader = {
      lists: () => lists,
      async records(refs: readonly unknown[]) {
        reading.read += refs.length;
        reading.largest = Math.max(reading.largest, refs.length);
        return refs.map(() => record);
      },
      versions: async (agencyId: string) => [{ ...head, agencyId, version: 'v0' }],
    };
    return { reader, reading };
  }

  it('reads no more than a page ahead of who takes it, and lacks nothing', async () => {
    const { reader, reading } = storeOf(300);
    const file = await panelFile(reader, request('csv'));
    let taken = 0;
    for await (const piece of file.pieces()) {
      taken += String(piece)
        .split('\r\n')
        .filter((line) => line.startsWith('511000-')).length;
      expect(reading.read - taken).toBeLessThanOrEqual(2 * reading.largest);
    }
    expect([file.rows, taken, reading.read, reading.largest]).toEqual([600, 600, 600, 25]);
  });

  it('is of the versions that were current when it was asked for', async () => {
    let current = 'v0';
    const { reader } = storeOf(1, () => current);
    const file = await panelFile(reader, request('csv'));
    current = 'v1';
    let text = '';
    for await (const piece of file.pieces()) text += String(piece);
    expect(parse(text, { bom: true, columns: true })).toMatchObject([{ version: 'v0' }, { version: 'v0' }]);
    expect((await panelFile(reader, request('csv'))).digest).not.toBe(file.digest);
  });

  it('breaks off where a version is gone', async () => {
    let current = 'gone';
    const { reader } = storeOf(1, () => current);
    const file = await panelFile(reader, request('parquet'));
    current = 'v1';
    await expect(file.pieces().next()).rejects.toThrow(/is gone/);
  });

  it('is no workbook where no program would open it', async () => {
    const { reader } = storeOf(60_000);
    expect((await panelFile(reader, request('xlsx'))).refusal).toContain('120000');
    expect((await panelFile(reader, request('parquet'))).refusal).toBeNull();
  });
});
