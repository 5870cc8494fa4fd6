import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { identify } from '../../../parser/locate/identity.ts';
import { siteOf } from '../../../parser/locate/site.ts';
import { parseReport } from '../../../parser/parse-report.ts';
import type { ParseHints } from '../../../parser/records.ts';
import { leastConfidence } from '../../../schema/record/evidence.ts';

const read = (sample: string) => readFileSync(`samples/${sample}.txt`, 'utf8');

async function parse(text: string, hints: ParseHints = {}) {
  const [record] = await parseReport(Buffer.from(text), hints);
  return record;
}

describe('the evidence of a record', () => {
  it('says that the title of Neijiang 2020 named its agency and year, and the page its date', async () => {
    expect((await parse(read('neijiang-2020')))?.evidence).toEqual({
      agency: 'title',
      agencyConfidence: 0.95,
      agencyNamings: [
        { from: 'title', words: '内江市' },
        { from: 'contact', words: '内江市人民政府' },
        { from: 'subject', words: '内江市' },
        { from: 'field', words: '市政府' },
      ],
      likelyDivisions: [],
      year: 'title',
      otherYears: [],
      publishedOn: 'document',
      provinceHint: null,
    });
  });

  it('says where only the sender gave the date', async () => {
    const record = await parse(read('yingkou-2020'), { publishedOn: '2021-03-31' });
    expect(record?.evidence.publishedOn).toBe('hint');
    expect(record?.publishedOn).toBe('2021-03-31');
  });

  it('keeps the other year of a title that contradicts the statistics period, which is a finding', async () => {
    const text = read('neijiang-2020').replaceAll(
      '2020年内江市政府信息公开工作年度报告',
      '2021年内江市政府信息公开工作年度报告',
    );
    const record = await parse(text);
    expect(record?.year).toBe(2021);
    expect(record?.evidence.otherYears).toEqual([2020]);
    expect(record?.findings.map(({ rule }) => rule)).toContain('identity.year');
  });

  it('doubts a report that another province’s stack received', async () => {
    const rules = async (provinceCode: string) =>
      (await parse(read('neijiang-2020'), { provinceCode }))?.findings.map(({ rule }) => rule);
    expect(await rules('51')).toEqual([]);
    expect(await rules('21')).toEqual(['identity.province']);
  });
});

describe('titles of several agencies above one text', () => {
  const titleOf = (agency: string) => `${agency}2022年政府信息公开工作年度报告`;
  const opening =
    '本报告根据《中华人民共和国政府信息公开条例》编制,所列数据的统计期限自2022年1月1日起至2022年12月31日止。';
  const read = (titles: readonly string[], body: string, signature: readonly string[] = []) =>
    identify({
      head: titles.map((text, index) => ({ kind: 'paragraph', text, line: index + 1, offset: 0 })),
      body: `${opening}${body}`,
      signature,
      hints: {},
    });
  const [district, bureau] = ['内江市市中区人民政府', '内江市教育局'];

  it.each([[[titleOf(district), titleOf(bureau)]], [[titleOf(bureau), titleOf(district)]]])(
    'the one that the text confirms is the report’s, whatever its place: %s',
    (titles) => {
      expect(read(titles, '如有疑问,请与内江市教育局联系。', [bureau]).title).toBe(titleOf(bureau));
      expect(read(titles, '如有疑问,请与内江市市中区人民政府办公室联系。', [district]).title).toBe(titleOf(district));
    },
  );

  it('leave a doubt where the text confirms none', () => {
    const { evidence } = read([titleOf(district), titleOf(bureau)], '如有疑问,请与本机关联系。');
    expect(evidence.agencyConfidence).toBeLessThan(leastConfidence);
  });

  it('are no doubt where they name one agency, one of them with another year', () => {
    const last = titleOf(bureau).replace('2022', '2021');
    const { title, year, evidence } = read([last, titleOf(bureau)], '如有疑问,请与内江市教育局联系。');
    expect({ title, year }).toEqual({ title: titleOf(bureau), year: 2022 });
    expect(evidence.agencyConfidence).toBeGreaterThanOrEqual(0.9);
  });
});

