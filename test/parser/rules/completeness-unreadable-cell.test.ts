import { describe, expect, it } from 'vitest';
import { completenessUnreadableCell } from '../../../parser/rules/completeness.ts';
import { annexed, cellWithout, failures, outcomes, recordOf, withCells } from './support/checkable.ts';
import { yingkou2020 } from './support/real-tables.ts';

describe('completeness.unreadable-cell', () => {
  it('passes for each table of Yingkou 2020, all of whose cells are numbers', () => {
    expect(outcomes(completenessUnreadableCell, recordOf(yingkou2020))).toEqual(['pass', 'pass', 'pass']);
  });

  it('suspects the parsing of run-together digits and quotes them', () => {
    const broken = withCells(recordOf(yingkou2020), {
      'proactiveDisclosure.normativeDocuments.produced': cellWithout('unreadable', '693665'),
    });
    expect(failures(completenessUnreadableCell, broken)).toEqual([
      {
        cells: ['proactiveDisclosure.normativeDocuments.produced'],
        expected: null,
        actual: null,
        message: {
          zh: '“主动公开政府信息情况”表有1处无法读作数字:“693665”。',
          en: 'Table “Proactive disclosure”, not readable as numbers: 1 (“693665”).',
        },
        cause: 'suspected-parse',
      },
    ]);
  });

  it('looks at the annex too', () => {
    const record = annexed({ 'organization.staff': 3 });
    const statistics = record.statistics.map((row) => ({ ...row, cell: cellWithout('unreadable', '三人') }));
    expect(failures(completenessUnreadableCell, { ...record, statistics })).toMatchObject([
      { cells: ['statistics.四/(三)/0'], message: { zh: '统计表有1处无法读作数字:“三人”。' } },
    ]);
  });
});
