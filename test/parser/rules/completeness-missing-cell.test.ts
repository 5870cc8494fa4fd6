import { describe, expect, it } from 'vitest';
import { completenessMissingCell } from '../../../parser/rules/completeness.ts';
import { cellWithout, failures, outcomes, recordOf, stating, withCells } from './support/checkable.ts';
import { neijiang2020 } from './support/real-tables.ts';

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
