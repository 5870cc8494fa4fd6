import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../parser/parse-report.ts';

const sample = (name: string) => readFileSync(`samples/${name}.txt`, 'utf8');
const yingkou = sample('yingkou-2020');
const qingzhen = sample('qingzhen-2020');

/** Agency, year, new applications in total and rows of the annex: enough to tell whose figures a record has. */
async function whose(text: string) {
  const records = await parseReport(Buffer.from(text));
  return records.map(({ agency, year, tables, statistics }) => [
    agency?.name,
    year,
    tables.applications?.newlyReceived?.total?.value,
    statistics.length,
  ]);
}

describe('a page', () => {
  it('of two agencies gives a record of each, with its own annex', async () => {
    const both = [
      ['清镇市人民政府', 2020, 41, 40],
      ['营口市人民政府', 2020, 67, 0],
    ];
    expect(await whose(`${qingzhen}\n${yingkou}`)).toEqual(both);
    expect(await whose(`${yingkou}\n${qingzhen}`)).toEqual(both.toReversed());
  });

  it('of two years gives a record of each', async () => {
    expect(await whose(`${yingkou}\n${yingkou.replaceAll('2020', '2021')}`)).toEqual([
      ['营口市人民政府', 2020, 67, 0],
      ['营口市人民政府', 2021, 67, 0],
    ]);
  });

  it('with the report twice gives it once, and says where the printings differ', async () => {
    const [record, ...more] = await parseReport(Buffer.from(`${yingkou}\n${yingkou.replace('\n582\n', '\n583\n')}`));
    expect(more).toEqual([]);
    expect(record?.tables.proactiveDisclosure?.licensing?.previousItems?.value).toBe(582);
    expect(record?.findings).toContainEqual(
      expect.objectContaining({
        rule: 'document.copies-differ',
        cells: ['proactiveDisclosure.licensing.previousItems'],
      }),
    );
  });

  it('with a table of contents is not taken for two reports', async () => {
    const contents = yingkou.split('\n').filter((line) => /^\s*[一二三四五六]、(?!本年|上年|结转)/.test(line));
    expect(contents).toHaveLength(6);
    expect(await whose(`${contents.join('\n')}\n${yingkou}`)).toEqual([['营口市人民政府', 2020, 67, 0]]);
  });

  it('without any heading is still its agency’s, by title and text', async () => {
    const bare = yingkou.replace(/^\s*[一二三四五六]、(?!本年|上年|结转).*$/gm, '');
    expect(await whose(bare)).toEqual([['营口市人民政府', 2020, 67, 0]]);
  });
});
