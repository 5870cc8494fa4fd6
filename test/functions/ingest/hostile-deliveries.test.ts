import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRegister } from '../../../cli/register/read-register.ts';
import { divisionFeed } from '../../../functions/export/feed.ts';
import { ingest } from '../../../functions/ingest/ingest.ts';
import type { Parse } from '../../../functions/ingest/parsing-worker.ts';
import type { ObjectNotice } from '../../../functions/ingest/s3-event.ts';
import { createRawStore } from '../../../infra/aws/raw-store.ts';
import { createSemaphore } from '../../../infra/semaphore.ts';
import { createRecordReader } from '../../../infra/store/record-reader.ts';
import { createRecordWriter } from '../../../infra/store/record-writer.ts';
import { parseReport } from '../../../parser/parse-report.ts';
import { formById } from '../../../schema/law/forms/forms.ts';
import { aggregate } from '../../../schema/law/metrics/aggregate.ts';
import { metricByKey } from '../../../schema/law/metrics/metrics.ts';
import { calendarState, unmatchedReports } from '../../../schema/record/calendar.ts';
import { noDenominators } from '../../../schema/record/denominator.ts';
import '../../support/fixed-seed.ts';
import { startTestAws, type TestAws } from '../../support/local-aws.ts';
import { renderReport } from '../../support/render-report.ts';
import { shuffled } from '../../support/shuffled.ts';

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

/** A page is read once, however many tables it is stored in. */
const readings = new Map<string, ReturnType<typeof parseReport>>();

const parse: Parse = async (bytes, hints) => {
  const name = JSON.stringify([createHash('sha256').update(bytes).digest('hex'), hints]);
  const reading = readings.get(name) ?? parseReport(bytes, hints);
  readings.set(name, reading);
  return { state: 'parsed', records: await reading };
};

/** Puts documents into the bucket, one after the other. */
async function upload(deliveries: readonly Delivery[]): Promise<ObjectNotice[]> {
  const notices: ObjectNotice[] = [];
  for (const [index, delivery] of deliveries.entries()) {
    await aws.upload(`raw/${delivery.key ?? `${index}.html`}`, pageOf(delivery), delivery.metadata);
    notices.push(await aws.nextNotice());
  }
  return notices;
}

/** What readers find after these were uploaded, and the calendar of registered organs. */
async function delivered(deliveries: readonly Delivery[], register: readonly string[] = []) {
  return await ingested(await upload(deliveries), register);
}

