import { z } from 'zod';
import type { Measured } from '../../cost/measured.ts';
import { nestedQuery } from '../nested-query.ts';
import { mean, unitsOf, type Workshop } from './workshop.ts';

const queries = 60;
const warmUp = 10;

const Answer = z.object({ statusCode: z.literal(200), body: z.string() });
const Agencies = z.object({ data: z.object({ agencies: z.object({ nodes: z.array(z.object({ id: z.string() })) }) }) });

/** Asks for the last year of each agency in turn, down to every cell. */
export async function measureQueries(shop: Workshop): Promise<Measured['queried']> {
  const ids = await agencyIds(shop);
  const events = Array.from({ length: warmUp + queries }, (_, index) =>
    httpEvent({ query: nestedQuery, variables: { id: ids[index % ids.length], last: 1 } }),
  );
  shop.tap.read();
  const { milliseconds, answer } = await shop.drive('graphql', events);
  const calls = shop.tap.read();
  return {
    queries,
    milliseconds: mean(milliseconds.slice(warmUp)),
    tableCalls: calls.length / events.length,
    readUnits: unitsOf(calls).readUnits / events.length,
    answerBytes: Buffer.byteLength(Answer.parse(answer).body),
  };
}

/** Agencies of the samples that have reports with tables, the first of which the last answer is about. */
async function agencyIds(shop: Workshop): Promise<string[]> {
  const query = '{ agencies(filter: { year: 2020 }) { nodes { id } } }';
  const { answer } = await shop.drive('graphql', [httpEvent({ query })]);
  const { data } = Agencies.parse(JSON.parse(Answer.parse(answer).body));
  return data.agencies.nodes.map(({ id }) => id);
}

function httpEvent(body: object) {
  const domainName = 'abc123.execute-api.us-east-1.amazonaws.com';
  return {
    version: '2.0',
    rawPath: '/graphql',
    rawQueryString: '',
    headers: { 'content-type': 'application/json', host: domainName },
    requestContext: { domainName, http: { method: 'POST' } },
    body: JSON.stringify(body),
    isBase64Encoded: false,
  };
}
