import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReportRecord } from '../../../schema/record/report.ts';
import { buildHead } from '../../support/build-head.ts';
import { buildAgency, buildRecord } from '../../support/build-record.ts';
import { type StoredApi, startStoredApi } from '../graphql/stored-api.ts';

const neijiang = buildAgency('内江市人民政府', '511000');
const question = `query ($id: ID!, $year: Int!, $first: Int) { agency(id: $id) { year(year: $year) { section(key: overview) {
  reuse { before { year } sentences repeated setPhrases share repeats(first: $first) { text offset others } } } } } }`;

const setPhrase = '本年度认真贯彻落实政府信息公开条例。';
const own = '在政务服务大厅设立帮办代办窗口12个。';

let api: StoredApi;
beforeAll(async () => {
  api = await startStoredApi();
  await store(
    buildRecord({ agency: neijiang, year: 2020, text: `${setPhrase}${own}\n全年受理政府信息公开申请34件。` }),
  );
  await store(
    buildRecord({
      agency: neijiang,
      year: 2021,
      text: `总体情况:${own}\n${setPhrase}全年受理政府信息公开申请35件;${own}共3件。`,
    }),
  );
  for (let number = 0; number < 10; number += 1)
    await store(
      buildRecord({
        agency: buildAgency(`第${number}局`),
        year: 2021,
        text: `一、${setPhrase}另有帮办代办窗口${number}个,接待群众来访。`,
      }),
    );
});
afterAll(() => api.close());

async function store(record: ReportRecord) {
  const head = buildHead(record, { version: `v${record.year}` });
  await api.writer.change((writes) => writes.putRecord(head, record));
}

const reuseOf = async (year: number, variables: object = {}) =>
  (await api.ask(question, { id: neijiang.id, year, ...variables })).data.agency.year.section.reuse;

it('tells what of a section stands in the report of the year before, set phrases aside', async () => {
  expect(await reuseOf(2021)).toEqual({
    before: { year: 2020 },
    // The first begins with other words than in the year before; figures count, and what is short does not.
    sentences: 4,
    repeated: 2,
    setPhrases: 1,
    share: 1 / 3,
    repeats: [
      { text: setPhrase, offset: 25, others: 10 },
      { text: own, offset: 59, others: 0 },
    ],
  });
});

it('says nothing where there is no report of the year before, or it may be another’s', async () => {
  expect(await reuseOf(2020)).toBeNull();
  const finding = {
    ...{ rule: 'identity.agency', severity: 'error' as const, cells: [], expected: null, actual: null },
    ...{ message: { zh: '', en: '' }, cause: 'source' as const },
  };
  await store(
    buildRecord({ agency: neijiang, year: 2022, text: own, change: { outcome: 'held', findings: [finding] } }),
  );
  expect(await reuseOf(2022)).toBeNull();
});

it('refuses a number of sentences that none can have', async () => {
  const { errors } = await api.ask(question, { id: neijiang.id, year: 2021, first: 0 });
  expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
});