describe('the name of the file and the address of the page', () => {
  const title = '内江市财政局2022年政府信息公开工作年度报告';
  const read = (line: string, hints: ParseHints, body = '现将有关情况报告如下。') =>
    identify({ head: [{ kind: 'paragraph', text: line, line: 1, offset: 0 }], body, signature: [], hints });
  const isSure = ({ agencyConfidence }: ReturnType<typeof read>['evidence']) =>
    (agencyConfidence ?? 0) >= leastConfidence;

  it('agree, or leave a doubt of who reports', () => {
    expect(isSure(read(title, { fileName: `${title}.pdf` }).evidence)).toBe(true);
    expect(isSure(read(title, { fileName: '附件2.pdf', site: siteOf('http://czj.neijiang.gov.cn/') }).evidence)).toBe(
      true,
    );
    const another = read(title, { fileName: title.replace('财政', '教育') });
    expect([another.agency?.name, isSure(another.evidence)]).toEqual(['内江市财政局', false]);
    const elsewhere = read(title, { site: siteOf('http://www.zigong.gov.cn/1.html') }).evidence;
    expect([isSure(elsewhere), elsewhere.agencyNamings.at(-1)?.from]).toEqual([false, 'site']);
  });

  it('name who reports where nothing else does, and the file’s alone is a doubt', () => {
    const report = '2022年政府信息公开工作年度报告';
    const alone = read(report, { fileName: `${title}.docx` });
    expect([alone.agency?.name, alone.evidence.agency, isSure(alone.evidence)]).toEqual([
      '内江市财政局',
      'file',
      false,
    ]);
    expect(isSure(read(report, { fileName: `${title}.docx` }, '2022年,内江市财政局坚持公开。').evidence)).toBe(true);
  });

  it('tell namesakes apart', () => {
    const { agency } = read('鼓楼区财政局2022年政府信息公开工作年度报告', {
      site: siteOf('http://czj.xuzhou.gov.cn/'),
    });
    expect(agency?.divisionCode).toBe('320302');
  });

  it('of another year leave a doubt where no statistics period confirms the title', () => {
    const fileName = title.replace('2022', '2021');
    expect(read(title, { fileName }).evidence.otherYears).toEqual([2021]);
    const period = '统计期限为2022年1月1日至2022年12月31日。';
    expect(read(title, { fileName }, period).evidence.otherYears).toEqual([]);
  });
});

describe('what speaks against a report of the year', () => {
  const title = '内江市教育局2022年政府信息公开工作年度报告';
  const period = '所列数据的统计期限自2022年1月1日起至2022年12月31日止。';
  const read = (lines: readonly string[], hints: ParseHints = {}, body = period) =>
    identify({
      head: lines.map((text, index) => ({ kind: 'paragraph', text, line: index + 1, offset: 0 })),
      body,
      signature: [],
      hints,
    });

  it.each([
    ['2022-01-20', false],
    ['2019-03-01', true],
  ])('no report is published before its year ends: %s', (day, contradictsYear) => {
    const { publishedOn, evidence } = read([title, `发布时间:${day}`]);
    expect({ publishedOn, from: evidence.publishedOn, doubtful: evidence.doubtfulPublication }).toEqual({
      publishedOn: null,
      from: null,
      doubtful: { days: [day], contradictsYear },
    });
  });

  it('a day in the year itself contradicts it where no period confirms the title', () => {
    const { evidence } = read([title, '发布时间:2022-01-20'], {}, '现将有关情况报告如下。');
    expect(evidence.doubtfulPublication).toEqual({ days: ['2022-01-20'], contradictsYear: true });
  });

  it('nor after it was received, where that is known', () => {
    const lines = [title, '发布时间:2023-03-05'];
    expect(read(lines).publishedOn).toBe('2023-03-05');
    expect(read(lines, { receivedOn: '2023-03-05' }).publishedOn).toBe('2023-03-05');
    expect(read(lines, { receivedOn: '2023-03-04' })).toMatchObject({
      publishedOn: null,
      evidence: { doubtfulPublication: { days: ['2023-03-05'], contradictsYear: false } },
    });
  });

  it('is kept: figures of a half year, a draft, a model', () => {
    expect(read([title], {}, '统计期限为2022年1月至10月。').evidence.otherPeriod?.words).toBe('2022年1月至10月');
    expect(read([`${title}(征求意见稿)`]).evidence.draftWords).toBe('征求意见稿');
    expect(read([title, '（送审稿）']).evidence.draftWords).toBe('送审稿');
    expect(read([`${title}（模板）`]).evidence.draftWords).toBe('模板');
    expect(read(['关于印发年度报告模板的通知', title, '发布时间:2023-01-20']).evidence).not.toHaveProperty(
      'draftWords',
    );
  });
});

it('a rejected report is never complete', async () => {
  const text = read('neijiang-2020').replace(/内江/gu, '我');
  const nobodys = text.replace(/(?:我)?市人民政府(?:办公室)?|我市(?=政府信息公开工作年度报告)/gu, '');
  const record = await parse(nobodys.replace(/20[12]\d/gu, ''));
  expect(record).toMatchObject({ outcome: 'rejected', complete: false });
  expect((await parse(read('neijiang-2020')))?.complete).toBe(true);
});
