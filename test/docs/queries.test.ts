import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importDenominators } from '../../cli/denominators/denominators.ts';
import { readDenominators } from '../../cli/denominators/read-denominators.ts';
import { readRegister } from '../../cli/register/read-register.ts';
import { importRegister } from '../../cli/register/register.ts';
import { graphqlSchema } from '../../schema/graphql/schema.ts';
import { type SampleProduct, startSampleProduct } from '../functions/graphql/clients/sample-product.ts';
import { type Recipe, recipesOf, withAnswer } from './recipes.ts';

const page = 'docs/queries.md';
const recipes = recipesOf(readFileSync(page, 'utf8'));

let product: SampleProduct;
beforeAll(async () => {
  product = await startSampleProduct();
  const imported = { provinceCode: null, recordedAt: '2026-01-01T00:00:00.000Z' };
  await importRegister(product.target, readRegister(readFileSync('docs/neijiang-register.csv'), imported).statements);
  const denominators = readDenominators(readFileSync('docs/denominators-sample.csv'), imported);
  await importDenominators(product.target, denominators.statements);
});
afterAll(() => product.close());

async function answerOf({ query, variables }: Recipe): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(product.url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const { data, errors } = await response.json();
  expect(errors).toBeUndefined();
  return `${JSON.stringify(data, null, 2)}\n`;
}

it('has a query for every question that a front-end starts with', () => {
  expect(recipes.length).toBeGreaterThanOrEqual(15);
});

it.each(recipes.filter(({ answer }) => answer !== null).map((recipe) => [recipe.title, recipe] as const))(
  '%s: the answer on the page is the real one',
  async (title, recipe) => {
    const answer = await answerOf(recipe);
    if (process.env.UPDATE_DOCS) writeFileSync(page, withAnswer(readFileSync(page, 'utf8'), title, answer));
    else expect(recipe.answer).toBe(answer);
  },
);

it.each(recipes.filter(({ answer }) => answer === null).map((recipe) => [recipe.title, recipe] as const))(
  '%s: the query is one of the schema',
  (_, { query }) => expect(validate(graphqlSchema, parse(query))).toEqual([]),
);
