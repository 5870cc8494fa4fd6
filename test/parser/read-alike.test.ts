import { readdirSync, readFileSync } from 'node:fs';
import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../parser/parse-report.ts';
import type { Block } from '../../parser/read/document.ts';
import { readAlike } from '../../parser/read-alike.ts';
import { tableCells } from '../../schema/record/table-rows.ts';
import { encodeBig5 } from '../support/big5.ts';

const paragraphs = (...texts: string[]): Block[] =>
  texts.map((text, index) => ({ kind: 'paragraph', text, line: index + 1, offset: 0 }));
const textsOf = (blocks: readonly Block[]) => blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''));

const traditional = '內江市人民政府辦公室 製作數量 複議 谘詢 發佈資訊 規範性檔案 檔案局 舉辦會議條數總計關係機關報告';

describe('a text in traditional characters', () => {
  const { blocks, restore } = readAlike(paragraphs(traditional));

  it('is compared in simplified ones, a region’s words as those of the forms', () => {
    expect(textsOf(blocks)).toEqual([
      '内江市人民政府办公室 制作数量 复议 咨询 发布信息 规范性文件 档案局 举办会议条数总计关系机关报告',
    ]);
  });

  it('is given back as printed', () => {
    expect(restore({ key: 'a.b', year: 2020, text: ['内江市人民政府', '规范性文件'] })).toEqual({
      key: 'a.b',
      year: 2020,
      text: ['內江市人民政府', '規範性檔案'],
    });
  });
});

describe('a text in simplified characters', () => {
  it('stays as it is, though it quotes a few traditional ones', () => {
    const blocks = paragraphs('根据《條例》要求公布乾县人民政府年度报告。'.padEnd(400, '本年度公开情况良好。'));
    expect(readAlike(blocks).blocks).toBe(blocks);
  });

  it('is compared without the sounds that conversion sites print, and given back with them', () => {
    const { blocks, restore } = readAlike(paragraphs('總(zǒng)體情況:規(guī)章數(shù)量(件)'));
    expect(textsOf(blocks)).toEqual(['总体情况:规章数量(件)']);
    expect(restore('规章数量')).toBe('規(guī)章數(shù)量');
  });
});

const scripts = (['t', 'tw', 'hk', 'twp'] as const).map((to) => [to, Converter({ from: 'cn', to })] as const);

describe.each(readdirSync('samples'))('%s', (name) => {
  const text = readFileSync(`samples/${name}`, 'utf8');

  it.each(scripts)('says the same as a mirror writes it: %s', async (_, convert) => {
    const [expected] = await parseReport(Buffer.from(text));
    const [mirrored] = await parseReport(Buffer.from(convert(text)));
    expect(mirrored).toMatchObject({ agency: expected?.agency ?? null, form: expected?.form, year: expected?.year });
    const values = (record: typeof expected) =>
      tableCells(record?.tables ?? {}).map(([path, { value, state }]) => [path, value, state]);
    expect(values(mirrored)).toEqual(values(expected));
    expect(mirrored?.title).toBe(convert(expected?.title ?? ''));
  });
});

it('reads Big5 without a label, and says that it was', async () => {
  const [, toTaiwan] = scripts[1] ?? [];
  const text = readFileSync('samples/gongjing-2018.txt', 'utf8').slice(0, 3000);
  const inBig5 = (toTaiwan?.(text) ?? '').replace(/[^\n -~\u3000-\u303f\u4e00-\u9fff]/g, '');
  const [record] = await parseReport(encodeBig5(inBig5));
  expect(record?.source.encoding).toBe('big5');
  expect(record).toMatchObject({ agency: { divisionCode: '510303' }, year: 2018 });
});
