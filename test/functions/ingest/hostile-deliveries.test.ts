import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRegister } from '../../../cli/register/read-register.ts';
import { ingest } from '../../../functions/ingest/ingest.ts';
import type { Parse } from '../../../functions/ingest/parsing-worker.ts';
import { createRawStore } from '../../../infra/aws/raw-store.ts';
import { createSemaphore } from '../../../infra/semaphore.ts';
import { createRecordReader } from '../../../infra/store/record-reader.ts';
import { createRecordWriter } from '../../../infra/store/record-writer.ts';
import { parseReport } from '../../../parser/parse-report.ts';
import { formById } from '../../../schema/law/forms/forms.ts';
import { aggregate } from '../../../schema/law/metrics/aggregate.ts';
import { metricByKey } from '../../../schema/law/metrics/metrics.ts';
import { calendarState, unmatchedReports } from '../../../schema/record/calendar.ts';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';
import { renderReport } from '../../support/render-report.ts';

let aws: TestAws;
beforeAll(async () => {
  aws = await startTestAws();
});
afterAll(() => aws.close());

/** A page as it is uploaded. */
interface Delivery {
  readonly agency: string;
  readonly year?: number;
  /** Applications that it received and granted. */
  readonly received?: number;
  /** What stands in each row of table two but the regulations'. */
  readonly disclosed?: number;
  readonly title?: string;
  readonly publishedOn?: string;
  /** A sentence of its overview, and its last lines. */
  readonly sentence?: string;
  readonly end?: string;
  readonly key?: string;
  readonly metadata?: Record<string, string>;
}

const form = formById('2021');
const cells = form.tables.flatMap(({ key, blocks }) =>
  blocks.flatMap(({ rows, columns }) =>
    rows.flatMap((row) => columns.map((column) => `${key}.${row.key}.${column.key}`)),
  ),
);

function pageOf({ agency, year = 2022, received = 12, disclosed = 31, ...said }: Delivery): string {
  const counted = /^applications\.(?:newlyReceived|granted|processed)\.(?:naturalPerson|total)$/;
  const table2 = /^proactiveDisclosure\..+\.(?:decisions|(?<=normativeDocuments\.)(?:issued|inForce))$/;
  const figure = (path: string) => {
    if (table2.test(path)) return disclosed;
    return counted.test(path) ? received : 0;
  };
  const printed = new Map(cells.map((path) => [path, String(figure(path))]));
  const heading = `${agency}${year}年政府信息公开工作年度报告`;
  const day = said.publishedOn === undefined ? '' : `<p>发布时间:${said.publishedOn}</p>`;
  return renderReport({ form, agency, year, printed }, 'html')
    .replaceAll(heading, said.title ?? heading)
    .replace('</h1>', `</h1>${day}`)
    .replace('本部分说明overview', `${said.sentence ?? ''}本部分说明overview`)
    .replace(
      '</div>',
      `${(said.end ?? '')
        .split('\n')
        .map((line) => `<p>${line}</p>`)
        .join('')}</div>`,
    );
}

const parse: Parse = async (bytes, hints) => ({ state: 'parsed', records: await parseReport(bytes, hints) });

/** What readers find after these were uploaded, and the calendar of registered organs. */
async function delivered(deliveries: readonly Delivery[], register: readonly string[] = []) {
  const table = await aws.newTable();
  const ports = {
    ...{ raw: createRawStore(aws.s3, 1_000_000), records: createRecordWriter(table), parse },
    ...{ inTurn: createSemaphore(1), parserVersion: '1.0.0', now: () => Date.UTC(2026, 0, 1) },
  };
  const outcomes: string[] = [];
  for (const [index, delivery] of deliveries.entries()) {
    await aws.upload(`raw/${delivery.key ?? `${index}.html`}`, pageOf(delivery), delivery.metadata);
    outcomes.push((await ingest(await aws.nextNotice(), ports)).outcome);
  }
  const reader = createRecordReader(table);
  const lists = reader.lists({ current: true });
  const [{ lines: reports }, { lines: undecided }] = [await lists.reports(2022), await lists.undecided()];
  const agencies = await Promise.all(reports.map(({ agencyId }) => reader.agencyWithHeads(agencyId)));
  const file = new TextEncoder().encode(`name\n${register.join('\n')}\n`);
  const { statements } = readRegister(file, { provinceCode: '51', recordedAt: '2026-01-01T00:00:00.000Z' });
  const unmatched = unmatchedReports(reports, new Map(statements.map((each) => [each.id, each])));
  const stateOf = (registered: (typeof statements)[number]) =>
    calendarState({
      ...{ year: 2022, today: '2026-01-01', registered, unmatched, undecided },
      report: reports.find(({ agencyId }) => agencyId === registered.id),
    });
  return {
    outcomes,
    agencies: reports.map(({ agencyName }) => agencyName),
    said: agencies
      .flatMap((agency) => agency?.comparisons ?? [])
      .flatMap(({ findings }) => findings.map(({ rule }) => rule)),
    late: reports.some(({ rules }) => rules['identity.late'] !== undefined),
    sum: aggregate(metricByKey('applicationsReceived'), reports, 1).together().sum,
    calendar: statements.map(stateOf),
  };
}

