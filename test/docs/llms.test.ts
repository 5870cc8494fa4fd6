import { readFileSync } from 'node:fs';
import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { readAddress } from '../../functions/export/export-address.ts';
import { graphqlSchema } from '../../schema/graphql/schema.ts';

const text = readFileSync('web/public/llms.txt', 'utf8');

test('llms.txt asks what the schema answers', () => {
  const queries = text.match(/(?<=Begin with |Sentences: )\{.*\}(?=\.)/gu) ?? [];
  expect(queries).toHaveLength(2);
  for (const query of queries) expect(validate(graphqlSchema, parse(query))).toEqual([]);
});

test('llms.txt names files that the API has', () => {
  const paths = text.match(/\/export\/[\w-]+\.\w+/gu) ?? [];
  expect(paths.length).toBeGreaterThan(1);
  for (const path of paths) expect(readAddress(new URL(path, 'http://localhost')), path).not.toBeNull();
});
