import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { readRegister } from '../../../cli/register/read-register.ts';
import { createDynamoClient } from '../../../infra/aws/dynamo-client.ts';
import { AwsEnv, readEnv } from '../../../infra/aws/env.ts';
import { putReview } from '../../../infra/store/heads/review-store.ts';
import { parseReport } from '../../../parser/parse-report.ts';
import { reason } from '../../../schema/law/vocabulary/reasons.ts';
import type { Finding } from '../../../schema/record/finding.ts';
import { findingKey } from '../../../schema/record/finding-key.ts';
import { buildIngestion } from '../../support/build-ingestion.ts';
import { organ } from './agencies.ts';
import { fullVersion, type StoredVersion } from './full-record.ts';
import { type StoredApi, startStoredApi } from './stored-api.ts';

const [government, quiet] = [organ('内江市人民政府'), organ('内江市气象局')];
const late = fullVersion(organ('内江市公安局'), 2020);

let api: StoredApi;
beforeAll(async () => {
  api = await startStoredApi();
  await api.store([
    inTime(fullVersion(government, 2020)),
    fullVersion(quiet, 2019),
    { ...late, head: { ...late.head, timing: 'late' } },
  ]);
});
afterAll(() => api.close());

/** What the rule says of a report that came late. */
async function lateFinding(): Promise<Finding> {
  const text = readFileSync('samples/neijiang-2020.txt', 'utf8').replaceAll('2021-03-30', '2021-06-30');
  const [record] = await parseReport(Buffer.from(text));
  const finding = record?.findings.find(({ rule }) => rule === 'identity.late');
  if (finding === undefined) throw new Error('The report came late, and nothing says so.');
  return finding;
}

function inTime(version: StoredVersion): StoredVersion {
  return { ...version, head: { ...version.head, timing: 'inTime' } };
}

const statementsOf = (file: Uint8Array, recordedAt: string) =>
  readRegister(file, { provinceCode: '51', recordedAt }).statements;
const sample = readFileSync('docs/neijiang-register.csv');

async function coverage(year: number, division = '5110') {
  const { data, errors } = await api.ask(
    `query ($year: Int!, $division: String!) {
      province(code: "51") { coverage(year: $year, division: $division) { basis expected known reported } }
    }`,
    { year, division },
  );
  expect(errors).toBeUndefined();
  return data.province.coverage;
}

describe('coverage', () => {
  it('without a register is known from uploads alone, and expects nobody', async () => {
    expect(await coverage(2020)).toEqual({ basis: 'uploads', expected: null, known: 3, reported: 2 });
  });

  it('with a register expects who is there from the beginning of the year until the last day for reports', async () => {
    await api.storeRegister(statementsOf(sample, '2026-01-01T00:00:00.000Z'));
    expect(await coverage(2020)).toEqual({ basis: 'register', expected: 13, known: 3, reported: 2 });
    // Two tax offices became one on 5 July 2018: of that year nobody can say which of them reports.
    expect(await coverage(2018)).toMatchObject({ expected: 12 });
    expect(await coverage(2017)).toMatchObject({ expected: 14 });
  });

  it('is of the organs that the register has in the division asked', async () => {
    expect(await coverage(2020, '511083')).toEqual({ basis: 'register', expected: 2, known: 0, reported: 0 });
    expect(await coverage(2020, '5101')).toMatchObject({ basis: 'uploads', expected: null });
  });

  it('is known for each group of an aggregate', async () => {
    const { data } = await api.ask(`{
      province(code: "51") {
        aggregate(year: 2020, division: "5110", metrics: [applicationsReceived], by: level) { level coverage { expected known } }
      }
    }`);
    expect(data.province.aggregate).toEqual([{ level: 'prefecture', coverage: { expected: 7, known: 3 } }]);
  });

  it('is of one level and kind of organ where that is asked', async () => {
    const { data } = await api.ask(`{
      province(code: "51") {
        governments: coverage(year: 2020, type: "government") { expected known }
        counties: coverage(year: 2020, level: county) { expected known }
      }
    }`);
    expect(data.province).toEqual({ governments: { expected: 6, known: 1 }, counties: { expected: 6, known: 0 } });
  });

  it('costs nothing where nobody asks who is expected, and no call where the register is in memory', async () => {
    const ask = (fields: string) => api.ask(`{ province(code: "51") { coverage(year: 2020) { ${fields} } } }`);
    api.calls();
    await ask('known reported');
    const without = api.calls().calls;
    await ask('known reported expected basis');
    expect(api.calls().calls).toBe(without + 1);
  });

  it('follows a later statement at once', async () => {
    const ended = new TextEncoder().encode('name,valid_to\n内江市财政局,2019-12-31\n');
    await api.storeRegister(statementsOf(ended, '2026-01-02T00:00:00.000Z'));
    expect(await coverage(2020)).toMatchObject({ expected: 12 });
  });
});

