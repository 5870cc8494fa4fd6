import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createGraphqlServer, type GraphqlServer } from '../../functions/graphql/server.ts';
import { buildSegment } from '../../functions/search/build-segment.ts';
import { openTextSearch } from '../../functions/search/open-text-search.ts';
import { createDynamoClient } from '../../infra/aws/dynamo-client.ts';
import { readEnv, TableEnv } from '../../infra/aws/env.ts';
import { startLocalStack } from '../../infra/local/local-stack.ts';
import { segmentFormat } from '../../infra/search/segment-file.ts';
import { bodyItems } from '../../infra/store/bodies/body.ts';
import { batchPut, type TableClient } from '../../infra/store/calls.ts';
import { headItem } from '../../infra/store/heads/items.ts';
import { createNoteList } from '../../infra/store/lists/list-kinds.ts';
import { createReaderCaches, createRecordReader } from '../../infra/store/record-reader.ts';
import { changeTime } from '../../infra/store/table.ts';
import { divisions } from '../../schema/law/vocabulary/divisions.ts';
import { organ } from '../../test/functions/graphql/agencies.ts';
import { fullVersion } from '../../test/functions/graphql/full-record.ts';
import { mulberry32 } from '../random.ts';
import { median, milliseconds, printTable, quantile } from './measure.ts';
import { type Clauses, readClauses, withTexts } from './search/made-up-texts.ts';

const [firstYear, years] = [2006, 20];
const runs = 5;

/** What readers search for, from the rarest words to those that every report has, with and without a choice of reports. */
const questions: readonly (readonly [text: string, filter: string])[] = [
  ...['帮办代办', '流动宣传车', '区块链', '村务公开', '适老化改造', '河长制'].map((text) => [text, '{}'] as const),
  ...['乡村振兴 推进', '惠企政策 公开', '食品抽检 12项', '老旧小区 网站'].map((text) => [text, '{}'] as const),
  ...['应公开尽公开', '社会监督', '政务服务中心', '政策解读', '培训', '保密审查'].map((text) => [text, '{}'] as const),
  ...['帮办代办', '应公开尽公开', '政府信息公开', '信息'].map((text) => [text, '{ year: 2020 }'] as const),
  ...['政策解读', '信息公开'].map((text) => [text, '{ division: "5110" }'] as const),
  ...['政策解读', '信息公开'].map(
    (text) => [text, '{ type: "finance", sections: [problemsAndImprovements] }'] as const,
  ),
  ...['依申请公开', '主动公开', '政府信息公开', '信息公开 工作', '2020', '信息'].map((text) => [text, '{}'] as const),
];

/** What makes the most work that a search may: as many of the words that stand everywhere as it takes. */
const hostile: readonly string[] = [
  '信息 公开 政府 政府信息公开 信息公开 工作 主动公开 网站 我市 进行',
  '政府信息公开'.repeat(33),
  '1件 2件 3件 4件 5件 6件 7件 8件 9件 10件',
];

/** Searches as the explorer does, of so many reports of one province in twenty years: how long they take, and what the indexes are. */
export async function benchSearch(reports: number): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'gongkai-search-bench-'));
  const stack = await startLocalStack({ dataDir, ports: { s3: 0, sqs: 0, dynamodb: 0 } });
  const settings = readEnv(TableEnv, stack.env);
  const dynamo = createDynamoClient(settings);
  try {
    const table = { dynamo, tableName: stack.tableName };
    const clauses = await readClauses();
    const characters = await store(table, { reports, clauses });
    await measure(table, { reports, characters, folder: join(dataDir, 'search') });
  } finally {
    dynamo.destroy();
    await stack.close();
    await rm(dataDir, { recursive: true });
  }
}

const places = divisions.filter(({ code }) => code.startsWith('51'));
const { head: usualHead, record: usualRecord } = fullVersion(organ('市财政局'), 2020);

/** Stores them with their tables, and answers how many characters their narrative has. */
async function store(
  table: TableClient,
  { reports, clauses }: { readonly reports: number; readonly clauses: Clauses },
): Promise<number> {
  const random = mulberry32(20_201_130);
  let characters = 0;
  const noteList = createNoteList(table);
  for (let year = firstYear; year < firstYear + years; year += 1) await noteList({ kind: 'annual-report', year });
  for (let from = 0; from < reports; from += 100) {
    const items = Array.from({ length: Math.min(100, reports - from) }, (_, index) => {
      const number = from + index;
      const year = firstYear + (number % years);
      const place = places[Math.floor(number / years) % places.length];
      const agency = organ(`${place?.name}第${Math.floor(number / years / places.length)}财政局`, place?.code);
      const { id: agencyId, name: agencyName, divisionCode, provinceCode, level } = agency;
      const head = {
        ...usualHead,
        agencyId,
        agencyName,
        divisionCode,
        provinceCode,
        level,
        year,
        version: `v${number}`,
      };
      const record = withTexts({ ...usualRecord, agency, year, statistics: [] }, clauses, {
        agency: agencyName,
        random,
      });
      characters += record.preamble.length + record.sections.reduce((sum, { text }) => sum + text.length, 0);
      // An hour ago, so that not all of them are among the latest changes.
      return [{ ...headItem(head, '1'), gsi2sk: changeTime(Date.now() - 3_600_000) }, ...bodyItems(head, record)];
    });
    await batchPut(table, items.flat());
  }
  return characters;
}

