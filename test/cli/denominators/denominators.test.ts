import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { denominatorRows, importDenominators } from '../../../cli/denominators/denominators.ts';
import { denominatorColumns, readDenominators } from '../../../cli/denominators/read-denominators.ts';
import { createDynamoClient } from '../../../infra/aws/dynamo-client.ts';
import { AwsEnv, readEnv } from '../../../infra/aws/env.ts';
import { createRecordReader } from '../../../infra/store/record-reader.ts';
import { type OperatedStack, startOperatedStack } from '../../support/operated-stack.ts';

let stack: OperatedStack;
beforeAll(async () => {
  stack = await startOperatedStack({ ingesting: false });
});
afterAll(() => stack.aws.close());

const heading = denominatorColumns.join(',');
const imported = async (day: string, ...rows: readonly string[]) => {
  const text = new TextEncoder().encode([heading, ...rows].join('\n'));
  const { statements, errors } = readDenominators(text, { provinceCode: '51', recordedAt: `${day}T00:00:00.000Z` });
  expect(errors).toEqual([]);
  const { added, changed, unchanged } = await importDenominators(stack.target, statements);
  return [added.length, changed.length, unchanged];
};
const neijiang = '511000,2020,residentPopulation,314.07,万人,公报,https://example.org/,2021-05-27';
const zigong = '510300,2020,organs,60,家,名录,,';

async function stored() {
  const dynamo = createDynamoClient(readEnv(AwsEnv, stack.target.env));
  const { lines } = await createRecordReader({ dynamo, tableName: stack.target.tableName }).lists().denominators();
  dynamo.destroy();
  return lines;
}

describe('imported denominators', () => {
  it('are stored once, however often they are imported', async () => {
    expect(await imported('2026-01-01', neijiang, zigong)).toEqual([2, 0, 0]);
    expect(await imported('2026-01-02', neijiang, zigong)).toEqual([0, 0, 2]);
    expect(await stored()).toHaveLength(2);
  });

  it('are corrected and taken back by later ones, and nothing that was said is lost', async () => {
    expect(await imported('2026-01-03', neijiang.replace('314.07', '314.068'))).toEqual([0, 1, 0]);
    expect(await imported('2026-01-04', zigong.replace('60', ''))).toEqual([0, 1, 0]);
    expect((await denominatorRows(stack.target)).map((row) => row.join(','))).toEqual([
      heading,
      neijiang.replace('314.07', '314.068'),
    ]);
    const said = (await stored()).map(({ recordedAt, value }) => [recordedAt.slice(0, 10), value]);
    expect(said).toEqual([
      ['2026-01-01', 60],
      ['2026-01-04', null],
      ['2026-01-01', 3_140_700],
      ['2026-01-03', 3_140_680],
    ]);
  });

  it('are printed as what can be imported again and changes nothing', async () => {
    const rows = (await denominatorRows(stack.target)).slice(1).map((row) => row.join(','));
    expect(await imported('2026-01-05', ...rows)).toEqual([0, 0, 1]);
  });
});
