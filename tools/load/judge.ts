import type { S3Client } from '@aws-sdk/client-s3';
import { z } from 'zod';
import type { RunningStack } from '../../cli/running-stack.ts';
import { objectVersions } from '../../infra/aws/object-versions.ts';
import { rawPrefix } from '../../infra/aws/raw-store.ts';
import { ReportRecord, type TableRow } from '../../schema/record/report.ts';
import type { ExpectedReport, LoadedProvince } from './province.ts';

const Ingestions = z.object({
  data: z.object({
    ingestions: z.object({
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
      nodes: z.array(z.object({ key: z.string(), outcome: z.string() })),
    }),
  }),
});

const query = `query ($after: String) {
  ingestions(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { key outcome } }
}`;

/**
 * What is not as it must be, a line each: a version of a file without its one ingestion or with another end, a report or a figure
 * that is not there. A file has several versions where an upload was answered by nobody and was made again.
 */
export async function judge(
  running: RunningStack,
  { code: province, files, reports }: LoadedProvince,
  s3: S3Client,
): Promise<string[]> {
  const ends = await ingestions(running.graphql);
  const versions = Map.groupBy(
    await objectVersions(s3, { bucket: running.bucket, prefix: rawPrefix }),
    ({ key }) => key,
  );
  const ofFiles = files.flatMap(({ key, report }) => {
    const [there, ended] = [versions.get(key) ?? [], ends.get(key) ?? []];
    if (there.length === 0 || ended.length !== there.length)
      return [`${key}: ${ended.length} ingestions of ${there.length} versions`];
    return ended.filter((end) => (end === 'rejected') !== (report === null)).map((end) => `${key}: ${end}`);
  });
  const ofYears = await Promise.all(
    [...Map.groupBy(reports, ({ year }) => year)].map(([year, expected]) =>
      judgeYear({ graphql: running.graphql, province, year }, expected),
    ),
  );
  return [...ofFiles, ...ofYears.flat()];
}

async function ingestions(graphql: string): Promise<Map<string, string[]>> {
  const ends = new Map<string, string[]>();
  for (let after: string | null = null, more = true; more; ) {
    const response: Response = await fetch(graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { after } }),
    });
    const page: z.infer<typeof Ingestions>['data']['ingestions'] = Ingestions.parse(await response.json()).data
      .ingestions;
    for (const { key, outcome } of page.nodes) ends.set(key, [...(ends.get(key) ?? []), outcome]);
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage;
  }
  return ends;
}

interface Asked {
  readonly graphql: string;
  readonly province: string;
  readonly year: number;
}

/** The records of a year as the export gives them, beside what was uploaded. */
async function judgeYear({ graphql, province, year }: Asked, expected: readonly ExpectedReport[]): Promise<string[]> {
  const response = await fetch(new URL(`/export/${province}/${year}.ndjson`, graphql));
  if (!response.ok) return [`the export of ${year} answered ${response.status}`];
  const left = new Map(expected.map((report) => [report.agency, report]));
  const faults: string[] = [];
  for (const line of (await response.text()).trimEnd().split('\n')) {
    const record = ReportRecord.parse(JSON.parse(line));
    const name = record.agency?.name ?? '';
    const report = left.get(name);
    left.delete(name);
    faults.push(...(report === undefined ? [`${year} ${name}: nobody uploaded it`] : judgeRecord(record, report)));
  }
  return [...faults, ...[...left.keys()].map((agency) => `${year} ${agency}: not there`)];
}

/** What of a record is not as it was uploaded, a line a figure. */
export function judgeRecord(record: ReportRecord, { agency, year, figures }: ExpectedReport): string[] {
  const stored = figuresOf(record);
  const paths = [...figures.keys()].filter((path) => stored.get(path) !== figures.get(path));
  return paths.map((path) => `${year} ${agency} ${path}: ${stored.get(path)} for ${figures.get(path)}`);
}

function figuresOf({ tables, indicators }: ReportRecord): Map<string, number | null> {
  const cells = Object.entries(tables).flatMap(([table, { form, ...rows } = { form: null }]) =>
    Object.entries<TableRow>(rows).flatMap(([row, columns]) =>
      Object.entries(columns).map(([column, { value }]) => [`${table}.${row}.${column}`, value] as const),
    ),
  );
  return new Map([...indicators.map(({ key, value }) => [`indicators.${key}`, value] as const), ...cells]);
}
