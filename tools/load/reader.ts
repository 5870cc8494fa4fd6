import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { mulberry32 } from '../random.ts';
import type { ExpectedReport } from './province.ts';

/** What a client saw that read while others wrote. */
export interface ReadWhileWriting {
  /** Milliseconds of each answer. */
  readonly milliseconds: readonly number[];
  /** Answers that had a report in them. */
  readonly reports: number;
  /** What is not as it must be, a line each: a report of which only a part, or another's figures, was there. */
  readonly faults: readonly string[];
}

/** Milliseconds between an answer and the next question: a person who clicks, not a benchmark. */
const pauseMs = 100;

const rows = 'rows { key cells { column value } }';
const query = `query Read($name: String!) {
  agencies(filter: { nameContains: $name }, first: 3) {
    nodes {
      name
      years(last: 30) {
        year
        report { outcome }
        sections {
          key
          ... on ProactiveDisclosureSection { ${rows} }
          ... on ApplicationsSection { ${rows} }
          ... on ReviewAndLitigationSection { ${rows} }
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
const Answer = z.object({
  data: z.object({ agencies: z.object({ nodes: z.array(z.object({ name: z.string(), years: z.array(Year) })) }) }),
});

/**
 * Reads agencies of the load, each with everything in it, one after the other until `ended` is, and holds every figure against what
 * was uploaded. Every rendition of a report has the same figures, so a report that shows some of them alone is torn. An API that does
 * not answer, since it was killed, is asked again and is not counted.
 */
export async function readWhileWriting(
  graphql: string,
  reports: readonly ExpectedReport[],
  ended: AbortSignal,
): Promise<ReadWhileWriting> {
  const random = mulberry32(reports.length);
  const expected = new Map(reports.map((report) => [`${report.agency} ${report.year}`, report]));
  const seen = { milliseconds: [] as number[], reports: 0, faults: [] as string[] };
  while (!ended.aborted) {
    const { agency } = reports[Math.floor(random() * reports.length)] as ExpectedReport;
    const start = performance.now();
    const body = await ask(graphql, agency);
    if (body !== null) seen.milliseconds.push(performance.now() - start);
    await sleep(pauseMs);
    if (body === null) continue;
    for (const { name, years } of Answer.parse(body).data.agencies.nodes) {
      for (const { year, sections } of years.filter(({ report }) => report !== null)) {
        const report = expected.get(`${name} ${year}`);
        seen.reports += 1;
        if (report === undefined) seen.faults.push(`${year} ${name}: nobody uploaded it`);
        else if (!isWhole(sections, report)) seen.faults.push(`${year} ${name}: torn`);
      }
    }
  }
  return seen;
}

async function ask(graphql: string, name: string): Promise<unknown> {
  try {
    const response = await fetch(graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { name } }),
    });
    return await response.json();
  } catch {
    return null;
  }
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