/** The same after these uploads were delivered to the function that ingests, in this order. */
async function ingested(notices: readonly ObjectNotice[], register: readonly string[] = []) {
  const table = await aws.newTable();
  const ports = {
    ...{ raw: createRawStore(aws.s3, 1_000_000), records: createRecordWriter(table), parse },
    ...{ inTurn: createSemaphore(1), parserVersion: '1.0.0', now: () => Date.UTC(2026, 0, 1) },
  };
  const outcomes: string[] = [];
  for (const notice of notices) outcomes.push((await ingest(notice, ports)).outcome);
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
  const together = aggregate(
    metricByKey('applicationsReceived'),
    { heads: reports, denominators: noDenominators },
    1,
  ).together();
  return {
    outcomes,
    agencies: reports.map(({ agencyName }) => agencyName),
    said: agencies
      .flatMap((agency) => agency?.comparisons ?? [])
      .flatMap(({ findings }) => findings.map(({ rule }) => rule)),
    late: reports.some(({ rules }) => rules['identity.late'] !== undefined),
    sum: together.sum,
    exceeded: together.exceeded.map(({ whole }) => whole.agencyName),
    calendar: statements.map(stateOf),
    feed: await divisionFeed(reader, '511000'),
    contents: { reports, agencies, undecided },
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

/** What may be said of several documents, each a case that could accuse somebody falsely. */
interface Scenario {
  readonly deliveries: readonly Delivery[];
  readonly register?: readonly string[];
  readonly want: Partial<Awaited<ReturnType<typeof ingested>>>;
}

const city = { agency: '内江市人民政府', received: 300, publishedOn: '2023-03-20' } satisfies Delivery;
const cityWhole = { ...city, sentence: '全市共收到政府信息公开申请300件。' };
const county = { agency: '威远县人民政府', received: 50, publishedOn: '2023-03-21' } satisfies Delivery;
const countyWhole = { ...county, sentence: '全县共收到政府信息公开申请50件。' };
const countyLevel = { ...county, received: 20, sentence: '县本级共收到政府信息公开申请20件。' };
const town = { agency: '威远县严陵镇人民政府', received: 5, publishedOn: '2023-01-10' } satisfies Delivery;
const school = { agency: '威远县教育局', received: 8, publishedOn: '2023-01-11' } satisfies Delivery;
const draft = {
  ...finance,
  received: 99,
  disclosed: 3,
  title: '内江市财政局2022年政府信息公开工作年度报告(征求意见稿)',
};
const slip = {
  ...finance,
  received: 77,
  title: '内江市财政局2021年政府信息公开工作年度报告',
  sentence: '2022年,我局主动公开信息。',
};

const scenarios: Record<string, Scenario> = {
  'a page and its copy elsewhere': {
    deliveries: [finance, { ...finance, key: 'b/copy.html', publishedOn: '2023-08-01' }],
    register: ['内江市财政局'],
    want: { said: [], sum: 12, late: false, calendar: ['inTime'] },
  },
  'a copy that was put up before the page was found': {
    deliveries: [{ ...finance, publishedOn: '2023-08-01' }, finance],
    register: ['内江市财政局'],
    want: { said: [], sum: 12, late: false, calendar: ['inTime'] },
  },
  'a draft before the report': { deliveries: [draft, finance], want: { said: [], sum: 12, late: false } },
  'a draft after the report, and dated later': {
    deliveries: [finance, { ...draft, publishedOn: '2023-02-01' }],
    register: ['内江市财政局'],
    want: { said: [], sum: 12, late: false, calendar: ['inTime'] },
  },
  'a late draft alone': {
    deliveries: [{ ...draft, publishedOn: '2023-06-01' }],
    register: ['内江市财政局'],
    want: { said: [], late: false, calendar: ['undecided'], sum: null, feed: null },
  },
  'last year’s title left in': {
    deliveries: [finance, slip],
    register: ['内江市财政局'],
    want: { outcomes: ['published', 'held'], said: [], sum: 12, calendar: ['inTime'] },
  },
  'another’s signature under the title, after the report': {
    deliveries: [finance, { ...finance, received: 3, disclosed: 1, end: '内江市教育局\n2023年1月13日' }],
    want: { outcomes: ['published', 'held'], said: [], sum: 12 },
  },
  'another’s signature under the title, before the report': {
    deliveries: [{ ...finance, received: 3, disclosed: 1, end: '内江市教育局\n2023年1月13日' }, finance],
    want: { outcomes: ['held', 'published'], said: [], sum: 12 },
  },
  'the whole area’s figures and the level’s': {
    deliveries: [countyWhole, { ...countyLevel, key: 'level.html' }],
    want: { said: ['report.read-otherwise'], exceeded: [] },
  },
  'a city and its counties, whole areas': {
    deliveries: [cityWhole, countyWhole, { ...countyWhole, agency: '资中县人民政府' }],
    want: { sum: 300, exceeded: [] },
  },
  'a city of less than one of its counties': {
    deliveries: [{ ...cityWhole, received: 30, sentence: '全市共收到政府信息公开申请30件。' }, countyWhole],
    want: { sum: 30, exceeded: ['内江市人民政府'] },
  },
  'a city that does not say whose figures it gives': {
    deliveries: [{ ...city, received: 30 }, countyWhole],
    want: { sum: null, exceeded: [] },
  },
  'a city’s own level and a county': {
    deliveries: [{ ...city, received: 30, sentence: '市本级共收到政府信息公开申请30件。' }, countyWhole],
    want: { sum: 80, exceeded: [] },
  },
  'a county’s level, its bureau and its town': {
    deliveries: [countyLevel, school, town],
    want: { sum: 25, exceeded: [] },
  },
  'a county’s level of less than its bureau': {
    deliveries: [{ ...countyLevel, received: 2, sentence: '县本级共收到政府信息公开申请2件。' }, school],
    want: { sum: 2, exceeded: ['威远县人民政府'] },
  },
  'a county that speaks of its city’s level': {
    deliveries: [{ ...county, received: 2, sentence: '市本级共收到政府信息公开申请2件。' }, school],
    want: { sum: null, exceeded: [] },
  },
  'a county and an organ of the nation in it': {
    deliveries: [
      { ...countyWhole, received: 1, sentence: '全县共收到政府信息公开申请1件。' },
      { agency: '国家税务总局威远县税务局', received: 4 },
    ],
    want: { sum: 5, exceeded: [] },
  },
  'a bureau and its office in a district': {
    deliveries: [
      { agency: '内江市公安局', received: 3 },
      { agency: '内江市公安局东兴区分局', received: 10 },
    ],
    want: { sum: 3, exceeded: [] },
  },
  'two bureaus of one name in a city and its county': {
    deliveries: [{ agency: '内江市教育局', received: 3 }, school],
    want: { sum: 11, exceeded: [], said: [] },
  },
  'a party office and the register': {
    deliveries: [{ agency: '威远县委办公室' }],
    register: ['威远县人民政府办公室', '威远县教育局'],
    want: { outcomes: ['held'], calendar: ['undecided', 'notFound'], sum: null },
  },
  'a report without its place beside two that have theirs': {
    deliveries: [{ agency: '财政局', received: 4 }, finance],
    register: ['内江市财政局', '威远县财政局'],
    want: { outcomes: ['held', 'published'], calendar: ['inTime', 'undecided'], sum: 12 },
  },
  'an organ under its former name and its new one': {
    deliveries: [{ agency: '内江市教育局' }, { agency: '内江市教育和体育局', received: 20 }],
    want: { said: [], sum: 32 },
  },
  'a contraction and the whole name': {
    deliveries: [{ agency: '木里县教育局' }, { agency: '木里藏族自治县教育局', key: 'whole.html' }],
    want: { said: [], sum: 12 },
  },
  'a correction that says so': {
    deliveries: [
      finance,
      {
        ...finance,
        received: 13,
        title: '内江市财政局2022年政府信息公开工作年度报告(更正版)',
        publishedOn: '2023-06-12',
      },
    ],
    register: ['内江市财政局'],
    want: { said: ['report.changed-after-publication'], late: false, calendar: ['inTime'], sum: 13 },
  },
  'two reports of one organ’s two years': {
    deliveries: [
      { ...finance, disclosed: 0 },
      { ...finance, disclosed: 0, year: 2021, publishedOn: '2022-01-12' },
    ],
    want: { said: [], sum: 12 },
  },
  'a year in doubt beside a certain one': {
    deliveries: [finance, { ...slip, received: 12, disclosed: 31 }],
    want: { said: [], sum: 12 },
  },
  'a report late by its only date': {
    deliveries: [{ ...finance, publishedOn: '2023-06-12' }],
    register: ['内江市财政局'],
    want: { late: true, calendar: ['late'] },
  },
  'a report of another’s title that is late': {
    deliveries: [{ ...finance, publishedOn: '2023-06-12', end: '内江市教育局\n2023年6月12日' }],
    register: ['内江市财政局', '内江市教育局'],
    want: { late: false, calendar: ['undecided', 'undecided'] },
  },
  'a report whose date is within its year': {
    deliveries: [{ ...finance, publishedOn: '2022-12-28' }],
    register: ['内江市财政局'],
    want: { outcomes: ['published'], late: false, calendar: ['dateUnknown'] },
  },
  'a report received with the name of another sender': {
    deliveries: [
      { ...finance, metadata: { agency: encodeURIComponent('威远县财政局') } },
      { ...finance, agency: '威远县财政局', received: 2 },
    ],
    want: { outcomes: ['held', 'published'], said: [], sum: 2 },
  },
};

/** The same, written after the others were right. */
const furtherScenarios: Record<string, Scenario> = {
  'a county of today and of before it was a city': {
    deliveries: [
      { agency: '隆昌县财政局', disclosed: 0, year: 2021 },
      { agency: '隆昌市财政局', disclosed: 0 },
    ],
    register: ['隆昌市财政局'],
    want: { said: [], sum: 12, calendar: ['dateUnknown'] },
  },
  'an undated copy and a late one': {
    deliveries: [
      { ...finance, publishedOn: '2023-06-01' },
      { agency: '内江市财政局', key: 'undated.html' },
    ],
    register: ['内江市财政局'],
    want: { said: [], sum: 12, calendar: ['late'] },
  },
  'a correction before the page, the page after': {
    deliveries: [
      {
        ...finance,
        received: 13,
        title: '内江市财政局2022年政府信息公开工作年度报告(更正版)',
        publishedOn: '2023-06-12',
      },
      finance,
    ],
    register: ['内江市财政局'],
    want: { said: ['report.changed-after-publication'], late: false, calendar: ['inTime'], sum: 13 },
  },
  'a zone, its city and a bureau of the zone': {
    deliveries: [
      { agency: '内江经济技术开发区管理委员会', received: 9 },
      { agency: '内江经济技术开发区财政局', received: 4 },
      { ...city, received: 30, sentence: '市本级共收到政府信息公开申请30件。' },
    ],
    want: { exceeded: [] },
  },
  'a city’s office on itself and the city': {
    deliveries: [{ agency: '内江市人民政府办公室', received: 6, sentence: '我办收到政府信息公开申请6件。' }, cityWhole],
    want: { sum: 300, exceeded: [], said: [] },
  },
  'a city’s parties and departments': {
    deliveries: [{ agency: '内江市委宣传部', received: 6 }, cityWhole],
    register: ['内江市人民政府', '内江市委宣传部'],
    want: { outcomes: ['held', 'published'], sum: 300, calendar: ['inTime', 'undecided'] },
  },
  'a forwarded report and its own': {
    deliveries: [
      { ...finance, title: '关于转发《内江市财政局2022年政府信息公开工作年度报告》的通知', received: 44, disclosed: 2 },
      finance,
    ],
    want: { said: [], sum: 12 },
  },
  'a hospital beside its city': {
    deliveries: [{ agency: '内江市第一人民医院', received: 1 }, cityWhole],
    want: { sum: 301, exceeded: [] },
  },
  'two districts of one name': {
    deliveries: [
      { agency: '市中区财政局', received: 2 },
      { agency: '内江市市中区财政局', received: 5 },
    ],
    want: { said: [], sum: 7 },
  },
  'a report that names another year in its words': {
    deliveries: [
      finance,
      { ...finance, received: 40, sentence: '现将内江市财政局2020年政府信息公开年度报告公布如下。' },
    ],
    want: { outcomes: ['published', 'held'], said: [], sum: 12 },
  },
  'a county that lies in the other’s name': {
    deliveries: [
      { agency: '贡井区人民政府', received: 70 },
      { agency: '自贡市贡井区人民政府', received: 70, key: 'long.html' },
    ],
    want: { said: [], sum: 70 },
  },
  'an agency that the sender names by its host': {
    deliveries: [{ ...finance, metadata: { agency: encodeURIComponent('内江市人民政府') } }],
    register: ['内江市财政局', '内江市人民政府'],
    want: { outcomes: ['published'], calendar: ['inTime', 'notFound'], sum: 12 },
  },
  // Half a year's is not the annual report.
  'a report of half a year': {
    deliveries: [{ ...finance, title: '内江市财政局2022年上半年政府信息公开工作报告' }],
    register: ['内江市财政局'],
    want: { late: false, calendar: ['notFound'], sum: null },
  },
  'a year of which only a report in doubt is there, between two': {
    deliveries: [
      { ...finance, year: 2021, publishedOn: '2022-01-12' },
      { ...finance, received: 80, end: '内江市教育局\n2023年1月13日' },
      { ...finance, year: 2023, publishedOn: '2024-01-12' },
    ],
    want: { said: [], sum: null },
  },
  'a branch of a national organ and the bureau called alike': {
    deliveries: [
      { agency: '国家税务总局内江市税务局', received: 2 },
      { agency: '内江市税务局', received: 2, key: 'short.html' },
    ],
    want: { said: [], sum: 2 },
  },
};

describe('of several documents nothing false is said', () => {
  it.each(Object.entries({ ...scenarios, ...furtherScenarios }))(
    '%s',
    async (_, { deliveries, register = [], want }) => {
      expect(await delivered(deliveries, register)).toMatchObject(want);
    },
  );
});

describe('whatever the order in which uploads are ingested', () => {
  it('records, calendar, findings, sums and news are the same', async () => {
    const deliveries = [
      finance,
      draft,
      slip,
      cityWhole,
      countyLevel,
      school,
      town,
      ...(scenarios['a correction that says so']?.deliveries ?? []),
    ];
    const distinct = deliveries.map((delivery, index) => ({ ...delivery, key: `order/${index}.html` }));
    const notices = await upload([
      ...distinct,
      { ...finance, year: 2021, publishedOn: '2022-01-12', key: 'order/2021.html' },
    ]);
    const register = ['内江市财政局', '内江市审计局', '威远县教育局'];
    const { outcomes: _, ...expected } = await ingested(notices, register);
    expect(expected.feed).toContain('公布后有改动');
    const order = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      ...{ minLength: notices.length, maxLength: notices.length },
    });
    await fc.assert(
      fc.asyncProperty(order, async (each) => {
        const { outcomes: __, ...found } = await ingested(shuffled(notices, each), register);
        expect(found).toEqual(expected);
      }),
      { numRuns: 5 },
    );
  }, 240_000);
});
