import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../parser/parse-report.ts';
import { divisionsByName } from '../../../schema/law/vocabulary/division-names.ts';
import { canonicalName } from '../../../schema/record/agency-id.ts';
import { freshBeginnings } from './fresh-beginnings.ts';
import { hostileBeginnings } from './hostile-beginnings.ts';
import { restOfReport } from './rest-of-report.ts';

const written = (text: string) => text.replaceAll('#', '年政府信息公开工作年度报告');

async function read(page: string, end = '') {
  const text = [page, restOfReport(page), end].map(written).join('\n');
  const [record] = await parseReport(Buffer.from(text), { receivedOn: '2026-11-27' });
  if (record === undefined) throw new Error('A file has a record.');
  return record;
}

function codeOf(division: string | null): string | null {
  if (division === null) return null;
  const [name = '', prefix = ''] = division.split(' ');
  const [only, ...others] = divisionsByName(name).filter(({ code }) => code.startsWith(prefix));
  if (only === undefined || others.length > 0) throw new Error(`${division} is not one division`);
  return only.code;
}

const beginnings = await Promise.all(
  [...hostileBeginnings, ...freshBeginnings].map(async ([page, agency, division, year, publishedOn = null, end]) => {
    const record = await read(page, end);
    const code = codeOf(division);
    const nameIn = (name: string) => canonicalName({ name, divisionCode: code });
    const got = {
      name: record.agency === null ? null : nameIn(record.agency.name),
      division: record.agency?.divisionCode ?? null,
      year: record.year,
      publishedOn: record.publishedOn,
    };
    const isSaid = record.findings.some(({ rule }) => rule === 'identity.division');
    return { page, record, got, isSaid, want: { name: agency && nameIn(agency), division: code, year, publishedOn } };
  }),
);

describe('hostile beginnings', () => {
  it('are never published with another agency, division, year or day than a reader finds; a division or a day may be unknown', () => {
    const wrong = beginnings.filter(({ record, got, want, isSaid }) => {
      if (record.outcome !== 'published') return false;
      const isPlaced = got.division === want.division || (got.division === null && isSaid);
      const isDated = got.publishedOn === want.publishedOn || got.publishedOn === null;
      return want.name === null || got.name !== want.name || !isPlaced || got.year !== want.year || !isDated;
    });
    expect(wrong.map(({ page, got }) => ({ page, got }))).toEqual([]);
  });

  it('are mostly read whole', () => {
    const wanted = beginnings.filter(({ want }) => want.name !== null);
    const right = wanted.filter(
      ({ record, got, want }) => record.outcome === 'published' && JSON.stringify(got) === JSON.stringify(want),
    );
    expect(right.length / wanted.length).toBeGreaterThan(0.92);
  });
});

const joined = '2022#';

describe('several organs under one name', () => {
  it.each([
    ['内江市委、市政府', '内江市人民政府'],
    ['中共内江市委 内江市人民政府', '内江市人民政府'],
    ['内江市委市政府', '内江市人民政府'],
    ['内江市委办公室、市政府办公室', '内江市人民政府办公室'],
    ['内江经开区党工委、管委会', '内江经开区管委会'],
    ['内江高新技术产业开发区党工委管委会', '内江高新技术产业开发区管委会'],
    ['中共内江高新区工委、内江高新区管委会', '内江高新区管委会'],
    ['中共内江市东兴区高桥街道工作委员会、高桥街道办事处', '内江市东兴区高桥街道办事处'],
  ])('%s: a committee of the party is left out', async (names, agency) => {
    expect(await read(names + joined)).toMatchObject({ outcome: 'published', agency: { name: agency } });
  });

  it.each([
    '内江市财政局、税务局',
    '内江市财政局 国家税务总局内江市税务局',
    '内江市财政局与内江市税务局',
    '内江市财政局、国家税务总局内江市税务局联合',
  ])('%s: the first stands for all, and the report is held', async (names) => {
    expect(await read(names + joined)).toMatchObject({ outcome: 'held', agency: { name: '内江市财政局' } });
  });
});

it.each([
  '（样表）内江市财政局2022#',
  '【范例】内江市财政局2022#',
  '样本：内江市财政局2022#',
  '模板-内江市财政局2022#',
  '测试 内江市财政局2022#',
  '内江市财政局2022#（参考模板）',
  '内江市财政局2022#填报示例',
  '《内江市财政局2022#》（模板）',
  '内江市财政局2022#（空白表）',
])('%s is a model and held', async (title) => {
  const { outcome, agency, findings } = await read(title);
  expect([outcome, agency?.name, findings.some(({ rule }) => rule === 'identity.final')]).toEqual([
    'held',
    '内江市财政局',
    true,
  ]);
});

it.each(['XX局2022#', '××市××局2022#', '某某市人民政府2022#', '**县教育局2022#'])('%s is nobody’s', async (title) => {
  expect((await read(title)).outcome).not.toBe('published');
});

it.each([
  ['內江市東興區農業農村局2022年政府資訊公開年度報告', '内江市东兴区农业农村局2022#'],
  ['廣東省教育廳2022年政府信息公開工作年度報告', '广东省教育厅2022#'],
  ['鹽源縣衛生健康局2022年政府信息公開工作年度報告', '盐源县卫生健康局2022#'],
])('%s is the report of the same agency', async (traditional, simplified) => {
  const [one, other] = [await read(traditional), await read(simplified)];
  expect(one.agency?.id).toBe(other.agency?.id);
  expect(one.outcome).toBe('published');
});

it.each([
  ['太湖流域管理局', null],
  ['黄埔海关', null],
  ['成都海关驻内江办事处', '511000'],
  ['东湖高新区', null],
  ['内江县教育局', null],
])('%s is in the division %s', async (name, code) => {
  expect((await read(`${name}2022#`)).agency?.divisionCode).toBe(code);
});

it('a report on a year that is not over when it is received is held', async () => {
  expect((await read('内江市财政局2027#')).outcome).toBe('held');
  expect((await read('内江市财政局2026#')).outcome).toBe('held');
  expect((await read('内江市财政局2025#')).outcome).toBe('published');
});

it('a report on a year long before its form was issued is held, and one on the year before it is not', async () => {
  const on = async (year: number) => {
    const text = written([`内江市财政局${year}#`, restOfReport('', 2021)].join('\n'));
    const [record] = await parseReport(Buffer.from(text), { receivedOn: '2026-11-27' });
    return [record?.year, record?.outcome];
  };
  expect(await on(2012)).toEqual([2012, 'held']);
  expect(await on(2020)).toEqual([2020, 'published']);
});

it('a report under a title that was left in is the signer’s where its sender says so, and held', async () => {
  const text = written(['内江市财政局2022#', restOfReport('', 2022), '内江市教育局', '2023年1月13日'].join('\n'));
  const of = async (agency?: string) => {
    const [record] = await parseReport(Buffer.from(text), { receivedOn: '2026-11-27', ...(agency && { agency }) });
    return [record?.agency?.name, record?.outcome];
  };
  expect(await of()).toEqual(['内江市财政局', 'held']);
  expect(await of('内江市教育局')).toEqual(['内江市教育局', 'held']);
  expect(await of('内江市财政局')).toEqual(['内江市财政局', 'held']);
  expect(await of('内江市审计局')).toEqual(['内江市财政局', 'held']);
});
