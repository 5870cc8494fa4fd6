import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createGraphqlServer, type GraphqlServer } from '../../../functions/graphql/server.ts';
import { openTextSearch } from '../../../functions/search/open-text-search.ts';
import { attachCallMeter } from '../../../infra/aws/call-meter.ts';
import { segmentFormat } from '../../../infra/search/segment-file.ts';
import type { TableClient } from '../../../infra/store/calls.ts';
import { createRecordReader } from '../../../infra/store/record-reader.ts';
import { createRecordWriter } from '../../../infra/store/record-writer.ts';
import type { ReportRecord } from '../../../schema/record/report.ts';
import { buildHead } from '../../support/build-head.ts';
import { buildAgency, buildRecord } from '../../support/build-record.ts';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';
import { storeNumbered } from './numbered-reports.ts';

const neijiang = buildAgency('内江市人民政府', '511000');
const zigong = buildAgency('自贡市人民政府', '510300');
const bureau = { ...buildAgency('内江市教育局', '511000') };

const question = `query ($text: String!, $filter: SearchFilter, $first: Int, $after: String) {
  search(text: $text, filter: $filter, first: $first, after: $after) {
    totalCount
    coverage { reports searched withoutText inDoubt left askAfterMilliseconds }
    pageInfo { hasNextPage endCursor }
    nodes {
      report { year version agency { name } }
      section { key ordinal heading text }
      sentenceCount
      sentences { text offset words { offset length } }
    }
  }
}`;

let aws: TestAws;
let table: TableClient;
let folder: string;
let server: GraphqlServer;
let folders = 0;

beforeAll(async () => {
  aws = await startTestAws();
});
afterAll(() => aws.close());
beforeEach(async () => {
  table = await aws.newTable();
  folders += 1;
  folder = path.join(aws.dataDir, `search-${folders}`);
  server = await serve();
});

/** A process of its own, that has read nothing. */
async function serve(env: object = { SEARCH_FOLDER: folder }): Promise<GraphqlServer> {
  const reader = createRecordReader(table);
  const { search, close } = await openTextSearch({ ...env }, reader, (error) => failures.push(error));
  onTestFinished(close);
  return createGraphqlServer({
    ...{ reader, rules: [], textSearch: async () => search },
    logError: (error) => expect.fail(String(error)),
  });
}

const failures: unknown[] = [];

async function store(record: ReportRecord, version = `v${record.year}`, second = 1) {
  const head = buildHead(record, { version, second });
  await createRecordWriter(table).change((writes) => writes.putRecord(head, record));
  return head;
}

const storeMany = (count: number) => storeNumbered(table, { count, year: 2021 });

const ask = (text: string, variables: object = {}, of = server) => send(question, { text, ...variables }, of);

async function send(query: string, variables: object = {}, of = server) {
  const body = JSON.stringify({ query, variables });
  const headers = { 'content-type': 'application/json' };
  // Whatever it is, the test says what it expects of it.
  return (await of.fetch('http://localhost/graphql', { method: 'POST', headers, body })).json();
}

/** Asks as somebody does who is told to ask again. */
async function askUntilWhole(text: string, variables: object = {}) {
  for (;;) {
    const answer = await ask(text, variables);
    if (answer.data.search.coverage.left === 0) return answer;
    expect(answer.data.search.coverage.askAfterMilliseconds).toBe(1000);
    await sleep(20);
  }
}

const names = ({ data }: Awaited<ReturnType<typeof ask>>): string[] =>
  data.search.nodes.map(
    ({ report }: { report: { year: number; agency: { name: string } } }) => `${report.agency.name} ${report.year}`,
  );

