import { describe, expect, it } from 'vitest';
import { exampleRecord } from '../../../parser/rules/examples.ts';
import { identityLate } from '../../../parser/rules/identity-late.ts';
import type { ExampleReport } from '../../../parser/rules/rule.ts';
import { outcomes } from './support/checkable.ts';

const agency = (name: string, level: 'prefecture' | 'county' | 'township' = 'prefecture') => ({
  agency: { name, level, divisionCode: '511000' },
});
const department = agency('内江市财政局');
const outcome = (report: Partial<ExampleReport>) =>
  outcomes(identityLate, exampleRecord({ form: '2021', year: 2022, ...report }))[0];

describe('a deadline', () => {
  it.each([
    ['a government', agency('内江市人民政府'), '2023-03-31', '2023-04-01'],
    ['a department', department, '2023-01-31', '2023-02-01'],
    ['a committee that is a department', agency('内江市发展和改革委员会'), '2023-01-31', '2023-02-01'],
  ])('of %s is the day that the law gives it', (_, who, inTime, late) => {
    expect(outcome({ ...who, publishedOn: inTime })).toBe('pass');
    expect(outcome({ ...who, publishedOn: late })).toBe('fail');
  });

  it('of a department was the governments’ until the Regulations of 2019', () => {
    const old = { form: '2008', year: 2017, ...department } as const;
    expect(outcome({ ...old, publishedOn: '2018-03-31' })).toBe('pass');
    expect(outcome({ ...old, publishedOn: '2018-04-01' })).toBe('fail');
  });

  it.each([
    '国家税务总局内江市税务局',
    '内江海关',
    '国家金融监督管理总局内江监管分局',
    '甜城湖风景区管理委员会',
    '内江高新技术产业开发区经济发展局',
    '内江市公安局交通警察支队',
    '内江师范学院',
    '内江市公安局东兴区分局',
  ])('of %s is not certain, so nothing is said', (name) => {
    expect(outcome({ ...agency(name), publishedOn: '2023-06-01' })).toBe('notApplicable');
  });

  it.each(['内江高新技术产业开发区管理委员会', '内江经济技术开发区管委会'])(
    'of %s, which reports for a territory, is the governments’',
    (name) => {
      expect(outcome({ ...agency(name), publishedOn: '2023-03-31' })).toBe('pass');
      expect(outcome({ ...agency(name), publishedOn: '2023-04-01' })).toBe('fail');
    },
  );

  it('of a government’s office is its own as a department or the government’s: between the two nothing is said', () => {
    const office = agency('内江市人民政府办公室');
    expect(outcome({ ...office, publishedOn: '2023-01-31' })).toBe('pass');
    expect(outcome({ ...office, publishedOn: '2023-02-01' })).toBe('notApplicable');
    expect(outcome({ ...office, publishedOn: '2023-03-31' })).toBe('notApplicable');
    expect(outcome({ ...office, publishedOn: '2023-04-01' })).toBe('fail');
  });

  it('of any administrative organ was one day until the Regulations of 2019', () => {
    const old = { form: '2008', year: 2017 } as const;
    for (const who of [agency('清镇市卫城镇人民政府', 'township'), agency('内江海关')]) {
      expect(outcome({ ...old, ...who, publishedOn: '2018-03-31' })).toBe('pass');
      expect(outcome({ ...old, ...who, publishedOn: '2018-04-01' })).toBe('fail');
    }
    expect(outcome({ ...old, ...agency('内江师范学院'), publishedOn: '2018-04-01' })).toBe('notApplicable');
  });

  it('of a county’s branch of environment is not certain', () => {
    expect(outcome({ ...agency('贡井生态环境局', 'county'), publishedOn: '2023-06-01' })).toBe('notApplicable');
    expect(outcome({ ...agency('内江市生态环境局'), publishedOn: '2023-06-01' })).toBe('fail');
  });

  it('of a township’s government is in no paragraph of the law', () => {
    const town = agency('清镇市卫城镇人民政府', 'township');
    expect(outcome({ ...town, publishedOn: '2023-03-01' })).toBe('notApplicable');
  });
});

describe('nothing is said of a report', () => {
  it.each<[string, Partial<ExampleReport>]>([
    ['whose year is in doubt', { evidence: { otherYears: [2023] } }],
    ['whose year only sentences tell', { evidence: { year: 'body' } }],
    ['whose day only its sender gave', { evidence: { publishedOn: 'hint' } }],
    ['whose organ only its sender gave', { evidence: { agency: 'hint' } }],
    ['whose organ is in doubt', { evidence: { agencyConfidence: 0.3 } }],
    ['whose division may be a slip of the pen', { evidence: { likelyDivisions: ['沭阳县'] } }],
    ['whose organ is in no known division', { agency: { ...department.agency, divisionCode: null } }],
    ['whose organ only a contact line tells', { evidence: { agency: 'contact' } }],
    ['dated before the year has ended', { publishedOn: '2022-06-01' }],
    ['on a page dated years later', { publishedOn: '2025-06-01' }],
  ])('%s', (_, doubt) => {
    expect(outcome({ ...department, publishedOn: '2023-06-01' })).toBe('fail');
    expect(outcome({ ...department, publishedOn: '2023-06-01', ...doubt })).toBe('notApplicable');
  });
});
