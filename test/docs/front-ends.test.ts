import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SampleProduct, startSampleProduct } from '../functions/graphql/clients/sample-product.ts';

let product: SampleProduct;
beforeAll(async () => {
  product = await startSampleProduct();
});
afterAll(() => product.close());

const page = readFileSync('docs/front-ends.md', 'utf8');
const agencies = ['营口市人民政府', '自贡市贡井区人民政府', '内江市人民政府', '雅安市人民政府办公室', '清镇市人民政府'];

describe.each(['apollo', 'urql'])('the example of %s', (name) => {
  const file = `clients/caches/examples/${name}.ts`;

  it('stands on the page as it is', () => {
    expect(page).toContain(`\`\`\`ts\n${readFileSync(file, 'utf8')}\`\`\`\n`);
  });

  it('lists every page of a list out of the cache', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [file, product.url]);
    expect(stdout.trimEnd().split('\n')).toEqual(agencies);
  });
});