describe('a search', () => {
  beforeEach(async () => {
    await store(
      buildRecord({ agency: neijiang, year: 2020, text: '一是建立台账。\n二是推行帮办代办;全年帮办代办12件。' }),
    );
    await store(buildRecord({ agency: neijiang, year: 2021, text: '推行幫辦代辦服務。' }));
    await store(buildRecord({ agency: zigong, year: 2021, text: '没有推行。' }));
    const sections = [{ ordinal: 5, key: 'problemsAndImprovements' as const, heading: '问题', text: '帮办代办不够。' }];
    await store(buildRecord({ agency: bureau, year: 2021, change: { preamble: '', sections } }));
  });

  it('gives sentences as printed with what was found, newest years first', async () => {
    const { data } = await ask('帮办代办');
    expect(data.search.coverage).toEqual({
      reports: 4,
      searched: 4,
      withoutText: 0,
      inDoubt: 0,
      left: 0,
      askAfterMilliseconds: null,
    });
    expect(names({ data })).toEqual(['内江市人民政府 2021', '内江市教育局 2021', '内江市人民政府 2020']);
    expect(data.search.nodes[0].sentences).toEqual([
      { text: '推行幫辦代辦服務。', offset: 0, words: [{ offset: 2, length: 4 }] },
    ]);
    expect(data.search.nodes[1].section).toMatchObject({ key: 'problemsAndImprovements', ordinal: 5 });
    expect(data.search.nodes[2].sentenceCount).toBe(2);
    expect(data.search.nodes[2].sentences.map(({ text }: { text: string }) => text)).toEqual([
      '二是推行帮办代办;',
      '全年帮办代办12件。',
    ]);
  });

  it.each([
    [{ year: 2020 }, ['内江市人民政府 2020'], 1],
    [{ years: [2020, 2021], division: '5103' }, [], 1],
    [{ sections: ['overview'] }, ['内江市人民政府 2021', '内江市人民政府 2020'], 4],
    [{ type: 'education' }, ['内江市教育局 2021'], 1],
    [{ agencyId: neijiang.id }, ['内江市人民政府 2021', '内江市人民政府 2020'], 2],
    [{ year: 1999 }, [], 0],
  ])('is of the reports that %o lets through', async (filter, found, reports) => {
    const answer = await ask('帮办代办', { filter });
    expect(names(answer)).toEqual(found);
    expect(answer.data.search.coverage).toMatchObject({ reports, searched: reports, left: 0 });
  });

  it('finds what stands before the first section, unless sections are asked for', async () => {
    const { data } = await ask('编制 自贡');
    expect(data.search.nodes).toMatchObject([{ section: null, sentences: [{ text: '本报告由自贡市人民政府编制。' }] }]);
    expect(names(await ask('编制', { filter: { sections: ['overview'] } }))).toEqual([]);
  });

  it('goes on where a page ended', async () => {
    const first = await ask('帮办代办', { first: 2 });
    expect(first.data.search).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const second = await ask('帮办代办', { first: 2, after: first.data.search.pageInfo.endCursor });
    expect(names(second)).toEqual(['内江市人民政府 2020']);
    const other = await ask('推行', { after: first.data.search.pageInfo.endCursor });
    expect(other.errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });

  it.each(['', '办', '。', '"', '\u0000', '𠮷', 'x'.repeat(10_000)])('refuses %s in two languages', async (text) => {
    const { errors } = await ask(text);
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument: 'text' } });
    expect(errors[0].message).toMatch(/[a-z]. .*\p{Script=Han}/u);
  });

  it.each(["'; DROP TABLE words; --", 'words MATCH "x"', '* OR *', '帮办 NEAR/2 代办', '{a b}:c', '\\'])(
    'takes %s for words',
    async (text) => {
      const { data, errors } = await ask(text);
      if (errors === undefined) expect(data.search.totalCount).toBe(0);
      else expect(errors[0].extensions.code).toBe('BAD_USER_INPUT');
    },
  );

  it('says nothing in an agency’s name that may be another’s', async () => {
    const finding = {
      rule: 'identity.agency',
      severity: 'error' as const,
      cells: [],
      expected: null,
      actual: null,
      message: { zh: '', en: '' },
      cause: 'source' as const,
    };
    await store(
      buildRecord({ agency: zigong, year: 2020, text: '帮办代办', change: { outcome: 'held', findings: [finding] } }),
    );
    const answer = await ask('帮办代办', { filter: { division: '5103' } });
    expect(names(answer)).toEqual([]);
    expect(answer.data.search.coverage).toMatchObject({ reports: 2, searched: 1, inDoubt: 1, left: 0 });
  });

  it('counts reports that have no text', async () => {
    await store(buildRecord({ agency: zigong, year: 2019, text: '', change: { preamble: ' \n' } }));
    const { data } = await ask('帮办', { filter: { year: 2019 } });
    expect(data.search).toMatchObject({ totalCount: 0, coverage: { reports: 1, searched: 1, withoutText: 1 } });
  });

  it('reads few reports without an index', async () => {
    await ask('帮办代办');
    expect(await readdir(folder).catch(() => [])).toEqual([]);
  });
});

