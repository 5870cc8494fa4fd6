import { describe, expect, it } from 'vitest';
import { isSimilar, similarity, suffixSimilarity } from '../../../parser/wording/similarity.ts';

const carriedForward = '结转下年度继续办理';

describe('two whole texts', () => {
  it('agree in the share of the longer one that need not be changed', () => {
    expect(similarity('kitten', 'sitting')).toBeCloseTo(1 - 3 / 7);
    expect(similarity('sitting', 'kitten')).toBeCloseTo(1 - 3 / 7);
    expect(similarity('abc', 'xyz')).toBe(0);
    expect(similarity('', '')).toBe(0);
    expect(similarity('', 'abc')).toBe(0);
  });

  it('are similar from the asked share on', () => {
    expect(isSimilar('abcd', 'abcx', 0.75)).toBe(true);
    expect(isSimilar('abcd', 'abcx', 0.76)).toBe(false);
    expect(isSimilar('abc', 'abcd', 0.75)).toBe(true);
    expect(isSimilar('abc', 'abcd', 0.76)).toBe(false);
  });
});

describe('a label at the end of a text', () => {
  it('agrees whatever stands before it', () => {
    expect(suffixSimilarity(carriedForward, carriedForward)).toBe(1);
    expect(suffixSimilarity(carriedForward, `三本年度办理结果四${carriedForward}`)).toBe(1);
  });

  it('loses its share with each character that is wrong, missing or too many', () => {
    expect(suffixSimilarity(carriedForward, '四结转下年度继续办里')).toBeCloseTo(8 / 9);
    expect(suffixSimilarity(carriedForward, '四结转下年继续办理')).toBeCloseTo(8 / 9);
    expect(suffixSimilarity(carriedForward, '四结转下一年度继续办理')).toBeCloseTo(8 / 9);
    expect(suffixSimilarity(carriedForward, `${carriedForward}件`)).toBeCloseTo(8 / 9);
  });

  it('is no match where more than half of its characters are nowhere, and one where it is half', () => {
    expect(suffixSimilarity('abcd', 'xxcd')).toBe(0.5);
    expect(suffixSimilarity('abcd', 'xxxd')).toBe(0);
    expect(suffixSimilarity('', 'abcd')).toBe(0);
    expect(suffixSimilarity('abcd', '')).toBe(0);
  });

  it('is not there where its characters are at the start of a long text', () => {
    expect(suffixSimilarity('ab', `ab${'x'.repeat(20)}`)).toBe(0);
  });
});
