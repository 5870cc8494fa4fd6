import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../../parser/parse-report.ts';

const text = readFileSync('samples/neijiang-2020.txt', 'utf8');

const unplacedIn = async (changed: string) => {
  expect(changed).not.toBe(text);
  const [record] = await parseReport(Buffer.from(changed));
  return record?.findings.filter(({ rule }) => rule === 'tables.unplaced-figures') ?? [];
};

describe('figures among the tables that are no cell of the form', () => {
  it('are none in a report that keeps to the form', async () => {
    const [record] = await parseReport(Buffer.from(text));
    expect(record?.findings).toEqual([]);
  });

  it('are said where a department adds a row', async () => {
    const found = await unplacedIn(text.replace(/\n(?=.*第二十条第\(五\)项)/, '\n其他主动公开文件 56 45 7\n'));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      severity: 'warning',
      message: { zh: expect.stringContaining('“其他主动公开文件”处的“56 45 7”') },
    });
  });

  it('are not the numbers of the columns', async () => {
    expect(await unplacedIn(text.replace(/\n(?=.*第二十条第\(五\)项)/, '\n栏次 1 2 3\n'))).toEqual([]);
  });
});
