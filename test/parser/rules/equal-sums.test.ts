import { describe, expect, it } from 'vitest';
import { equalSums } from '../../../parser/rules/sums.ts';
import type { Operand } from '../../../parser/rules/table-view.ts';
import type { Cell } from '../../../schema/record/cell.ts';
import { cellWithout, numberCell } from './support/checkable.ts';

const where = { zh: '表四“行政复议”', en: 'Table 4, “Reconsideration”' };
const blank = cellWithout('blank');

function operands(prefix: string, cells: readonly (Cell | undefined)[]): Operand[] {
  return cells.map((cell, index) => {
    const name = `${prefix}${index + 1}`;
    return { path: name, name: { zh: name, en: name }, cell };
  });
}

function relate(left: readonly (Cell | undefined)[], right: readonly (Cell | undefined)[]) {
  return equalSums({ where, left: operands('part', left), right: operands('total', right) });
}

describe('equalSums', () => {
  it('passes where the sums agree', () => {
    expect(relate([numberCell(8), numberCell(2), numberCell(1)], [numberCell(11)])).toEqual({ outcome: 'pass' });
  });

  it('fails with both sums where they do not, and names what stands where', () => {
    expect(relate([numberCell(8), numberCell(3)], [numberCell(0)])).toEqual({
      outcome: 'fail',
      failure: {
        severity: 'error',
        cells: ['part1', 'part2'],
        expected: 11,
        actual: 0,
        message: {
          zh: '表四“行政复议”:part1 8 + part2 3 = 11,而total1 0。',
          en: 'Table 4, “Reconsideration”: part1 8 + part2 3 = 11, but total1 0.',
        },
      },
    });
  });

  it('takes a blank for a zero where the sums then agree, and says so', () => {
    const check = relate([numberCell(5), cellWithout('notApplicable', '/'), blank], [numberCell(5)]);
    expect(check).toMatchObject({ outcome: 'pass', note: { zh: '表四“行政复议”:空白按0计,关系成立(part2、part3)。' } });
  });

  it('only warns where a figure in a blank part could make up the difference', () => {
    const check = relate([numberCell(3), blank], [numberCell(5)]);
    expect(check).toMatchObject({ outcome: 'fail', failure: { severity: 'warning', expected: 3, actual: 5 } });
  });

  it('is sure of an error where the parts exceed the total with or without the blank', () => {
    const check = relate([numberCell(7), blank], [numberCell(5)]);
    expect(check).toMatchObject({
      outcome: 'fail',
      failure: { severity: 'error', cells: ['total1', 'part1', 'part2'] },
    });
  });

  it('leaves a blank total beside parts that are not zero to totals.blank', () => {
    expect(relate([numberCell(7), numberCell(0)], [blank])).toMatchObject({ outcome: 'notApplicable' });
  });

  it('warns where a whole side of a balance is blank beside figures', () => {
    const check = relate([blank, blank], [numberCell(20), numberCell(0)]);
    expect(check).toMatchObject({ outcome: 'fail', failure: { severity: 'warning', expected: 0, actual: 20 } });
  });

  it('has nothing to compare where only the total is printed', () => {
    expect(relate([blank, blank], [numberCell(5)])).toMatchObject({ outcome: 'notApplicable' });
    expect(relate([blank, blank], [blank])).toMatchObject({ outcome: 'notApplicable' });
  });

  it('cannot be evaluated with a missing or unreadable operand, and says which', () => {
    const check = relate([numberCell(5), undefined, cellWithout('unreadable', '21317')], [numberCell(9)]);
    expect(check).toMatchObject({ outcome: 'notApplicable', why: { en: expect.stringContaining('part2; part3') } });
  });
});
