import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSamples } from '../../cli/start/load-samples.ts';
import { type Product, startProduct } from '../../cli/start/start-product.ts';

let dataDir: string;
let product: Product;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'gongkai-readme-'));
  const ports = { s3: 0, sqs: 0, dynamodb: 0 };
  product = await startProduct({ dataDir, graphqlPort: 0, ports, onProgress: () => undefined });
  await loadSamples(product, dataDir);
});

afterAll(async () => {
  await product.close();
  await rm(dataDir, { recursive: true });
});

function block(text: string, language: string): string {
  const found = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\n\`\`\``).exec(text)?.[1];
  if (found === undefined) throw new Error(`README has no ${language} block`);
  return found;
}

describe('README', () => {
  it('shows a query with its real answer', async () => {
    const readme = await readFile('README.md', 'utf8');
    const response = await fetch(product.running.graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: block(readme, 'graphql') }),
    });
    const { data } = await response.json();
    expect({ data }).toEqual(JSON.parse(block(readme, 'json')));
  });

  it('points at the line that the answer names', async () => {
    const readme = await readFile('README.md', 'utf8');
    const line = JSON.parse(block(readme, 'json')).data.agencies.nodes[0].year.section.cell.place.line;
    const sample = await readFile('samples/neijiang-2020.txt', 'utf8');
    expect(sample.split('\n')[line - 1]).toMatch(/^\(七\)总计 .* 234$/);
    expect(readme).toContain(`Line ${line} of`);
  });
});
