import { describe, expect, it } from 'vitest';
import { absencePhrases } from '../../../../schema/law/vocabulary/indicator-absences.ts';
import { indicatorPhrases } from '../../../../schema/law/vocabulary/indicator-phrases.ts';
import { indicatorTerms } from '../../../../schema/law/vocabulary/indicators.ts';
import { countUnits } from '../../../../schema/law/vocabulary/quantity-words.ts';

const known = indicatorTerms.map(({ key }) => key);

describe('indicator phrases', () => {
  it('read only figures of the dictionary', () => {
    const named = [...indicatorPhrases, ...absencePhrases].flatMap(({ keys }) => keys);
    expect(known).toEqual(expect.arrayContaining(named));
  });

  it('are parts only of figures of the dictionary', () => {
    expect(known).toEqual(expect.arrayContaining(indicatorPhrases.flatMap(({ of }) => of ?? [])));
  });

  it('count in units that figures are read with', () => {
    expect(countUnits).toEqual(expect.arrayContaining(indicatorPhrases.flatMap(({ units }) => units)));
  });
});
