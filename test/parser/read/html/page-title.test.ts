import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../../parser/parse-report.ts';
import { readHtml } from '../../../../parser/read/html/read-html.ts';
import { readTextFile } from '../../../../parser/read/read-text-file.ts';
import { asPage } from '../../../support/as-page.ts';

const text = readFileSync('samples/yingkou-2020.txt', 'utf8');
const title = '营口市2020年度政府信息公开工作报告';
const untitled = text.replace(title, '');
const pageOf = (body: string, head: string) =>
  asPage(readTextFile(Buffer.from(body))[0].document?.blocks ?? []).replace('<body', `${head}<body`);
const read = async (page: string) => (await parseReport(Buffer.from(page)))[0];

describe('the title of a page', () => {
  it.each([
    `<title>${title}_辽宁省人民政府</title>`,
    `<title>辽宁省人民政府</title><meta name="ArticleTitle" content="${title}">`,
    `<title>辽宁省人民政府 - ${title}</title>`,
  ])('is the report’s where its text has none: %s', async (head) => {
    const record = await read(pageOf(untitled, head));
    expect(record).toMatchObject({ title, year: 2020, agency: { name: '营口市人民政府' } });
  });

  it('gives way to the one that the text prints', async () => {
    const record = await read(pageOf(text, '<title>辽宁省2019年政府信息公开工作年度报告_辽宁省人民政府</title>'));
    expect(record).toMatchObject({ title, year: 2020, agency: { name: '营口市人民政府' } });
  });

  it('is no line of the page where it is printed, or names no report', () => {
    const lines = (head: string) => readHtml(`${head}<h1>${title}</h1>`).length;
    expect([lines(`<title>${title}</title>`), lines('<title>营口市人民政府</title>')]).toEqual([1, 1]);
  });
});

it('the day of publication in the head of a page is the report’s', async () => {
  expect(await read(pageOf(text, '<meta name="PubDate" content="2021-03-30 10:11">'))).toMatchObject({
    publishedOn: '2021-03-30',
    evidence: { publishedOn: 'document' },
  });
});

it('characters that take no room part no figure and no label', async () => {
  const apart = text.replaceAll(/(?<=[\p{Script=Han}\d])(?=[\p{Script=Han}\d])/gu, '\u200B');
  const [plain, seen] = [
    await read(asPage(readTextFile(Buffer.from(text))[0].document?.blocks ?? [])),
    await read(asPage(readTextFile(Buffer.from(apart))[0].document?.blocks ?? [])),
  ];
  const values = (record: typeof plain) =>
    JSON.stringify(record?.tables, (key, value) => (key === 'place' ? undefined : value));
  expect(values(seen)).toBe(values(plain));
});
