import { describe, expect, it } from 'vitest';
import { compareYears } from '../../../../parser/rules/across-years/compare-years.ts';
import type { Finding } from '../../../../schema/record/finding.ts';
import { blankCell } from '../../../support/build-record.ts';
import { type PrintedRows, reportOfYear } from '../../../support/years.ts';

/** Printed by 营口市 for 2020 in tables 二 and 三. */
const yingkou2020: PrintedRows = {
  'proactiveDisclosure.licensing': [582, -224, 144222],
  'proactiveDisclosure.otherServices': [556, -324, 166223],
  'proactiveDisclosure.penalties': [853, -130, 2594],
  'proactiveDisclosure.coercion': [53, 62, 141],
  'proactiveDisclosure.fees': [53, 24],
  'applications.carriedForward': [2, 1, 0, 0, 0, 0, 3],
};

const report = (year: number, rows: PrintedRows, form: '2019' | '2021' = '2019') => reportOfYear({ year, form, rows });
const last = report(2020, yingkou2020);

/** What a report for the year after prints where it follows from that. */
const following: PrintedRows = {
  'proactiveDisclosure.licensing': [358, 1, 0],
  'proactiveDisclosure.otherServices': [232, 0, 0],
  'proactiveDisclosure.penalties': [723, 0, 0],
  'proactiveDisclosure.coercion': [115, 0, 0],
  'proactiveDisclosure.fees': [77, 0],
  'applications.carriedOver': [2, 1, 0, 0, 0, 0, 3],
};

