import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAgencies } from '../../cli/agencies.ts';
import { type SampleProduct, startSampleProduct } from '../functions/graphql/clients/sample-product.ts';

let product: SampleProduct;
beforeAll(async () => {
  product = await startSampleProduct();
});
afterAll(() => product.close());

async function list(filter: Parameters<typeof listAgencies>[1]) {
  const rows: (readonly string[])[] = [];
  for await (const columns of listAgencies(product.url, filter)) rows.push(columns.slice(1));
  return rows;
}

test('agencies are listed with kind, level, name and the years of their reports', async () => {
  expect(await list({ division: '51' })).toEqual([
    ['government', 'county', '自贡市贡井区人民政府', '2018'],
    ['government', 'prefecture', '内江市人民政府', '2020'],
    ['governmentOffice', 'prefecture', '雅安市人民政府办公室', ''],
  ]);
  expect(await list({ type: 'governmentOffice' })).toHaveLength(1);
  expect(await list({ placed: false })).toEqual([]);
});

test('what the API refuses is said in its words', async () => {
  await expect(list({ type: 'no-kind' })).rejects.toThrow('type is the key of no kind of organ.');
});
