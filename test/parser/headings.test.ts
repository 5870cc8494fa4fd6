import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../parser/parse-report.ts';

const statutory = readFileSync('test/corpus/county-2022-text/source.txt', 'utf8');
const narrative = [
  '清远市清新区民政局2014年政府信息公开工作年度报告',
  '根据《中华人民共和国政府信息公开条例》的规定,现公布本局2014年度政府信息公开工作年度报告。',
  '一、概述',
  '2014年,我局完善公开制度,指定专人负责。',
  '二、主动公开政府信息的情况',
  '全年主动公开政府信息86条,其中通过政府网站公开71条。',
  '三、依申请公开政府信息的情况',
  '全年共收到政府信息公开申请4件,均已按时答复。',
  '四、政府信息公开的收费及减免情况',
  '全年没有收取费用。',
  '五、行政复议、行政诉讼情况',
  '全年没有发生行政复议和行政诉讼。',
  '六、存在的主要问题及改进措施',
  '公开的内容还不够丰富,下一步将增加民生方面的内容。',
].join('\n');

const reportOf = async (text: string) => {
  const [report] = await parseReport(Buffer.from(text));
  return {
    kind: report?.kind,
    year: report?.year,
    agency: report?.agency?.name,
    sections: report?.sections.map(({ key, heading, text: printed }) => [key, heading, printed.replace(/\s/gu, '')]),
    indicators: report?.indicators.map(({ key, value }) => [key, value]),
    tables: report?.tables,
  };
};

/** Sections of a report: lines that open with 一、 to 六、 and are no row of a table. */
const heading = /^([一二三四五六])、(?!本年|上年|结转)(.*)$/gmu;
const renumbered = (text: string, write: (ordinal: number, words: string, chinese: string) => string) =>
  text.replaceAll(heading, (_, chinese: string, words: string) =>
    write('一二三四五六'.indexOf(chinese) + 1, words, chinese),
  );

const numberings: readonly [string, (ordinal: number, words: string, chinese: string) => string][] = [
  ['第一部分', (_, words, chinese) => `第${chinese}部分 ${words}`],
  ['第一章:', (_, words, chinese) => `第${chinese}章:${words}`],
  ['一:', (_, words, chinese) => `${chinese}:${words}`],
  ['一 and a blank', (_, words, chinese) => `${chinese} ${words}`],
  ['(一)', (_, words, chinese) => `(${chinese})${words}`],
  ['【一】', (_, words, chinese) => `【${chinese}】${words}`],
  ['1.', (ordinal, words) => `${ordinal}.${words}`],
  ['1、', (ordinal, words) => `${ordinal}、${words}`],
  ['(1)', (ordinal, words) => `（${ordinal}）${words}`],
  ['Ⅰ.', (ordinal, words) => `${'ⅠⅡⅢⅣⅤⅥ'.charAt(ordinal - 1)}. ${words}`],
  ['a bullet', (_, words) => `● ${words}`],
  ['nothing', (_, words) => words],
  ['a number on a line of its own', (_, words, chinese) => `${chinese}、\n${words}`],
];

describe.each([
  ['with tables', statutory],
  ['in narrative alone', narrative],
])('a report %s', async (_, text) => {
  const expected = await reportOf(text);

  it('has six sections', () => expect(expected.sections).toHaveLength(6));

  it.each(numberings)('reads the same with headings numbered by %s', async (_name, write) => {
    const changed = renumbered(text, write);
    expect(changed).not.toBe(text);
    const { tables, ...read } = await reportOf(changed);
    const { tables: _tables, ...wanted } = expected;
    expect(read).toEqual(wanted);
    expect(Object.keys(tables ?? {})).toEqual(Object.keys(expected.tables ?? {}));
  });

  it.each([1, 3, 6].map((lost) => [lost]))(
    'finds heading %i by its words where its number alone is lost',
    async (lost) => {
      const changed = renumbered(text, (ordinal, words, chinese) =>
        ordinal === lost ? `• ${words}` : `${chinese}、${words}`,
      );
      expect((await reportOf(changed)).sections).toEqual(expected.sections);
    },
  );

  it.each([
    [
      'its text behind each heading',
      renumbered(text, (_ordinal, words, chinese) => `${chinese}、${words}。`).replaceAll(
        /^([一二三四五六]、(?!本年|上年|结转).*。)\n/gmu,
        '$1',
      ),
    ],
    ['everything on one line', text.replaceAll('\n', '')],
    ['everything on one line, parted by blanks', text.replaceAll('\n', ' ')],
    [
      'a crawler’s header',
      `标题：${text.replace('\n', '\n发布时间：2023-01-20\n发布机构：某网站\n栏目：年报\n原文链接：http://example.com/1.html\n==== 正文 ====\n')}`,
    ],
    [
      'a crawler’s header on the one line',
      `标题：${text.replace('\n', ' 发布时间：2023-01-20 栏目：年报 原文链接：http://example.com/1.html ==== 正文 ==== ').replaceAll('\n', '')}`,
    ],
  ])('reads the same with %s', async (_name, changed) => {
    const { tables: _read, ...read } = await reportOf(changed);
    const { tables: _tables, ...wanted } = expected;
    expect(read).toEqual(wanted);
  });

  it.each<[string, (ordinal: number, words: string) => string]>([
    ['a numbered list', (ordinal, words) => `<ol start="${ordinal}"><li><p>${words}</p></li></ol>`],
    ['headings of the page', (_ordinal, words) => `<h2>${words}</h2>`],
    ['bold type', (_ordinal, words) => `<p><strong>${words}</strong></p>`],
    ['a list', (_ordinal, words) => `<ul><li>${words}</li></ul>`],
  ])('of a page reads the same with headings in %s', async (_name, write) => {
    const lines = text
      .split('\n')
      .map((line) => (new RegExp(heading.source, 'u').test(line) ? line : `<p>${line}</p>`));
    const page = renumbered(lines.join('\n'), write);
    const { tables: _read, ...read } = await reportOf(`<!doctype html><html><body><div>${page}</div></body></html>`);
    const { tables: _tables, ...wanted } = expected;
    expect(read).toEqual(wanted);
  });

  it('of Markdown reads the same with headings of its own', async () => {
    const { sections } = await reportOf(renumbered(text, (_ordinal, words) => `\n## ${words}\n`));
    expect(sections).toEqual(expected.sections);
  });
});