describe('the reports of two years in a row', () => {
  it('agree where the later one begins with what the earlier one ends with: seven columns and five stocks', () => {
    const { checks, findings } = compareYears({ before: last, after: report(2021, following) });
    expect(findings).toEqual([]);
    expect(checks).toEqual({ made: 12, possible: 12, passed: 12, notMade: [] });
  });

  it.each([0, 1, 2, 3, 4, 5, 6])('are doubted where column %i carries over another number', (column) => {
    const carriedOver = [2, 1, 0, 0, 0, 0, 3].map((figure, at) => (at === column ? figure + 1 : figure));
    const after = report(2021, { ...following, 'applications.carriedOver': carriedOver });
    const { findings } = compareYears({ before: last, after });
    expect(findings).toHaveLength(1);
    const expected = [2, 1, 0, 0, 0, 0, 3][column] ?? 0;
    expect(findings[0]).toMatchObject({ rule: 'across-years.carried-forward', severity: 'warning', expected });
    expect(findings[0]?.actual).toBe(expected + 1);
  });

  it('say which figures of which years, in both languages', () => {
    const after = report(2021, { ...following, 'proactiveDisclosure.licensing': [360, 1, 0] });
    const [finding] = compareYears({ before: last, after }).findings;
    expect(finding).toEqual({
      rule: 'across-years.proactive-stock',
      severity: 'warning',
      cells: [
        'proactiveDisclosure.licensing.previousItems@2021',
        'proactiveDisclosure.licensing.previousItems@2020',
        'proactiveDisclosure.licensing.change@2020',
      ],
      expected: 358,
      actual: 360,
      message: {
        zh: '表二“行政许可”:2020年上一年项目数量 582 + 2020年本年增/减 -224 = 358,而2021年上一年项目数量 360。',
        en: "Table 2, “Administrative licensing”: Last year's items 2020 582 + Change this year 2020 -224 = 358, but Last year's items 2021 360.",
      },
      cause: 'source',
      operands: [
        { path: 'proactiveDisclosure.licensing.previousItems@2021', printed: '360' },
        { path: 'proactiveDisclosure.licensing.previousItems@2020', printed: '582' },
        { path: 'proactiveDisclosure.licensing.change@2020', printed: '-224' },
      ],
    });
  });

  it('follow on the form of 2021 from what is in force, issued and repealed', () => {
    const before = report(2021, { 'proactiveDisclosure.normativeDocuments': [5, 1, 40] }, '2021');
    const next = (inForce: number) =>
      report(2022, { 'proactiveDisclosure.normativeDocuments': [7, 3, inForce] }, '2021');
    expect(compareYears({ before, after: next(44) }).findings).toEqual([]);
    expect(compareYears({ before, after: next(45) }).findings).toMatchObject([{ expected: 44, actual: 45 }]);
  });

  it('are not compared in table 二 across the change of form, and that is said; table 三 is the same on both', () => {
    const after = report(2021, { 'applications.carriedOver': [2, 1, 0, 0, 0, 0, 4] }, '2021');
    const { checks, findings } = compareYears({ before: last, after });
    expect(findings.map(({ rule }) => rule)).toEqual(['across-years.carried-forward']);
    expect(checks.notMade).toEqual([
      {
        rule: 'across-years.proactive-stock',
        count: 1,
        why: {
          zh: '表二:2020年用2019年版格式,2021年用2021年版格式,口径不同,不作比较。',
          en: 'Table 2: 2020 is on the form of 2019 and 2021 on that of 2021, which count differently: not compared.',
        },
      },
    ]);
  });

  it('leave nothing to compare where a figure is blank, unless it agrees as 0', () => {
    const carriedOver = [blankCell, 1, blankCell, 0, 0, 0, 3];
    const { checks, findings } = compareYears({
      before: last,
      after: report(2021, { ...following, 'applications.carriedOver': carriedOver }),
    });
    expect(findings).toEqual([]);
    expect(checks).toMatchObject({ made: 11, possible: 12, passed: 11 });
  });

  it('are doubted where the text restates what came over', () => {
    const stated = (value: number) => ({
      ...{ key: 'applications.carriedOver', label: null, value, unit: '件', approximate: false },
      ...{ text: `上年结转${value}件`, section: 3, offset: 0 },
    });
    const next = (value: number) =>
      reportOfYear({ year: 2021, form: '2019', rows: following, change: { indicators: [stated(value)] } });
    expect(compareYears({ before: last, after: next(3) }).findings).toEqual([]);
    expect(compareYears({ before: last, after: next(5) }).findings).toMatchObject([
      { rule: 'across-years.restated-carried-over', expected: 3, actual: 5 },
    ]);
  });

  it.each([
    ['收到政府信息公开申请67件,比上年增加7件。', null],
    ['收到政府信息公开申请67件,同比增长11.7%。', null],
    ['收到政府信息公开申请67件,比上年增加17件,增长34%。', { expected: 60, actual: 50 }],
    ['收到政府信息公开申请67件,同比增长34%。', { expected: 12, actual: 34 }],
  ])('are held together where the text says by how much a figure changed: %s', (text, doubt) => {
    const with_ = (year: number, received: number, words: string) =>
      reportOfYear({
        ...{ year, form: '2019' },
        rows: { 'applications.newlyReceived': [received, 0, 0, 0, 0, 0, received] },
        change: { sections: [{ ordinal: 1, key: 'overview', heading: '总体情况', text: words }] },
      });
    const { findings } = compareYears({ before: with_(2019, 60, ''), after: with_(2020, 67, text) });
    const restated = findings.filter(({ rule }) => rule === 'across-years.restated-change');
    expect(restated).toHaveLength(doubt === null ? 0 : 1);
    if (doubt !== null) expect(restated).toMatchObject([{ ...doubt, severity: 'warning' }]);
  });

  it('cast the suspicion of misreading on what is compared with a suspected figure', () => {
    const doubt: Finding = {
      rule: 'applications.row-sum',
      severity: 'error',
      cells: ['applications.carriedForward.total'],
      expected: 3,
      actual: 33,
      message: { zh: '', en: '' },
      cause: 'suspected-parse',
    };
    const before = reportOfYear({
      ...{ year: 2020, form: '2019' },
      rows: { 'applications.carriedForward': [2, 1, 0, 0, 0, 0, 33] },
      change: { findings: [doubt] },
    });
    const after = report(2021, { 'applications.carriedOver': [2, 1, 0, 0, 0, 0, 3] });
    expect(compareYears({ before, after }).findings).toMatchObject([{ cause: 'suspected-parse' }]);
  });

  it('say nothing of each other where both are narrative reports', () => {
    const narrative = (year: number) => reportOfYear({ year, change: { form: '2008', tables: {} } });
    expect(compareYears({ before: narrative(2016), after: narrative(2017) })).toMatchObject({
      findings: [],
      checks: { possible: 0 },
    });
  });
});
