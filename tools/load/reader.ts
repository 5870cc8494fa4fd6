import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { ReportRecord } from '../../schema/record/report.ts';
import { quantile } from '../bench/measure.ts';
import { mulberry32, type Random } from '../random.ts';
import { judgeRecord } from './judge.ts';
import type { ExpectedReport, LoadedProvince } from './province.ts';

/** What a client reads: agencies with everything in them, a year's measures and ranking, a year's export. */
type ReadKind = 'agencies' | 'measures' | 'export';

/** What a client saw of one kind of read while others wrote. */
export interface ReadWhileWriting {
  readonly kind: ReadKind;
  /** Milliseconds of each answer. */
  readonly milliseconds: readonly number[];
  /** Reports in the answers. */
  readonly reports: number;
  /** What is not as it must be, a line each: a report of which only a part, or another's figures, was there. */
  readonly faults: readonly string[];
}

/** Milliseconds between an answer and the next question: a person who clicks, not a benchmark. */
const pauseMs = 100;
/** Of so many reads one is the export of a year, which is a whole file, and every other one of the rest is of measures. */
const exportEvery = 20;

/** What an answer holds: how many reports, and what is wrong with them. */
interface Seen {
  readonly reports: number;
  readonly faults: readonly string[];
}

/** Where the reader asks, and what it may find there. */
interface Asked {
  readonly graphql: string;
  readonly province: string;
  readonly expected: Expected;
  readonly random: Random;
}

class Expected {
  readonly #reports: ReadonlyMap<string, ExpectedReport>;
  readonly all: readonly ExpectedReport[];

  constructor(reports: readonly ExpectedReport[]) {
    this.all = reports;
    this.#reports = new Map(reports.map((report) => [`${report.agency} ${report.year}`, report]));
  }

  any(random: Random): ExpectedReport {
    return this.all[Math.floor(random() * this.all.length)] as ExpectedReport;
  }

  of(agency: string, year: number): ExpectedReport | undefined {
    return this.#reports.get(`${agency} ${year}`);
  }
}

/**
 * Reads what is loaded until `ended` is, one read after the other, and holds every figure against what was uploaded. Every rendition of a
 * report has the same figures, so a report that shows some of them alone is torn. An API that does not answer, since it was killed, is
 * asked again and is not counted.
 */
export async function readWhileWriting(
  graphql: string,
  { code: province, reports }: LoadedProvince,
  ended: AbortSignal,
): Promise<ReadWhileWriting[]> {
  const asked: Asked = { graphql, province, expected: new Expected(reports), random: mulberry32(reports.length) };
  const reads = { agencies: readAgencies, measures: readMeasures, export: readExport };
  const seen = Object.fromEntries(
    Object.keys(reads).map((kind) => [kind, { milliseconds: [] as number[], reports: 0, faults: [] as string[] }]),
  ) as Record<ReadKind, { milliseconds: number[]; reports: number; faults: string[] }>;
  for (let count = 1; !ended.aborted; count += 1, await sleep(pauseMs)) {
    const kind = count % exportEvery === 0 ? 'export' : count % 2 === 0 ? 'measures' : 'agencies';
    const start = performance.now();
    const answer = await reads[kind](asked).catch((error: Error) => ({ reports: 0, faults: [error.message] }));
    if (answer === null) continue;
    seen[kind].milliseconds.push(performance.now() - start);
    seen[kind].reports += answer.reports;
    seen[kind].faults.push(...answer.faults);
  }
  return Object.entries(seen).map(([kind, read]) => ({ kind: kind as ReadKind, ...read }));
}

/** What was read while others wrote, as a table. */
export function readRows(reads: readonly ReadWhileWriting[]): string[][] {
  const rows = reads.map(({ kind, milliseconds, reports }) => {
    const times = [0.5, 0.95].map((share) =>
      milliseconds.length === 0 ? '' : quantile(milliseconds, share).toFixed(0),
    );
    return [kind, String(milliseconds.length), String(reports), ...times];
  });
  return [['read', 'answers', 'reports in them', 'ms p50', 'p95'], ...rows];
}

const agenciesQuery = `query Read($name: String!) {
  agencies(filter: { nameContains: $name }, first: 3) {
    nodes {
      name
      years(last: 30) {
        year
        report { outcome }
        sections {
          key
          ... on StatutorySection { rows { key cells { column value } } }
        }
      }
    }
  }
}`;

const Cell = z.object({ column: z.string(), value: z.number().nullable() });
const Section = z.object({
  key: z.string(),
  rows: z.array(z.object({ key: z.string(), cells: z.array(Cell) })).default([]),
});
const Year = z.object({
  year: z.int(),
  report: z.object({ outcome: z.string() }).nullable(),
  sections: z.array(Section),
});
const Agencies = z.object({
  agencies: z.object({ nodes: z.array(z.object({ name: z.string(), years: z.array(Year) })) }),
});

