import { z } from 'zod';
import type { AgencyFilter } from '../schema/record/record-store.ts';

const query = `query Agencies($filter: AgencyFilter, $after: String) {
  agencies(filter: $filter, first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { id name level type { key } years { year report { year } } }
  }
}`;

const Agencies = z.object({
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  nodes: z.array(
    z.object({
      ...{ id: z.string(), name: z.string(), level: z.string().nullable(), type: z.object({ key: z.string() }) },
      years: z.array(z.object({ year: z.int(), report: z.object({}).nullable() })),
    }),
  ),
});

const Answer = z.object({
  errors: z.array(z.object({ message: z.string() })).optional(),
  data: z.object({ agencies: Agencies }).nullish(),
});

/** Agencies that an API knows: id, kind, level, name and the years with a report, page by page. Throws with what the API says. */
export async function* listAgencies(graphql: string, filter: AgencyFilter): AsyncGenerator<readonly string[]> {
  let after: string | null = null;
  do {
    const { nodes, pageInfo }: z.infer<typeof Agencies> = await askPage(graphql, { filter, after });
    for (const { id, type, level, name, years } of nodes) {
      const reported = years.flatMap(({ year, report }) => (report === null ? [] : [year]));
      yield [id, type.key, level ?? '', name, reported.join(' ')];
    }
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
}

async function askPage(graphql: string, variables: object): Promise<z.infer<typeof Agencies>> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(graphql, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const { data, errors = [] } = Answer.parse(await response.json());
  if (data == null) throw new Error(errors.map(({ message }) => message).join('\n') || 'The API gives no answer.');
  return data.agencies;
}
