import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../schema/record/finding.ts';
import { findingKey, operandsOf } from '../../../schema/record/finding-key.ts';
import { type ReportRecord, Tables } from '../../../schema/record/report.ts';
import { blankCell, buildRecord, numberCell } from '../../support/build-record.ts';

const total = 'applications.newlyReceived.total';
const person = 'applications.newlyReceived.naturalPerson';
const finding: Finding = {
  ...{ rule: 'applications.row-sum', severity: 'error', cells: [total, person], expected: 10, actual: 12 },
  ...{ message: { zh: '合计不符', en: 'Sum' }, cause: 'source' },
};

const keyOf = (change: Partial<Finding> = {}, record: ReportRecord = buildRecord()) => {
  const changed = { ...finding, ...change };
  return findingKey(changed, operandsOf(changed, record));
};

describe('the key of a finding', () => {
  it('is the same whatever the finding’s words, severity, figures and order of cells', () => {
    const reworded = { message: { zh: '不符', en: 'Other' }, severity: 'warning', expected: 11 } as const;
    expect(keyOf({ ...reworded, cells: [person, total, total] })).toBe(keyOf());
  });

  it('is the same where a figure is written otherwise', () => {
    const record = buildRecord();
    const written = record.tables.applications?.newlyReceived;
    if (written === undefined || typeof written === 'string') throw new Error('no row');
    const row = { ...written, total: { ...numberCell(12), raw: '12件' } };
    const tables = Tables.parse({ applications: { form: '2021', newlyReceived: row } });
    expect(keyOf({}, buildRecord({ change: { tables } }))).toBe(keyOf());
  });

  it('is another for another rule, another cell and another figure', () => {
    const other = [
      keyOf({ rule: 'applications.column-balance' }),
      keyOf({ cells: [total] }),
      keyOf({}, buildRecord({ received: 13 })),
    ];
    expect(new Set([keyOf(), ...other]).size).toBe(4);
  });

  it('is another for each document and each year in doubt, where it is doubted whose report on which year it is', () => {
    const doubt = { rule: 'identity.year', cells: [], expected: 2021, actual: 2020 };
    const other = buildRecord();
    const elsewhere = { ...other, source: { ...other.source, sha256: 'f'.repeat(64) } };
    const keys = [keyOf(doubt), keyOf({ ...doubt, actual: 2019 }), keyOf(doubt, elsewhere)];
    expect(new Set(keys).size).toBe(3);
    expect(keyOf(doubt, { ...other, title: '读法不同' })).toBe(keyOf(doubt));
  });

  it('holds the finding’s own figures where it is about words, which are not kept beside the figures', () => {
    const about = (actual: number) => keyOf({ cells: ['sections.overview', total], actual });
    expect(about(12)).not.toBe(about(13));
  });
});

describe('what is printed at a path', () => {
  const record = buildRecord({
    change: {
      statistics: [{ path: '一/(一)', label: '主动公开', unit: '条', key: 'proactive.total', cell: numberCell(310) }],
      indicators: [2, 3].map((value) => ({
        ...{ key: 'applications.received', label: null, value, unit: '件', approximate: false },
        ...{ text: '', section: 1, offset: 0 },
      })),
    },
  });
  it.each([
    [total, '12'],
    ['applications.carriedOver.total', blankCell.state],
    ['applications.granted.total', null],
    ['reviewAndLitigation', null],
    ['statistics.一/(一)', '310'],
    ['indicators.applications.received', '2 3'],
    ['indicators.applications.closed', null],
    ['sections.overview', null],
    ['publishedOn', '2022-01-28'],
    ['year', '2021'],
  ])('%s is %s', (path, printed) => {
    expect(operandsOf({ rule: finding.rule, cells: [path] }, record)).toEqual([{ path, printed }]);
  });
});
