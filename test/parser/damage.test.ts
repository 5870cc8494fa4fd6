import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../parser/parse-report.ts';
import { tableCells } from '../../schema/record/table-rows.ts';
import { damages } from '../support/damage.ts';
import { runs } from '../support/runs.ts';

const samples = ['qingzhen-2020', 'yingkou-2020'];

describe.each(samples)('%s, damaged: no wrong value is ever published', (name) => {
  const text = readFileSync(`samples/${name}.txt`, 'utf8');

  it.each(Object.entries(damages))('when %s', async (_, damage) => {
    const [whole] = await parseReport(Buffer.from(text));
    const values = new Map(tableCells(whole?.tables ?? {}).map(([path, cell]) => [path, cell.value]));
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 100_000 }), async (pick) => {
        const damaged = damage(text, pick);
        fc.pre(damaged !== text);
        const [record] = await parseReport(Buffer.from(damaged));
        const wrong = tableCells(record?.tables ?? {}).filter(
          ([path, cell]) => cell.value !== null && cell.value !== values.get(path),
        );
        expect(record?.outcome === 'published' ? wrong.map(([path]) => path) : []).toEqual([]);
      }),
      { numRuns: runs(25) },
    );
  });
});