const finance: Delivery = { agency: '内江市财政局', publishedOn: '2023-01-12' };

describe('nobody is said to have changed a figure', () => {
  it('whose report another agency’s page bears the title of', async () => {
    const other = { ...finance, received: 3, end: '内江市教育局\n2023年1月13日' };
    expect(await delivered([finance, other])).toMatchObject({
      outcomes: ['published', 'held'],
      said: [],
      sum: 12,
    });
  });

  it('where two documents were uploaded under one key and hardly share a figure', async () => {
    const [key, other] = ['a/index.html', { ...finance, received: 99, disclosed: 1 }];
    expect(
      (
        await delivered([
          { ...finance, key },
          { ...other, key },
        ])
      ).said,
    ).toEqual([]);
    const metadata = { 'source-url': 'http://www.neijiang.gov.cn/a.html' };
    expect(
      (
        await delivered([
          { ...finance, metadata },
          { ...other, metadata },
        ])
      ).said,
    ).toEqual(['report.changed-after-publication']);
  });
});

describe('nobody is late', () => {
  it('by the day of a corrected edition', async () => {
    const corrected = {
      ...finance,
      title: '内江市财政局2022年政府信息公开工作年度报告(更正版)',
      publishedOn: '2023-06-12',
    };
    expect(await delivered([corrected], ['内江市财政局'])).toMatchObject({ late: false, calendar: ['dateUnknown'] });
    expect(await delivered([{ ...finance, publishedOn: '2023-06-12' }], ['内江市财政局'])).toMatchObject({
      ...{ late: true, calendar: ['late'] },
    });
  });

  it('or in time by that of a model', async () => {
    const model = { ...finance, title: '(样表)内江市财政局2022年政府信息公开工作年度报告' };
    expect(await delivered([model], ['内江市财政局'])).toMatchObject({ outcomes: ['held'], calendar: ['undecided'] });
  });
});

describe('nobody is not found', () => {
  it.each<[string, Delivery, string[], string[]]>([
    [
      'whose report was published under two names',
      { agency: '内江市财政局、国家税务总局内江市税务局' },
      ['国家税务总局内江市税务局', '内江市审计局'],
      ['undecided', 'notFound'],
    ],
    [
      'whose report lacks its place',
      { agency: '市财政局' },
      ['内江市财政局', '内江市审计局'],
      ['undecided', 'notFound'],
    ],
    [
      'whom the sender names',
      { ...finance, metadata: { agency: encodeURIComponent('内江市教育局') } },
      ['内江市教育局', '内江市审计局'],
      ['undecided', 'notFound'],
    ],
    [
      'whom the file’s name names',
      { ...finance, key: '内江市教育局2022年政府信息公开工作年度报告.html' },
      ['内江市教育局', '内江市审计局'],
      ['undecided', 'notFound'],
    ],
    [
      'who is registered under a fuller name',
      { agency: '内江经开区党工委、管委会' },
      ['内江经济技术开发区管理委员会', '内江市财政局'],
      ['unknown', 'notFound'],
    ],
    [
      'who was called otherwise',
      { agency: '内江市教育局' },
      ['内江市教育和体育局', '内江市审计局'],
      ['unknown', 'notFound'],
    ],
  ])('%s', async (_, delivery, register, states) => {
    expect((await delivered([delivery], register)).calendar).toEqual(states);
  });
});

describe('no part is added to its whole', () => {
  it('a branch beside its bureau, a town and a bureau beside their county, a county beside its city', async () => {
    const [bureau, branch] = [
      { agency: '内江市公安局', received: 30 },
      { agency: '内江市公安局东兴区分局', received: 10 },
    ];
    expect(await delivered([bureau, branch])).toMatchObject({ sum: 30 });
    const parts = [
      { agency: '威远县严陵镇人民政府', received: 5 },
      { agency: '威远县教育局', received: 8 },
      { agency: '威远县人民政府', received: 50, sentence: '全县共收到政府信息公开申请50件。' },
    ];
    expect((await delivered(parts)).sum).toBe(50);
    const city = { agency: '内江市', received: 300, sentence: '全市共收到政府信息公开申请300件。' };
    const tax = { agency: '国家税务总局威远县税务局', received: 2 };
    expect((await delivered([...parts, city, tax])).sum).toBe(302);
  });

  it('two names of one agency are one report', async () => {
    const copies = await delivered([{ agency: '内江市市场监管局' }, { agency: '內江市市場監督管理局' }]);
    expect([copies.agencies.length, copies.said, copies.sum]).toEqual([1, [], 12]);
  });
});
