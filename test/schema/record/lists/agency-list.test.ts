import { expect, it } from 'vitest';
import type { Agency } from '../../../../schema/record/agency.ts';
import type { Lists } from '../../../../schema/record/list-store.ts';
import { agencyPage } from '../../../../schema/record/lists/agency-list.ts';
import type { AgencyFilter } from '../../../../schema/record/record-store.ts';

const agency = (id: string, name: string, place: Partial<Agency>): Agency => ({
  ...{ id, name, divisionCode: null, provinceCode: null, level: null },
  ...place,
});
const lines = [
  agency('000000-000000000001', '教育部', { level: 'central' }),
  agency('000000-000000000002', '应急管理局', {}),
  agency('511000-000000000003', '内江市教育局', { divisionCode: '511000', level: 'prefecture' }),
  agency('511002-000000000004', '市中区教体局', { divisionCode: '511002', level: 'county' }),
  agency('511002-000000000005', '市中区财政局', { divisionCode: '511002', level: 'county' }),
];
const lists = { agencies: async () => ({ lines, version: '1' }) } as unknown as Lists;
const found = async (filter: AgencyFilter) =>
  (await agencyPage(lists, filter, { first: 10, after: null })).items.map(({ name }) => name);

it('bureaus of education are one kind under every name', async () => {
  expect(await found({ type: 'education' })).toEqual(['教育部', '内江市教育局', '市中区教体局']);
  expect(await found({ type: 'education', level: 'county' })).toEqual(['市中区教体局']);
});

it('an agency that nothing places is unplaced, a national organ is not', async () => {
  expect(await found({ placed: false })).toEqual(['应急管理局']);
  expect(await found({ placed: true })).toHaveLength(4);
});
