import process from 'node:process';
import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { provinces } from '../../cdk/provinces.ts';
import { createGraphqlServer } from '../../functions/graphql/server.ts';
import type { Item, TableClient } from '../../infra/store/calls.ts';
import { agencyItem, headItem } from '../../infra/store/heads/items.ts';
import { nationalSizes } from '../../infra/store/national/line-budget.ts';
import { createNationalReader } from '../../infra/store/national/national-reader.ts';
import { createReaderCaches, createRecordReader } from '../../infra/store/record-reader.ts';
import { agenciesPartition, listNamesKey } from '../../infra/store/table.ts';
import { organ } from '../../test/functions/graphql/agencies.ts';
import { fullVersion } from '../../test/functions/graphql/full-record.ts';
import { figuresOf } from './graphql/figures-of.ts';

// Run as `node --max-old-space-size=1800 tools/bench/measure-national.ts`: how much memory the gateway takes over a nation
// of this size, under less heap than it has on Lambda. The tables are made up while they are read, so that they take none.
const reportsOfProvince = Number(process.argv[2] ?? 5_000);
const years = Array.from({ length: 6 }, (_, back) => 2024 - back);
const linesOfPage = 900;

/** Lines of a province: the same report under other names, years and figures. */
function linesOf(provinceCode: string): (partition: string, index: number) => Item {
  const agency = organ('第@财政局', `${provinceCode}0000`);
  const [template, mark] = ['abcdefabcdef', '@'];
  const base = { ...fullVersion(agency, 1000).head, figures: figuresOf(7), version: '@'.padStart(32, '0') };
  const head = String(headItem({ ...base, agencyId: `${provinceCode}0000-${template}` }, '1').head);
  return (partition, index) => {
    const [digits, name] = [index.toString(16).padStart(template.length, '0'), `第${index}财政局`];
    if (partition === agenciesPartition)
      return agencyItem({ ...agency, id: `${provinceCode}0000-${digits}`, name }, 2024, '1');
    const text = head.replaceAll('1000', partition.slice(-4)).replaceAll(template, digits);
    return { head: text.replaceAll(mark, String(index)) };
  };
}

function tableOf(provinceCode: string): TableClient {
  const names = Object.fromEntries(years.map((year) => [`reports/${year}`, 1]));
  const line = linesOf(provinceCode);
  const send = async (command: unknown) => {
    await new Promise((resolve) => setImmediate(resolve));
    if (command instanceof GetCommand) return { Item: { ...listNamesKey, ...names } };
    if (!(command instanceof QueryCommand)) throw new Error('The nation is asked for lists alone');
    const from = Number(command.input.ExclusiveStartKey?.at ?? 0);
    const partition = String(command.input.ExpressionAttributeValues?.[':pk']);
    if (command.input.IndexName === 'gsi2') return { Items: [] };
    const to = Math.min(from + linesOfPage, reportsOfProvince);
    const Items = Array.from({ length: to - from }, (_, at) => line(partition, from + at));
    return { Items, ...(to < reportsOfProvince && { LastEvaluatedKey: { at: to } }) };
  };
  // Of the client only `send` is used.
  return { dynamo: { send } as unknown as TableClient['dynamo'], tableName: provinceCode };
}

const caches = createReaderCaches(nationalSizes);
const readers = new Map(provinces.map(({ code }) => [code, createRecordReader(tableOf(code), 0, caches)]));
const server = createGraphqlServer({
  reader: (onUnavailable) => createNationalReader({ readers, deadlineMs: 60_000, onUnavailable }),
  rules: [],
  logError: console.error,
});
const measures = 'metrics: [applicationsReceived, grantedShare]';
const questions = {
  'agencies of the nation': '{ agencies { totalCount } }',
  'a year, by province': `{ provinces { code aggregate(year: 2024, ${measures}) { pooled } } }`,
  'the same again': `{ provinces { name aggregate(year: 2024, ${measures}) { pooled } } }`,
  'six years of one province': `{ province(code: "51") { ${years
    .map((year) => `y${year}: aggregate(year: ${year}, ${measures}) { pooled }`)
    .join(' ')} } }`,
  'reports of six years': `{ ${years
    .map((year) => `y${year}: reports(filter: { year: ${year} }) { totalCount nodes { agency { name } } }`)
    .join(' ')} }`,
  'years of every province': '{ provinces { code years } }',
} as const;

for (const [name, query] of Object.entries(questions)) {
  const start = performance.now();
  const body = JSON.stringify({ query });
  const headers = { 'content-type': 'application/json' };
  const response = await server.fetch('http://bench/graphql', { method: 'POST', headers, body });
  const text = await response.text();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const { heapUsed } = process.memoryUsage();
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${name}: ${seconds} s, heap ${(heapUsed / 1024 ** 2).toFixed(0)} MB, most so far ${peak.toFixed(0)} MB; ${text.slice(0, 100)}`,
  );
}
