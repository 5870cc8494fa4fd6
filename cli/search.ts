import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { TextFilter } from '../schema/record/text-search.ts';

const query = `query Search($text: String!, $filter: SearchFilter, $after: String) {
  search(text: $text, filter: $filter, first: 50, after: $after) {
    coverage { reports searched withoutText inDoubt left askAfterMilliseconds }
    pageInfo { hasNextPage endCursor }
    nodes { report { year agency { id name } } section { key } sentences(first: 50) { text } }
  }
}`;

const Coverage = z.object({
  reports: z.int(),
  searched: z.int(),
  withoutText: z.int(),
  inDoubt: z.int(),
  left: z.int(),
  askAfterMilliseconds: z.int().nullable(),
});
/** Of how many reports it can be said what was found. */
export type SearchCoverage = z.infer<typeof Coverage>;

const Page = z.object({
  coverage: Coverage,
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  nodes: z.array(
    z.object({
      report: z.object({ year: z.int(), agency: z.object({ id: z.string(), name: z.string() }) }),
      section: z.object({ key: z.string() }).nullable(),
      sentences: z.array(z.object({ text: z.string() })),
    }),
  ),
});

const Answer = z.object({
  errors: z.array(z.object({ message: z.string() })).optional(),
  data: z.object({ search: Page }).nullish(),
});

export interface SearchRequest {
  readonly text: string;
  readonly filter: TextFilter;
  /** Longest to wait until every report can be searched, in milliseconds. */
  readonly patienceMs: number;
  /** Told before anything is found. */
  readonly onCoverage: (coverage: SearchCoverage) => void;
}

/**
 * Searches the texts of an API: agency id, agency, year, section and sentence of each that is found, page by page. It waits until every report can
 * be searched, as long as the API says that they will be. Throws with what the API says.
 */
export async function* searchTexts(
  graphql: string,
  { text, filter, patienceMs, onCoverage }: SearchRequest,
): AsyncGenerator<readonly string[]> {
  let page = await untilWhole(() => askPage(graphql, { text, filter }), patienceMs);
  onCoverage(page.coverage);
  for (;;) {
    for (const { report, section, sentences } of page.nodes) {
      const { agency, year } = report;
      for (const sentence of sentences)
        yield [agency.id, agency.name, String(year), section?.key ?? '', sentence.text.replace(/\s+/g, ' ')];
    }
    if (!page.pageInfo.hasNextPage) return;
    page = await askPage(graphql, { text, filter, after: page.pageInfo.endCursor });
  }
}

async function untilWhole(
  read: () => Promise<z.infer<typeof Page>>,
  patienceMs: number,
): Promise<z.infer<typeof Page>> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const page = await read();
    const { askAfterMilliseconds } = page.coverage;
    if (askAfterMilliseconds === null || Date.now() + askAfterMilliseconds > until) return page;
    await sleep(askAfterMilliseconds);
  }
}

async function askPage(graphql: string, variables: object): Promise<z.infer<typeof Page>> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(graphql, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const { data, errors = [] } = Answer.parse(await response.json());
  if (data == null) throw new Error(errors.map(({ message }) => message).join('\n') || 'The API gives no answer.');
  return data.search;
}
