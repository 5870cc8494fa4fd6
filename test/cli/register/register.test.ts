import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRegister } from '../../../cli/register/read-register.ts';
import { importRegister, registerRows } from '../../../cli/register/register.ts';
import { createDynamoClient } from '../../../infra/aws/dynamo-client.ts';
import { AwsEnv, readEnv } from '../../../infra/aws/env.ts';
import { createRecordReader } from '../../../infra/store/record-reader.ts';
import { type OperatedStack, startOperatedStack } from '../../support/operated-stack.ts';

let stack: OperatedStack;
beforeAll(async () => {
  stack = await startOperatedStack({ ingesting: false });
});
afterAll(() => stack.aws.close());

const heading = 'name,type,level,parent,valid_from,valid_to';
const statements = (day: string, ...rows: readonly string[]) =>
  readRegister(new TextEncoder().encode([heading, ...rows].join('\n')), {
    provinceCode: '51',
    recordedAt: `${day}T00:00:00.000Z`,
  }).statements;
const imported = async (...rows: Parameters<typeof statements>) => {
  const { added, changed, unchanged } = await importRegister(stack.target, statements(...rows));
  return [added.length, changed.length, unchanged];
};
const government = '内江市人民政府,government,prefecture,四川省人民政府,,';
const tax = '内江市地方税务局,tax,prefecture,,';

async function stored() {
  const dynamo = createDynamoClient(readEnv(AwsEnv, stack.target.env));
  const { lines } = await createRecordReader({ dynamo, tableName: stack.target.tableName }).lists().register();
  dynamo.destroy();
  return lines;
}

describe('an imported register', () => {
  it('is stored once, however often it is imported, and nothing with a dry run', async () => {
    await importRegister(stack.target, statements('2026-01-01', government, `${tax},`), { dryRun: true });
    expect(await stored()).toEqual([]);
    expect(await imported('2026-01-01', government, `${tax},`)).toEqual([2, 0, 0]);
    expect(await imported('2026-01-02', government, `${tax},`)).toEqual([0, 0, 2]);
    expect(await stored()).toHaveLength(2);
  });

  it('is ended by a later one, which leaves what it does not name, and loses nothing of what was said', async () => {
    expect(await imported('2026-01-03', `${tax},2018-07-04`)).toEqual([0, 1, 0]);
    expect(await registerRows(stack.target)).toEqual([
      heading.split(','),
      government.split(','),
      `${tax},2018-07-04`.split(','),
    ]);
    const said = (await stored()).filter(({ name }) => name === '内江市地方税务局');
    expect(said.map(({ recordedAt, periods }) => [recordedAt.slice(0, 10), periods[0]?.to]).sort()).toEqual([
      ['2026-01-01', null],
      ['2026-01-03', '2018-07-04'],
    ]);
  });

  it('is printed as what can be imported again and changes nothing', async () => {
    const rows = (await registerRows(stack.target)).slice(1).map((row) => row.join(','));
    expect(await imported('2026-01-04', ...rows)).toEqual([0, 0, 2]);
  });
});
