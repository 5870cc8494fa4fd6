import { readFileSync } from 'node:fs';
import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { graphqlSchema } from '../../schema/graphql/schema.ts';
import { reasonMessages } from '../../schema/law/vocabulary/reasons.ts';

/** Queries stand in code spans, or in quotes of a shell. */
const query = /[`']((?:query )?\{ .+ \})[`']/g;

test.each(['docs/runbook.md', 'docs/deploy.md'])('the queries in %s are ones that the API answers', (file) => {
  const queries = [...readFileSync(file, 'utf8').matchAll(query)]
    .map(([, text = '']) => text)
    .filter((text) => !text.includes("'"));
  expect(queries.length).toBeGreaterThan(0);
  for (const text of queries)
    expect({ text, errors: validate(graphqlSchema, parse(text)) }).toEqual({ text, errors: [] });
});

test('the reasons that the runbook names exist', () => {
  const named = [...readFileSync('docs/runbook.md', 'utf8').matchAll(/one reason \(([^)]+)\)/g)].flatMap(
    ([, list = '']) => [...list.matchAll(/`([^`]+)`/g)].map(([, code]) => code),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(Object.keys(reasonMessages)).toEqual(expect.arrayContaining(named));
});
