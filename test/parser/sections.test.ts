import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseReport } from '../../parser/parse-report.ts';

const text = readFileSync('samples/neijiang-2020.txt', 'utf8');
const sectionsOf = async (changed: string) => (await parseReport(Buffer.from(changed)))[0]?.sections ?? [];
const expected = await sectionsOf(text);

it.each([
  ['a page number', '\n— 5 —\n'],
  ['a line of pipes', '\n| | |\n'],
  ['a heading of the table printed again', '\n信息内容 | 上一年项目数量 | 本年增/减 | |\n'],
])('%s in the table is no narrative', async (_, line) => {
  const changed = text.replace(/\n(?=.*第二十条第\(六\)项)/, line);
  expect(changed).not.toBe(text);
  expect(await sectionsOf(changed)).toEqual(expected);
});

it('a misspelt row that is numbered as a section is no heading', async () => {
  const changed = text.replaceAll('一、本年新收政府信息公开申请数量', '一、本年新收到政府信息公开申请数量');
  expect(changed).not.toBe(text);
  expect(await sectionsOf(changed)).toEqual(expected);
});

it('a sentence between the rows of a table stays', async () => {
  const sentence = '以上为规章和规范性文件的公开情况。';
  const sections = await sectionsOf(text.replace(/\n(?=.*第二十条第\(六\)项)/, `\n${sentence}\n`));
  expect(sections.find(({ key }) => key === 'proactiveDisclosure')?.text).toContain(sentence);
});
