import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient, GongkaiError, type Notice } from '../../clients/typescript/client.ts';
import {
  FindAgenciesDocument,
  ReportCellsDocument,
  TypedDocumentString,
} from '../../clients/typescript/operations.generated.ts';
import { buildDocuments, buildTrustedDocuments, frontEnds, trustedTarget } from '../../tools/build-client.ts';
import { type SampleProduct, startSampleProduct } from '../functions/graphql/clients/sample-product.ts';

let product: SampleProduct;
beforeAll(async () => {
  product = await startSampleProduct();
});
afterAll(() => product.close());

const sums =
  '{ province(code: "210000") { aggregate(year: 2020, metrics: [applicationsReceived], minimumGroup: 1) { sum } } }';

const neijiang = '511000-5d0af38c55c3';

async function run(example: string, ...args: string[]): Promise<string[]> {
  const script = `clients/typescript/examples/${example}.ts`;
  const { stdout } = await promisify(execFile)(process.execPath, [script, product.url, ...args]);
  return stdout.trimEnd().split('\n');
}

it.each(frontEnds)('$target is what the script makes of the schema', async (frontEnd) => {
  expect(readFileSync(frontEnd.target, 'utf8')).toBe(await buildDocuments(frontEnd));
});

it('the server knows the queries of the explorer as the explorer sends them', async () => {
  expect(readFileSync(trustedTarget, 'utf8')).toBe(await buildTrustedDocuments());
});

describe('the examples', () => {
  it('list agencies over several pages', async () => {
    const lines = await run('list-agencies', '人民政府');
    expect(lines).toHaveLength(5);
    expect(lines[2]).toBe(`${neijiang}\t内江市人民政府\t内江市\t2020`);
  });

  it('print a table', async () => {
    const lines = await run('print-table', neijiang, '2020');
    expect(lines[0]?.split('\t').slice(-1)).toEqual(['total']);
    expect(lines[3]).toMatch(/^\(一\)予以公开\t111\t.*\t114$/);
  });

  it('rank a province', async () => {
    expect(await run('rank-province', '510000', '2020')).toEqual([
      '四川省 新收申请数 (件): 1/3, 1 measured, median 224',
      '1\t224\t内江市人民政府',
    ]);
  });
});

describe('the client', () => {
  it('gives data of the type of its operation', async () => {
    const client = createClient({ url: product.url });
    const { agencies } = await client.request(FindAgenciesDocument, { name: 'qzs', first: 1 });
    const division: string | null | undefined = agencies.nodes[0]?.division?.name;
    expect(division).toBe('清镇市');
    expect((await client.request(ReportCellsDocument, { id: 'nobody', year: 2020 })).agency).toBeNull();
  });

  it('throws what the server says, with its code', async () => {
    const asked = createClient({ url: product.url }).request(FindAgenciesDocument, { name: '', first: 0 });
    await expect(asked).rejects.toThrow(GongkaiError);
    await expect(asked).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it.each([
    ['a page', new Response('<html>Bad Gateway</html>', { status: 502 }), /502 with what is no JSON: <html>Bad/],
    ['nothing', new Response('', { status: 504 }), /504 with what is no JSON/],
    ['a word', new Response('null'), /200 with what is no JSON/],
    ['the JSON of a gateway', Response.json({ message: 'Forbidden' }, { status: 403 }), /403 without data/],
  ])('says with a code that %s is no answer', async (_name, response, message) => {
    const client = createClient({ url: product.url, fetch: async () => response });
    const asked = client.request(FindAgenciesDocument, { name: 'qzs', first: 1 });
    await expect(asked).rejects.toThrow(GongkaiError);
    await expect(asked).rejects.toMatchObject({ code: 'NO_ANSWER', message: expect.stringMatching(message) });
  });

  it('passes on what must be known of the figures of an answer', async () => {
    const notices: Notice[] = [];
    const client = createClient({ url: product.url, onNotice: (notice) => notices.push(notice) });
    await client.request(FindAgenciesDocument, { name: 'qzs', first: 1 });
    expect(notices).toEqual([]);
    await client.request(new TypedDocumentString<unknown, object>(sums), {});
    expect(notices).toMatchObject([
      { code: 'SUM_OF_UNKNOWN_SCOPE', fields: expect.arrayContaining(['Aggregate.sum']) },
    ]);
  });
});
