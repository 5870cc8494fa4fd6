import { expect, it } from 'vitest';
import { isWithin } from '../../../../schema/record/lists/agency-list.ts';

const city = { id: '511000-5d0af38c55c3' };
const county = { id: '511002-0c1d9d2a3b4c' };

it.each(['51', '510000', '5110', '511000'])('%s holds the city and its district', (division) => {
  expect([city, county].map((agency) => isWithin(agency, division))).toEqual([true, true]);
});

it.each(['511002', '5111', '511100', '52', '520000'])('%s does not hold the city', (division) => {
  expect(isWithin(city, division)).toBe(false);
});
