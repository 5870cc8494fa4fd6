import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SearchCoverage, searchTexts } from '../../cli/search.ts';
import { type SampleProduct, startSampleProduct } from '../functions/graphql/clients/sample-product.ts';

let product: SampleProduct;
beforeAll(async () => {
  product = await startSampleProduct();
});
afterAll(() => product.close());

async function search(text: string, filter = {}) {
  const [rows, told]: [(readonly string[])[], SearchCoverage[]] = [[], []];
  const request = { text, filter, patienceMs: 10_000, onCoverage: (coverage: SearchCoverage) => told.push(coverage) };
  for await (const columns of searchTexts(product.url, request)) rows.push(columns.slice(1));
  return { rows, told };
}

test('every sentence that was found is printed with its agency, year and section, and of how many reports that is', async () => {
  const { rows, told } = await search('应公开尽公开 社会监督');
  expect(told).toMatchObject([{ reports: 4, searched: 4, left: 0 }]);
  expect(rows.map((row) => row.slice(0, 3))).toEqual([['清镇市人民政府', '2020', 'overview']]);
  expect(rows[0]?.[3]).toMatch(/^全面推进政务公开.*应公开尽公开并接受社会监督。$/);
  expect((await search('公开', { division: '51', years: [2018] })).rows.length).toBeGreaterThan(20);
  expect(await search('区块链')).toMatchObject({ rows: [], told: [{ searched: 4 }] });
});

test('what the API refuses is said in its words', async () => {
  await expect(search('公')).rejects.toThrow('每个中文检索词至少两个字');
});