interface Stored {
  readonly reports: number;
  readonly characters: number;
  readonly folder: string;
}

async function measure(table: TableClient, { reports, characters, folder }: Stored): Promise<void> {
  const caches = createReaderCaches({ lines: 200_000, bodyBytes: 4 * 1024 * 1024 });
  const reader = createRecordReader(table, 5_000, caches);
  await mkdir(folder);
  const began = performance.now();
  for (let year = firstYear; year < firstYear + years; year += 1)
    await buildSegment({ reader, year }, join(folder, `${segmentFormat}-${year}-1.sqlite`));
  const seconds = (performance.now() - began) / 1_000;
  const bytes = await sizeOf(folder);
  const { search, close } = await openTextSearch({ SEARCH_FOLDER: folder }, reader, (error) => {
    throw error;
  });
  const server = createGraphqlServer({
    ...{ reader, rules: [], textSearch: async () => search, answerBytes: 0 },
    logError: console.error,
  });
  const first = await timed(() => ask(server, '帮办代办', '{}'));
  const found: { readonly name: string; readonly total: number; readonly ms: number }[] = [];
  const [fresh, freshCpu, again]: [number[], number[], number[]] = [[], [], []];
  const asked = new Set<string>();
  for (const [text, filter] of questions) {
    const times: number[] = [];
    let total = 0;
    const before = process.cpuUsage();
    let firstCpu = 0;
    for (let run = 0; run < runs; run += 1) {
      times.push(
        await timed(async () => {
          total = await ask(server, text, filter);
        }),
      );
      if (run === 0) firstCpu = cpuMs(before);
    }
    const [first = Number.NaN, ...others] = times;
    (asked.has(text) ? again : fresh).push(first);
    if (!asked.has(text)) freshCpu.push(firstCpu);
    again.push(...others);
    asked.add(text);
    found.push({ name: `${text} ${filter}`, total, ms: first });
  }
  const worst: number[] = [];
  for (const text of hostile) worst.push(await timed(() => ask(server, text, '{}')));
  await close();
  printTable(`Search of texts, ${reports} reports in ${years} years`, [
    ['what', 'measured'],
    ['characters of narrative, millions', (characters / 1e6).toFixed(1)],
    ['indexes, MB', (bytes / 1e6).toFixed(1)],
    ['making them, s', seconds.toFixed(1)],
    ['first search of a process, ms', milliseconds(first)],
    [`${fresh.length} searches for words not asked for before, twenty hits each, ms: p50`, milliseconds(median(fresh))],
    ['p95', milliseconds(quantile(fresh, 0.95))],
    ['… of processor time, that of the embedded table included, ms: p50', milliseconds(median(freshCpu))],
    ['p95', milliseconds(quantile(freshCpu, 0.95))],
    [`${again.length} for the same words again, as of the next page, ms: p50`, milliseconds(median(again))],
    ['p95', milliseconds(quantile(again, 0.95))],
    ['the most work a search may make, ms', milliseconds(Math.max(...worst))],
    ['memory of the process, MB', (process.memoryUsage().rss / 1e6).toFixed(0)],
  ]);
  printTable('The slowest searches', [
    ['search', 'hits', 'ms'],
    ...found
      .toSorted((one, other) => other.ms - one.ms)
      .slice(0, 8)
      .map(({ name, total, ms }) => [name, String(total), milliseconds(ms)]),
  ]);
}

async function sizeOf(folder: string): Promise<number> {
  const sizes = await Promise.all((await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Milliseconds of processor time that this process has taken since. */
function cpuMs(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Answers how many texts were found. Throws unless all reports were searched. */
async function ask(server: GraphqlServer, text: string, filter: string): Promise<number> {
  const query = `query ($text: String!) { search(text: $text, filter: ${filter}, first: 20) { totalCount coverage { left reports }
    nodes { report { year outcome agency { id name } } section { key ordinal heading } sentenceCount
      sentences { text offset words { offset length } } } } }`;
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query, variables: { text } });
  const response = await server.fetch('http://bench/graphql', { method: 'POST', headers, body });
  const answer = await response.json();
  if (answer.data === undefined || answer.data.search.coverage.left !== 0) throw new Error(JSON.stringify(answer));
  return answer.data.search.totalCount;
}
