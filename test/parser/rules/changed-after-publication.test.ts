import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../parser/parse-report.ts';
import { changedAfterPublication } from '../../../parser/rules/changed-after-publication.ts';
import type { Cell } from '../../../schema/record/cell.ts';
import type { Finding } from '../../../schema/record/finding.ts';
import type { ReportRecord } from '../../../schema/record/report.ts';
import { type Scope, unknownScope } from '../../../schema/record/scope.ts';
import { blankCell } from '../../support/build-record.ts';
import { corpusCases } from '../../support/corpus.ts';
import { reportOfYear } from '../../support/years.ts';

/** Table 三 of 内江市 2020, newly received and processed; the total of the second was 233 in the first of two versions. */
const neijiang = (processedTotal: number | Cell, change: Partial<ReportRecord> = {}) =>
  reportOfYear({
    year: 2020,
    rows: {
      'applications.newlyReceived': [215, 3, 1, 3, 2, 0, 224],
      'applications.processed': [225, 3, 1, 3, 2, 0, processedTotal],
    },
    change,
  });

const stating = (...values: number[]): Partial<ReportRecord> => ({
  indicators: values.map((value, index) => ({
    ...{ key: 'proactive.total', label: null, value, unit: '条', approximate: false },
    ...{ text: `公开${value}条`, section: 1, offset: index },
  })),
});

describe('a report changed after publication', () => {
  it('is a warning with the changed cells, and with both figures where it is one', () => {
    const [first, corrected] = ['2021-01-28', '2021-03-15'].map((publishedOn) => ({ publishedOn }));
    expect(changedAfterPublication(neijiang(233, first), neijiang(234, corrected))).toEqual({
      rule: 'report.changed-after-publication',
      severity: 'warning',
      cells: ['applications.processed.total'],
      expected: 233,
      actual: 234,
      message: {
        zh: '公布后有1个数字改动:“收到和处理政府信息公开申请情况 · (七)总计 · 总计” 233 → 234。',
        en: '1 figure was changed after publication: “Applications received and handled · Processed in total · Total” 233 → 234.',
      },
      cause: 'source',
      operands: [
        { path: 'applications.processed.total@before', printed: '233' },
        { path: 'applications.processed.total', printed: '234' },
      ],
    });
  });

  it.each([
    ['one of them has no date', null, '2021-03-15'],
    ['both have one date', '2021-01-28', '2021-01-28'],
    ['the dates tell otherwise', '2021-03-15', '2021-01-28'],
  ])('is not said to have come first or last where %s', (_, first, second) => {
    const [before, after] = [neijiang(233, { publishedOn: first }), neijiang(234, { publishedOn: second })];
    expect(changedAfterPublication(before, after)?.message).toEqual({
      zh: '公布的两份文件有1个数字不同,未注明孰先孰后:“收到和处理政府信息公开申请情况 · (七)总计 · 总计”本份234,另一份233。',
      en: 'Two documents were published of which 1 figure differs; they do not tell which came first: “Applications received and handled · Processed in total · Total” 234 here, 233 in the other.',
    });
  });

  it('is an info where only a sentence states another figure, and nothing where no figure differs', () => {
    expect(changedAfterPublication(neijiang(234, stating(10)), neijiang(234, stating(12)))?.severity).toBe('info');
    expect(changedAfterPublication(neijiang(234), neijiang(234))).toBeNull();
  });
});

const scoped = (scope: Scope, ofTable: Scope = scope): Partial<ReportRecord> => ({
  scopes: { report: { ...unknownScope, scope }, tables: { applications: { ...unknownScope, scope: ofTable } } },
});

it.each([
  ['a mark of correction', '内江市人民政府2020年政府信息公开工作年度报告（更正）'],
  ['another such mark', '内江市人民政府2020年政府信息公开工作年度报告修订版'],
  ['年度 for 年', '内江市人民政府2020年度政府信息公开工作年度报告'],
])('a change is told under a title with %s', (_, title) => {
  const before = neijiang(233, { title: '内江市人民政府2020年政府信息公开工作年度报告' });
  expect(changedAfterPublication(before, neijiang(234, { title }))?.cells).toEqual(['applications.processed.total']);
});

describe('no change is told', () => {
  const before = neijiang(233);
  const suspected: Finding = {
    ...{ rule: 'tables.inferred-placement', severity: 'info', cells: [], expected: null, actual: null },
    ...{ message: { zh: '推定', en: 'inferred' }, cause: 'suspected-parse' },
  };

  it.each<[string, ReportRecord]>([
    ['of a copy in another format', neijiang(234, { source: { ...before.source, mediaType: 'text/html' } })],
    ['of a copy that is not complete', neijiang(234, { complete: false })],
    ['of a copy of which something may be misread', neijiang(234, { findings: [suspected] })],
    ['by another parser', neijiang(234, { parser: { version: '1.1.0' } })],
    ['of figures of another scope', neijiang(234, scoped('territory'))],
    ['of a table of another scope', neijiang(234, scoped('unknown', 'ownLevel'))],
    ['on another form', neijiang(234, { form: '2019' })],
    ['under another title', neijiang(234, { title: '内江市人民政府办公室2020年政府信息公开工作年度报告' })],
    ['of a figure that the copy does not print', neijiang(blankCell)],
    ['of the way in which a figure is written', neijiang({ ...blankCell, value: 233, raw: '233件', state: 'number' })],
  ])('%s', (_, after) => {
    expect(changedAfterPublication(before, after)).toBeNull();
    expect(changedAfterPublication(after, before)).toBeNull();
  });

  it('of a sentence that is said in several ways', () => {
    expect(changedAfterPublication(neijiang(234, stating(10)), neijiang(234, stating(12, 14)))).toBeNull();
  });

  it('between the renderings of one report, whichever came first', async () => {
    const renderings = corpusCases().filter(({ name }) => /^(?:county-2022|bureau-2020)-/.test(name));
    expect(renderings.length).toBeGreaterThan(30);
    const records = await Promise.all(renderings.map(async ({ bytes }) => (await parseReport(bytes))[0]));
    const found = records.flatMap((one) =>
      records.flatMap((other) =>
        one === undefined || other === undefined || one.agency?.id !== other.agency?.id
          ? []
          : (changedAfterPublication(one, other) ?? []),
      ),
    );
    expect(found).toEqual([]);
  });
});
