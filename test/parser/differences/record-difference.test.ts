import { describe, expect, it } from 'vitest';
import { recordDifference } from '../../../parser/differences/record-difference.ts';
import type { ReportRecord } from '../../../schema/record/report.ts';
import { reportOfYear } from '../../support/years.ts';

/** Table 三 of 内江市 2020, newly received and processed; the total of the second was 233 in the first of two versions. */
const neijiang = (processedTotal: number, change: Partial<ReportRecord> = {}) =>
  reportOfYear({
    year: 2020,
    rows: {
      'applications.newlyReceived': [215, 3, 1, 3, 2, 0, 224],
      'applications.processed': [225, 3, 1, 3, 2, 0, processedTotal],
    },
    change,
  });

const section = (text: string) => ({
  sections: [{ ordinal: 1, key: 'overview' as const, heading: '总体情况', text }],
});

describe('the difference of two versions', () => {
  it('is empty for the same document', () => {
    expect(recordDifference(neijiang(234), neijiang(234))).toEqual({ facts: [], cells: [], sections: [] });
  });

  it('is told cell by cell', () => {
    expect(recordDifference(neijiang(233), neijiang(234)).cells).toEqual([
      {
        path: 'applications.processed.total',
        before: { value: 233, raw: '233', state: 'number' },
        after: { value: 234, raw: '234', state: 'number' },
      },
    ]);
  });

  it('is told section by section, the changed paragraphs alone', () => {
    const { sections } = recordDifference(
      neijiang(234, section('第一段。\n公开信息10条。\n末段。')),
      neijiang(234, section('第一段。\n公开信息12条。\n末段。')),
    );
    expect(sections).toEqual([
      {
        key: 'overview',
        ...{ headingBefore: '总体情况', headingAfter: '总体情况' },
        removed: ['公开信息10条。'],
        added: ['公开信息12条。'],
      },
    ]);
  });

  it('names a table, a section and a title that only one of them has', () => {
    const bare = neijiang(234, { tables: {}, sections: [], title: null });
    const { facts, cells, sections } = recordDifference(bare, neijiang(234, section('一段。')));
    expect(facts).toEqual([{ name: 'title', before: null, after: '内江市人民政府2020年政府信息公开工作年度报告' }]);
    expect(cells.length).toBeGreaterThan(100);
    expect(cells.filter(({ before }) => before !== null)).toEqual([]);
    expect(sections).toMatchObject([{ key: 'overview', headingBefore: null, added: ['一段。'] }]);
  });
});