describe('an index', () => {
  it('is made of a year with many reports, and says the same as reading them', async () => {
    await storeMany(230);
    const first = await ask('群众来访 7件');
    expect(first.data.search.coverage).toMatchObject({ reports: 230, searched: 200, left: 30 });
    expect(first.extensions.notices).toMatchObject([{ code: 'SEARCH_UNFINISHED' }]);
    const whole = await askUntilWhole('群众来访 7件');
    expect(names(whole)).toEqual(['第7局 2021']);
    expect(whole.extensions.notices).toBeUndefined();
    expect((await ask('申请2')).data.search.totalCount).toBe(1);
    expect((await ask('受理申请')).data.search.totalCount).toBe(230);
    expect(failures).toEqual([]);

    await store(buildRecord({ agency: buildAgency('第7局'), year: 2021, text: '改了。' }), 'newer', 5);
    const changed = await ask('群众来访 7件');
    expect(changed.data.search).toMatchObject({ totalCount: 0, coverage: { searched: 230, left: 0 } });
    expect(names(await ask('改了'))).toEqual(['第7局 2021']);

    const before = buildRecord({
      agency: buildAgency('第8局'),
      year: 2020,
      text: '依法办理政府信息公开申请,接待群众来访。',
    });
    await store(before);
    const reuse = `{ agency(id: "${buildAgency('第8局').id}") { year(year: 2021) { section(key: overview) { reuse { sentences repeated setPhrases share repeats { others } } } } } }`;
    expect((await send(reuse)).data.agency.year.section.reuse).toEqual({
      ...{ sentences: 1, repeated: 1, setPhrases: 1, share: null },
      repeats: [{ others: 228 }],
    });

    // Another process opens what this one made; it reads the one report that is newer.
    const other = await serve();
    expect((await ask('受理申请', {}, other)).data.search).toMatchObject({ totalCount: 229, coverage: { left: 0 } });
    // A file that is none is no reason to fail: the reports are read, and the index is made again.
    await writeFile(path.join(folder, `${segmentFormat}-2021-9.sqlite`), 'nonsense');
    const misled = await serve();
    expect((await ask('受理申请', {}, misled)).data.search.coverage).toMatchObject({ searched: 200, left: 31 });
    expect(failures.splice(0)).toHaveLength(1);
  });

  it('leaves what it cannot search unsaid where there is none', async () => {
    await storeMany(210);
    const without = await serve({});
    const { data, extensions } = await ask('受理申请', {}, without);
    expect(data.search).toMatchObject({ totalCount: 200, coverage: { left: 10, askAfterMilliseconds: null } });
    expect(extensions.notices).toMatchObject([{ code: 'SEARCH_NOT_INDEXED' }]);
  });

  it('costs a call a page, and answers that are not whole are not kept', async () => {
    await storeMany(210);
    const meter = attachCallMeter(table.dynamo);
    await askUntilWhole('群众来访', { filter: { year: 2021 } });
    meter.read();
    await ask('群众来访', { filter: { year: 2021 } });
    expect(meter.read().calls).toBeLessThanOrEqual(2);
  });
});