async function readAgencies({ graphql, expected, random }: Asked): Promise<Seen | null> {
  const answer = await ask(graphql, agenciesQuery, { name: expected.any(random).agency });
  if (answer === null) return null;
  const reports = Agencies.parse(answer).agencies.nodes.flatMap(({ name, years }) =>
    years.filter(({ report }) => report !== null).map(({ year, sections }) => ({ name, year, sections })),
  );
  const faults = reports.flatMap(({ name, year, sections }) => {
    const report = expected.of(name, year);
    if (report === undefined) return [`${year} ${name}: nobody uploaded it`];
    return isWhole(sections, report) ? [] : [`${year} ${name}: torn`];
  });
  return { reports: reports.length, faults };
}

/** Whether every figure of the tables is there as it was uploaded. */
function isWhole(sections: readonly z.infer<typeof Section>[], { figures }: ExpectedReport): boolean {
  const shown = new Map<string, number | null>(
    sections.flatMap(({ key, rows: ofSection }) =>
      ofSection.flatMap((row) =>
        row.cells.map(({ column, value }): [string, number | null] => [`${key}.${row.key}.${column}`, value]),
      ),
    ),
  );
  return [...figures].every(([path, value]) => path.startsWith('indicators.') || shown.get(path) === value);
}

const measuresQuery = `query Measures($province: ID!, $year: Int!) {
  province(code: $province) {
    aggregate(year: $year, metrics: [applicationsReceived]) {
      measured max
      ranking(first: 20) { value report { agency { name } } }
    }
  }
}`;

const Ranked = z.object({ value: z.number(), report: z.object({ agency: z.object({ name: z.string() }) }) });
/** The province is null until something of it is stored. */
const Measures = z.object({
  province: z
    .object({
      aggregate: z.array(z.object({ measured: z.int(), max: z.number().nullable(), ranking: z.array(Ranked) })),
    })
    .nullable(),
});

/** The path of the figure that the measure is, in a report with tables and in one without. */
const receivedPaths = ['applications.newlyReceived.total', 'indicators.applications.received'];

async function readMeasures({ graphql, province, expected, random }: Asked): Promise<Seen | null> {
  const { year } = expected.any(random);
  const answer = await ask(graphql, measuresQuery, { province, year });
  if (answer === null) return null;
  const [aggregate] = Measures.parse(answer).province?.aggregate ?? [];
  const ranking = aggregate?.ranking ?? [];
  const faults = ranking.flatMap(({ value, report }) => {
    const figures = expected.of(report.agency.name, year)?.figures;
    return receivedPaths.some((path) => figures?.get(path) === value)
      ? []
      : [`${year} ${report.agency.name}: ranked with ${value}`];
  });
  const [highest] = ranking;
  const isHighest = aggregate?.max === null || highest === undefined || highest.value === aggregate?.max;
  return { reports: ranking.length, faults: isHighest ? faults : [...faults, `${year}: the first is not the highest`] };
}

async function readExport({ graphql, province, expected, random }: Asked): Promise<Seen | null> {
  const { year } = expected.any(random);
  const lines = await textOf(new URL(`/export/${province}/${year}.ndjson`, graphql));
  if (lines === null) return null;
  const records = lines
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ReportRecord.parse(JSON.parse(line)));
  const faults = records.flatMap((record) => {
    const name = record.agency?.name ?? '';
    const report = expected.of(name, year);
    return report === undefined ? [`${year} ${name}: nobody uploaded it`] : judgeRecord(record, report);
  });
  return { reports: records.length, faults };
}

const Answer = z.object({ data: z.unknown(), errors: z.array(z.object({ message: z.string() })).default([]) });

/** The data of an answer; null where the API does not answer. Throws where it refuses the query. */
async function ask(graphql: string, query: string, variables: Readonly<Record<string, unknown>>): Promise<unknown> {
  const text = await textOf(new URL(graphql), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  if (text === null) return null;
  const { data, errors } = Answer.parse(JSON.parse(text));
  if (errors.length > 0)
    throw new Error(`The API refuses to answer: ${errors.map(({ message }) => message).join('; ')}`);
  return data;
}

/** A whole answer, empty where nothing is stored; null where the API is down, or goes down meanwhile. Throws where it answers with an error. */
async function textOf(address: URL, request: RequestInit = {}): Promise<string | null> {
  const answer = await fetch(address, request)
    .then(async (response) => ({ status: response.status, text: await response.text() }))
    .catch(() => null);
  if (answer === null) return null;
  if (answer.status === 404) return '';
  if (answer.status !== 200) throw new Error(`${address.pathname} is not answered: ${answer.text}`);
  return answer.text;
}
