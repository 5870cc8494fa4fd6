import { describe, expect, it } from 'vitest';
import { completenessMissingCell, completenessUnreadableCell } from '../../../parser/rules/completeness.ts';
import { annexed, cellWithout, failures, outcomes, recordOf, stating, withCells } from './support/checkable.ts';
import { neijiang2020, yingkou2020 } from './support/real-tables.ts';

const whole = recordOf(neijiang2020);

describe('completeness.missing-cell', () => {
  it('passes for each table that has every cell of its form', () => {
    expect(outcomes(completenessMissingCell, whole)).toEqual(['pass', 'pass', 'pass']);
  });

  it('does not miss a cell that is printed blank, marked or unreadable', () => {
    const accounted = withCells(whole, {
      'applications.other.naturalPerson': cellWithout('blank'),
      'applications.other.total': cellWithout('notApplicable', '/'),
      'applications.processed.total': cellWithout('unreadable', '?'),
    });
    expect(outcomes(completenessMissingCell, accounted)).toEqual(['pass', 'pass', 'pass']);
  });

  it('gives one finding a table, with the missing cells and their names', () => {
    const broken = withCells(whole, {
      'applications.refused.stateSecret.total': undefined,
      'applications.processed.naturalPerson': undefined,
    });
    expect(failures(completenessMissingCell, broken)).toEqual([
      {
        cells: ['applications.refused.stateSecret.total', 'applications.processed.naturalPerson'],
        expected: 161,
        actual: 159,
        message: {
          zh: '“收到和处理政府信息公开申请情况”表缺少2个单元格:1.属于国家秘密 × 总计、(七)总计 × 自然人。',
          en: 'Table “Applications received and handled”, cells missing: 2 (Refused: state secret × Total; Processed in total × Natural persons).',
        },
      },
    ]);
  });

  it('finds a table that is absent altogether', () => {
    const { reviewAndLitigation: _, ...tables } = whole.tables;
    expect(failures(completenessMissingCell, { ...whole, tables })).toMatchObject([
      { cells: ['reviewAndLitigation'], expected: 15, actual: 0 },
    ]);
  });

  it('expects 175 cells of table 三 on the form of 2021', () => {
    const { applications: _, ...tables } = recordOf({}, '2021').tables;
    expect(failures(completenessMissingCell, { ...recordOf({}, '2021'), tables })).toMatchObject([{ expected: 175 }]);
  });

  it('expects no table of a report before the statutory tables', () => {
    expect(outcomes(completenessMissingCell, stating({}))).toEqual([]);
  });
});

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
