import { describe, expect, it } from 'vitest';
import { changedAfterPublication } from '../../../parser/differences/changed-after-publication.ts';
import { recordDifference } from '../../../parser/differences/record-difference.ts';
import type { Cell } from '../../../schema/cell.ts';
import type { ReportRecord, StatutoryTable } from '../../../schema/report.ts';
import { blankCell } from '../../support/build-record.ts';
import { reportOfYear } from '../../support/years.ts';

/** A table with one cell; rows never are called form. */
function newlyReceivedAlone(total: Cell): StatutoryTable {
  return { form: '2021', ...Object.fromEntries([['newlyReceived', { total }]]) } as StatutoryTable;
}

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
    expect(changedAfterPublication(neijiang(234), neijiang(234))).toBeNull();
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
    expect(cells.every(({ before }) => before === null)).toBe(true);
    expect(sections).toMatchObject([{ key: 'overview', headingBefore: null, added: ['一段。'] }]);
  });
});

describe('a report changed after publication', () => {
  it('is a warning with the changed cells, and with both figures where it is one', () => {
    expect(changedAfterPublication(neijiang(233), neijiang(234))).toEqual({
      rule: 'report.changed-after-publication',
      severity: 'warning',
      cells: ['applications.processed.total'],
      expected: 233,
      actual: 234,
      message: {
        zh: '公布后有1个数字改动:applications.processed.total 233 → 234。',
        en: 'Figures changed after publication, 1: applications.processed.total 233 → 234.',
      },
      cause: 'source',
      operands: [
        { path: 'applications.processed.total@before', printed: '233' },
        { path: 'applications.processed.total', printed: '234' },
      ],
    });
  });

  it('is an info where only a sentence states another figure, and nothing where no figure differs', () => {
    const stating = (value: number) => ({
      indicators: [
        {
          ...{ key: 'proactive.total', label: null, value, unit: '条', approximate: false },
          ...{ text: `公开${value}条`, section: 1, offset: 0 },
        },
      ],
    });
    expect(changedAfterPublication(neijiang(234, stating(10)), neijiang(234, stating(12)))?.severity).toBe('info');
    const reworded = neijiang(234, section('改写。'));
    expect(changedAfterPublication(neijiang(234), reworded)).toBeNull();
  });

  it('counts a figure that was left out', () => {
    const after = neijiang(234, {
      tables: { applications: newlyReceivedAlone(blankCell) },
    });
    const before = neijiang(234, {
      tables: { applications: newlyReceivedAlone({ ...blankCell, value: 224, raw: '224', state: 'number' }) },
    });
    expect(changedAfterPublication(before, after)?.message.en).toContain('224 → —');
  });

  it('may be ours where two parsers read the versions', () => {
    const later = neijiang(234, { parser: { version: '1.1.0' } });
    expect(changedAfterPublication(neijiang(233), later)?.cause).toBe('suspected-parse');
  });
});
