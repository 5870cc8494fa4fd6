import { describe, expect, it } from 'vitest';
import { type DatedReport, deadlinesFor, timelinessOf, timingOfAll } from '../../../schema/record/calendar.ts';
import { noEvidence } from '../../../schema/record/evidence.ts';
import { type Scope, unknownScope } from '../../../schema/record/scope.ts';

const office = { name: '内江市人民政府办公室', divisionCode: '511000', level: 'prefecture' } as const;
const days = (agency: Parameters<typeof deadlinesFor>[0], year: number) =>
  deadlinesFor(agency, year).map(({ day }) => day);
const report = (publishedOn: string, scope: Scope): DatedReport => ({
  agency: office,
  ...{ year: 2022, publishedOn, scopes: { report: { ...unknownScope, scope } } },
  evidence: { ...noEvidence, agency: 'title', year: 'title', publishedOn: 'document' },
});

describe('the days of the law', () => {
  it('are those of what the register says that an organ is, where its name says less', () => {
    const bureau = { name: '内江市甜城事务局', divisionCode: '511000', level: 'prefecture' } as const;
    expect(days(bureau, 2022)).toEqual([]);
    expect(days({ ...bureau, type: 'culture' }, 2022)).toEqual(['2023-01-31']);
  });

  it('of a government’s office are told by whose figures its report gives', () => {
    expect(days(office, 2022)).toEqual(['2023-01-31', '2023-03-31']);
    expect(timelinessOf(report('2023-02-15', 'organ')).timing).toBe('late');
    expect(timelinessOf(report('2023-02-15', 'unknown')).timing).toBe('dateUnknown');
    expect(timelinessOf(report('2023-02-15', 'ownLevel')).timing).toBe('inTime');
    expect(timelinessOf(report('2023-02-15', 'territory')).timing).toBe('inTime');
  });

  it('are none before the Regulations', () => {
    expect(days({ ...office, name: '内江市人民政府' }, 2007)).toEqual([]);
  });
});

it('documents of one report together were in time if one was, and late if one was and none in time', () => {
  expect(timingOfAll(['late', undefined, 'inTime'])).toBe('inTime');
  expect(timingOfAll(['dateUnknown', 'late'])).toBe('late');
  expect(timingOfAll([undefined, 'dateUnknown'])).toBe('dateUnknown');
  expect(timingOfAll([undefined])).toBeUndefined();
});