describe('the calendar', () => {
  afterEach(() => vi.useRealTimers());
  const on = (day: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${day}T08:00:00+08:00`) });

  async function states(year: number, division = '5110'): Promise<Record<string, number>> {
    const query = `query ($year: Int!, $division: String!) {
      province(code: "51") { coverage(year: $year, division: $division) { states { state count } } }
    }`;
    const { data, errors } = await api.ask(query, { year, division });
    expect(errors).toBeUndefined();
    const counts: { state: string; count: number }[] = data.province.coverage.states;
    return Object.fromEntries(counts.map(({ state, count }) => [state, count]));
  }

  it('names one state for each agency, and calls nobody missing before its last day has passed', async () => {
    on('2021-01-31');
    expect(await states(2020)).toEqual({ inTime: 1, late: 1, unknown: 11, notExpected: 3 });
    on('2021-02-01');
    // Of departments the last day was 31 January; of governments, and of those of which the law says none, it is 31 March.
    expect(await states(2020)).toEqual({ inTime: 1, late: 1, unknown: 7, notFound: 4, notExpected: 3 });
    on('2021-04-01');
    expect(await states(2020)).toEqual({ inTime: 1, late: 1, unknown: 1, notFound: 10, notExpected: 3 });
  });

  it('accuses nobody of whom no register speaks, or who began or ended in the year', async () => {
    on('2021-04-01');
    expect(await states(2020, '5101')).toEqual({});
    const { data } = await api.ask(
      `query ($quiet: ID!, $tax: ID!) {
        quiet: agency(id: $quiet) { calendar(year: 2020) { state report { title } } }
        tax: agency(id: $tax) { name of2017: calendar(year: 2017) { state } of2018: calendar(year: 2018) { state } of2019: calendar(year: 2019) { state } }
      }`,
      { quiet: quiet.id, tax: organ('内江市地方税务局').id },
    );
    expect(data.quiet).toEqual({ calendar: { state: 'unknown', report: null } });
    expect(data.tax).toEqual({
      name: '内江市地方税务局',
      of2017: { state: 'notFound' },
      of2018: { state: 'unknown' },
      of2019: { state: 'notExpected' },
    });
  });

  it('is paged, by state, with the day of the law where it is certain', async () => {
    on('2021-04-01');
    const query = `query ($state: CalendarState, $after: String) {
      province(code: "51") { coverage(year: 2020, division: "5110") { calendar(state: $state, first: 1, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } nodes { year state dueOn agency { name level } report { year } }
      } } }
    }`;
    const page = async (state: string, after?: string) =>
      (await api.ask(query, { state, after })).data.province.coverage.calendar;
    const first = await page('notFound');
    expect(first).toMatchObject({ totalCount: 10, pageInfo: { hasNextPage: true } });
    const next = await page('notFound', first.pageInfo.endCursor);
    expect(next.nodes[0].agency.name).not.toBe(first.nodes[0].agency.name);
    const all = await api.ask(
      '{ province(code: "51") { coverage(year: 2020, division: "5110") { calendar(state: notFound, first: 100) { nodes { dueOn } } } } }',
    );
    const days = all.data.province.coverage.calendar.nodes.map(({ dueOn }: { dueOn: string | null }) => dueOn);
    expect(days).toHaveLength(10);
    for (const day of days) expect(day < '2021-04-01', day).toBe(true);
    expect((await page('late')).nodes).toEqual([
      {
        ...{ year: 2020, state: 'late', dueOn: '2021-01-31', report: { year: 2020 } },
        agency: { name: '内江市公安局', level: 'prefecture' },
      },
    ]);
  });

  it('says unknown where a report of no known division may be the one', async () => {
    on('2021-04-01');
    const education = organ('内江市教育和体育局');
    const state = async () =>
      (await api.ask(`{ agency(id: "${education.id}") { name calendar(year: 2020) { state } } }`)).data.agency;
    expect(await state()).toEqual({ name: '内江市教育和体育局', calendar: { state: 'notFound' } });
    const somewhere = { ...organ('教育局', '000000'), divisionCode: null, provinceCode: null, level: null };
    const { head, ...version } = fullVersion(somewhere, 2020);
    await api.store([{ ...version, head: { ...head, divisionCode: null, provinceCode: null, level: null } }]);
    expect((await state()).calendar).toEqual({ state: 'unknown' });
  });

  it('says undecided where an upload may be its report, and names it, until that is decided', async () => {
    on('2021-04-01');
    const finance = organ('威远县财政局', '511024');
    await api.storeRegister(statementsOf(new TextEncoder().encode('name\n威远县财政局\n'), '2026-01-03T00:00:00.000Z'));
    const calendar = async () => {
      const query =
        'query ($id: ID!) { agency(id: $id) { calendar(year: 2020) { state undecided { ingestionId reasons { code } } } } }';
      return (await api.ask(query, { id: finance.id })).data.agency.calendar;
    };
    expect(await calendar()).toEqual({ state: 'notFound', undecided: [] });
    const scan = buildIngestion({
      ...{ id: 'f'.repeat(32), key: 'raw/威远县财政局2020年年报.pdf', outcome: 'rejected' },
      undecided: [{ names: ['raw/威远县财政局2020年年报.pdf'], years: [], reasons: [reason('scanned')] }],
    });
    await api.writer.putIngestion(scan, null);
    expect(await calendar()).toEqual({
      state: 'undecided',
      undecided: [{ ingestionId: scan.id, reasons: [{ code: 'scanned' }] }],
    });
    expect((await states(2020, '511024')).undecided).toBe(1);
    const { undecided: _, ...read } = scan;
    await api.writer.putIngestion({ ...read, outcome: 'published', parserVersion: '9.0.0' }, scan);
    expect((await calendar()).state).toBe('notFound');
  });

  it('calls nobody late of whose report any document came in time, in whatever order they arrive', async () => {
    const states = await Promise.all(
      (['inTime', 'late'] as const).map(async (first, index) => {
        const { head, ...version } = fullVersion(organ('内江市民政局', index === 0 ? '511000' : '510300'), 2020);
        const copies = [first, first === 'late' ? ('inTime' as const) : ('late' as const)].map((timing, at) => ({
          ...version,
          head: { ...head, timing, version: `${at}`, sha256: `${at}`.repeat(64), arrival: `2026-0${at + 1}` },
        }));
        await api.store(copies);
        const { data } = await api.ask(`{ agency(id: "${head.agencyId}") { calendar(year: 2020) { state } } }`);
        return data.agency.calendar.state;
      }),
    );
    expect(states).toEqual(['inTime', 'inTime']);
  });

  it('is not sure of a day that a reviewer has dismissed', async () => {
    on('2021-04-01');
    const { head, ...version } = fullVersion(organ('隆昌市财政局', '511083'), 2020);
    await api.store([{ ...version, head: { ...head, timing: 'late' } }]);
    const state = async () =>
      (await api.ask(`{ agency(id: "${head.agencyId}") { calendar(year: 2020) { state } } }`)).data.agency.calendar
        .state;
    expect([await state(), (await states(2020, '511083')).late]).toEqual(['late', 1]);
    const finding = await lateFinding();
    const dynamo = createDynamoClient(readEnv(AwsEnv, api.env));
    await putReview(
      { dynamo, tableName: api.env.TABLE_NAME ?? '' },
      {
        ...{ agencyId: head.agencyId, year: 2020, key: findingKey(finding, []), rule: finding.rule, operands: [] },
        ...{ decision: 'dismissed', note: '', reviewer: 'Li', at: '2021-06-01T00:00:00Z' },
      },
    );
    dynamo.destroy();
    expect([await state(), (await states(2020, '511083')).late]).toEqual(['dateUnknown', undefined]);
  });

  it('is the same of an agency, its year and its province', async () => {
    on('2021-04-01');
    const { data } = await api.ask(`{
      agency(id: "${government.id}") { calendar(year: 2020) { state dueOn } year(year: 2020) { calendar { state dueOn } } }
    }`);
    expect(data.agency.calendar).toEqual({ state: 'inTime', dueOn: '2021-03-31' });
    expect(data.agency.year.calendar).toEqual(data.agency.calendar);
  });

  it('is answered anew when the day has changed', async () => {
    const get = async () => {
      const query = '{province(code:"51"){coverage(year:2020,division:"5110"){states{state count}}}}';
      return (await api.fetch(new Request(`http://localhost/graphql?query=${encodeURIComponent(query)}`))).text();
    };
    on('2021-03-31');
    const before = await get();
    on('2021-04-01');
    expect(await get()).not.toBe(before);
  });

  it('counts the uploads that name nobody beside those that were not found', async () => {
    const count = async () =>
      (await api.ask('{ province(code: "51") { coverage(year: 2020) { unattributed } } }')).data.province.coverage
        .unattributed;
    const before = await count();
    const scan = (id: string, names: string[], years: number[] = []) =>
      buildIngestion({
        ...{ id: id.repeat(32), key: `raw/${id}.pdf`, outcome: 'rejected' },
        undecided: [{ names, years, reasons: [reason('scanned')] }],
      });
    await api.writer.putIngestion(scan('a', []), null);
    await api.writer.putIngestion(scan('b', [], [2020]), null);
    await api.writer.putIngestion(scan('c', [], [2019]), null);
    await api.writer.putIngestion(scan('d', ['威远县水利局.pdf']), null);
    expect(await count()).toBe(before + 2);
  });
});
