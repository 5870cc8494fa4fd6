import { describe, expect, it } from 'vitest';
import { isFigureLike, readFigure } from '../../../parser/wording/figure.ts';

describe('readFigure', () => {
  it.each([
    ['234', 234],
    ['309,685', 309_685],
    ['309，685', 309_685],
    ['2 063 143', 2_063_143],
    ['５', 5],
    [' 0 ', 0],
    ['124件', 124],
    ['-3', -3],
  ])('reads the count %s as %d', (raw, value) => {
    expect(readFigure(raw, 'count')).toMatchObject({ state: 'number', value });
  });

  it.each([
    ['+24', 24],
    ['-224', -224],
    ['减12', -12],
    ['减少8', -8],
    ['增5', 5],
    ['增加5', 5],
    ['↑3', 3],
    ['↓3', -3],
    ['－51', -51],
    ['0', 0],
    ['442', 442],
  ])('reads the change %s as %d', (raw, value) => {
    expect(readFigure(raw, 'change')).toMatchObject({ state: 'number', value });
  });

  it.each([
    ['58149.05万元', 581_490_500],
    ['38685.5(万元)', 386_855_000],
    ['2290.54万元', 22_905_400],
    ['75394432.52元', 75_394_432.52],
    ['24252.311082万元', 242_523_110.82],
    ['1035000', 1_035_000],
  ])('reads the amount %s as %d yuan', (raw, value) => {
    expect(readFigure(raw, 'amount')).toMatchObject({ state: 'number', value });
  });

  it('takes the heading’s unit where the cell prints none', () => {
    expect(readFigure('477.35', 'amount', '万元')).toEqual({ state: 'number', value: 4_773_500, unitPrinted: false });
  });

  it.each(['/', '—', '---', '-', '\\', '无', '不涉及', '／'])('takes %s as not applicable', (raw) => {
    expect(readFigure(raw, 'count')).toMatchObject({ state: 'notApplicable', value: null });
  });

  it.each(['', ' ', '\u00A0', '\u3000'])('takes %j as blank, which is not zero', (raw) => {
    expect(readFigure(raw, 'count')).toMatchObject({ state: 'blank', value: null });
  });

  it.each(['1 2', '22（其中修订16件）', 'abc', '约5', '1.2.3', '12件3'])('does not guess what %s means', (raw) => {
    expect(readFigure(raw, 'count')).toMatchObject({ state: 'unreadable', value: null });
  });
});

describe('isFigureLike', () => {
  it('tells figures and marks from labels', () => {
    expect(['减12', '58149.05万元', '/', '5件'].every(isFigureLike)).toBe(true);
    expect(['1.属于国家秘密', '规章', '本年增/减', '2019年'].some(isFigureLike)).toBe(false);
  });
});
