import { expect, it } from 'vitest';
import { exampleRecord } from '../../../parser/rules/example-record.ts';
import { identityLate } from '../../../parser/rules/identity-late.ts';
import { outcomes } from './support/checkable.ts';

it('a report is not late by the deadline of a year that is in doubt', () => {
  const published = { form: '2021', year: 2022, publishedOn: '2024-01-15' } as const;
  expect(outcomes(identityLate, exampleRecord(published))).toEqual(['fail']);
  const doubted = exampleRecord({ ...published, evidence: { otherYears: [2023] } });
  expect(outcomes(identityLate, doubted)).toEqual(['notApplicable']);
});
