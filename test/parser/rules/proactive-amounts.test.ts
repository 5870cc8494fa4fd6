import { expect, it } from 'vitest';
import { exampleRecord } from '../../../parser/rules/examples.ts';
import { proactiveAmountPlausible } from '../../../parser/rules/proactive-amounts.ts';
import { outcomes } from './support/checkable.ts';

const district = { name: '内江市东兴区人民政府', level: 'county', divisionCode: '511011' } as const;
const withFees = (fees: string) =>
  exampleRecord({ form: '2021', agency: district, rows: { 'proactiveDisclosure.fees': [fees] } });

it('a district’s fees are millions, and not billions, of yuan', () => {
  expect(outcomes(proactiveAmountPlausible, withFees('3567.1万元'))).toEqual(['pass']);
  expect(outcomes(proactiveAmountPlausible, withFees('3567100万元'))).toEqual(['fail']);
});
