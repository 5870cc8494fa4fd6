import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRegister } from '../../../cli/register/read-register.ts';
import { organ } from './agencies.ts';
import { fullVersion } from './full-record.ts';
import { type StoredApi, startStoredApi } from './stored-api.ts';

const [government, quiet] = [organ('内江市人民政府'), organ('内江市气象局')];

let api: StoredApi;
beforeAll(async () => {
  api = await startStoredApi();
  await api.store([fullVersion(government, 2020), fullVersion(quiet, 2019)]);
});
afterAll(() => api.close());

const statementsOf = (file: Uint8Array, recordedAt: string) =>
  readRegister(file, { provinceCode: '51', recordedAt }).statements;
const sample = readFileSync('docs/neijiang-register.csv');

async function coverage(year: number, division = '5110') {
  const { data, errors } = await api.ask(
    `query ($year: Int!, $division: String!) {
      province(code: "51") { coverage(year: $year, division: $division) { basis expected known reported } }
    }`,
    { year, division },
  );
  expect(errors).toBeUndefined();
  return data.province.coverage;
}

describe('coverage', () => {
  it('without a register is known from uploads alone, and expects nobody', async () => {
    expect(await coverage(2020)).toEqual({ basis: 'uploads', expected: null, known: 2, reported: 1 });
  });

  it('with a register expects who is there from the beginning of the year until the last day for reports', async () => {
    await api.storeRegister(statementsOf(sample, '2026-01-01T00:00:00.000Z'));
    expect(await coverage(2020)).toEqual({ basis: 'register', expected: 13, known: 2, reported: 1 });
    // Two tax offices became one on 5 July 2018: of that year nobody can say which of them reports.
    expect(await coverage(2018)).toMatchObject({ expected: 12 });
    expect(await coverage(2017)).toMatchObject({ expected: 14 });
  });

  it('is of the organs that the register has in the division asked', async () => {
    expect(await coverage(2020, '511083')).toEqual({ basis: 'register', expected: 2, known: 0, reported: 0 });
    expect(await coverage(2020, '5101')).toMatchObject({ basis: 'uploads', expected: null });
  });

  it('is known for each group of an aggregate', async () => {
    const { data } = await api.ask(`{
      province(code: "51") {
        aggregate(year: 2020, division: "5110", metrics: [applicationsReceived], by: level) { level coverage { expected known } }
      }
    }`);
    expect(data.province.aggregate).toEqual([{ level: 'prefecture', coverage: { expected: 7, known: 2 } }]);
  });

  it('costs nothing where nobody asks who is expected, and no call where the register is in memory', async () => {
    const ask = (fields: string) => api.ask(`{ province(code: "51") { coverage(year: 2020) { ${fields} } } }`);
    api.calls();
    await ask('known reported');
    const without = api.calls().calls;
    await ask('known reported expected basis');
    expect(api.calls().calls).toBe(without + 1);
  });

  it('follows a later statement at once', async () => {
    const ended = new TextEncoder().encode('name,valid_to\n内江市财政局,2019-12-31\n');
    await api.storeRegister(statementsOf(ended, '2026-01-02T00:00:00.000Z'));
    expect(await coverage(2020)).toMatchObject({ expected: 12 });
  });
});
