import { expect, it } from 'vitest';
import { comparisonKey, headKey, reviewKey, yearItemKind } from '../../../infra/store/table.ts';

const kindsOf = (keys: readonly { readonly sk: string }[]) => keys.map(({ sk }) => yearItemKind(sk));

it('tells what an item under a year is', () => {
  const year = { agencyId: 'a', year: 2021, kind: 'annual-report', slot: '' } as const;
  const items = [headKey(year), comparisonKey('a', 2021, 'across-years'), reviewKey('a', 2021, 'a finding')];
  expect(kindsOf(items)).toEqual(['head', 'comparison', 'review']);
});
