import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dataPackage } from '../../../../schema/record/exports/data-package.ts';
import { figureLines, longTable } from '../../../../schema/record/exports/long-table.ts';
import { printedRecordSchema } from '../../../../schema/record/exports/printed-record-schema.ts';
import { reportLine, wideTable } from '../../../../schema/record/exports/wide-table.ts';
import { type Scope, type ToldScope, unknownScope } from '../../../../schema/record/scope.ts';
import { organ } from '../../../functions/graphql/agencies.ts';
import { fullVersion } from '../../../functions/graphql/full-record.ts';

const { head, record } = fullVersion(organ('市教育局'), 2021);
const lines = figureLines({ head, record });

/** A line by the names of its columns. */
function named(line: (typeof lines)[number] | undefined): Record<string, unknown> {
  if (line === undefined) throw new Error('no such line');
  return Object.fromEntries(longTable.columns.map(({ name, field }) => [name, field(line)]));
}

describe('the long table', () => {
  it('has a line for every cell of the tables, every row of the annex and every figure of a sentence', () => {
    const count = (origin: string) => lines.filter(({ figure }) => figure.origin === origin).length;
    expect([count('table'), count('annex'), count('sentence')]).toEqual([
      ...[200, record.statistics.length, record.indicators.length],
    ]);
  });

  it('says of a cell what the form calls it, what is printed, where, and which rules doubt it', () => {
    const line = lines.find(({ figure }) => figure.path === 'applications.processed.total');
    expect(named(line)).toMatchObject({
      ...{ agencyName: '市教育局', year: 2021, origin: 'table', form: '2021', unit: '件', state: 'number' },
      nameZh: '收到和处理政府信息公开申请情况 · (七)总计 · 总计',
      ...{ doubts: 'applications.column-balance', approximate: false, section: null, table: 1 },
    });
  });

  it('quotes the sentence of a figure that was read from one', () => {
    const line = lines.find(({ figure }) => figure.path === 'indicators.applications.received');
    expect(named(line)).toMatchObject({ origin: 'sentence', nameEn: 'Applications received', unit: '件', section: 1 });
    expect(named(line).raw).toContain('依法办理政府信息公开申请');
  });
});

describe('the wide table', () => {
  it('has a column for every cell of the forms in use, once', () => {
    const names = wideTable(new Set(['2019', '2021'])).columns.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('applications.notProcessed.complaint.total');
    expect(names.some((name) => name.startsWith('statistics.'))).toBe(false);
    expect(wideTable(new Set(['2008'])).columns.map(({ name }) => name)).toContain('statistics.proactive.total');
  });

  it('has the figures of a report in one line', () => {
    const line = reportLine({ head, record });
    const cells = lines.filter(({ figure }) => figure.origin === 'table');
    const { columns } = wideTable(new Set(['2021']));
    const values = new Map(columns.map(({ name, field }) => [name, field(line)]));
    for (const { figure } of cells) expect([figure.path, values.get(figure.path)]).toEqual([figure.path, figure.value]);
  });
});

it('says whose figure each is, and keeps those of another scope than the report out of its one line', () => {
  const told = (scope: Scope): ToldScope => ({ ...unknownScope, scope, from: 'sentence', words: '全市' });
  const { applications } = record.tables;
  const [indicator] = record.indicators;
  if (applications === undefined || indicator === undefined) throw new Error('The record has both');
  const ofCity = { ...indicator, key: 'applications.received', value: 9, scope: told('territory') };
  const scoped = {
    ...record,
    indicators: [ofCity],
    scopes: { report: told('ownLevel'), tables: { applications: told('ownLevel') } },
  };
  const long = figureLines({ head, record: scoped }).map(named);
  expect(long.find(({ origin }) => origin === 'sentence')).toMatchObject({
    ...{ reportScope: 'ownLevel', scope: 'territory', scopeWords: '全市' },
  });
  expect(long.find(({ path }) => path === 'applications.newlyReceived.total')).toMatchObject({ scope: 'ownLevel' });
  const { values } = reportLine({ head, record: scoped });
  expect(values.has('indicators.applications.received')).toBe(false);
  expect(values.has('applications.newlyReceived.total')).toBe(true);
});

describe('the data package', () => {
  const facts = { province: '51', provinceName: '四川省', year: 2021, forms: new Set(['2021'] as const), version: 'v' };
  // What a test looks into of a descriptor.
  const { resources } = dataPackage(facts) as {
    resources: { name: string; path: string; schema?: { fields: { name: string; title: string }[] } }[];
  };

  it('describes every column of both tables in zh and en', () => {
    const fieldsOf = (name: string) => resources.find((resource) => resource.name === name)?.schema?.fields ?? [];
    expect(fieldsOf('long').map(({ name }) => name)).toEqual(longTable.columns.map(({ name }) => name));
    expect(fieldsOf('wide').map(({ name }) => name)).toEqual(wideTable(facts.forms).columns.map(({ name }) => name));
    for (const { title } of [...fieldsOf('long'), ...fieldsOf('wide')])
      expect(title).toMatch(/^.*\p{Script=Han}.* \/ .*[A-Za-z]/u);
  });

  it('names its files beside itself', () => {
    expect(resources.map(({ path }) => path)).toEqual(['2021.csv', '2021.csv?shape=wide', '2021.ndjson', '2021.json']);
  });

  it('has the JSON Schema of a record, which is the one that is checked in (node tools/print-schema.ts)', () => {
    const path = new URL('../../../../schema/record/exports/record-schema.generated.json', import.meta.url);
    expect(readFileSync(path, 'utf8')).toBe(printedRecordSchema());
    expect(JSON.parse(printedRecordSchema())).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      required: expect.arrayContaining(['kind', 'agency', 'tables', 'findings', 'source']),
    });
  });
});
