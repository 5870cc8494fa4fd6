import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { Outcome } from '../../schema/report.ts';

/** What became of an uploaded object. */
export const FollowedIngestion = z.object({
  outcome: Outcome,
  findings: z.int(),
  reasons: z.array(z.object({ code: z.string(), message: z.object({ zh: z.string(), en: z.string() }) })),
});
export type FollowedIngestion = z.infer<typeof FollowedIngestion>;

const Answer = z.object({ data: z.object({ ingestion: FollowedIngestion.nullable() }) });

const query = `query Follow($id: ID!) {
  ingestion(id: $id) { outcome findings reasons { code message { zh en } } }
}`;

/** Both in milliseconds. */
export interface Patience {
  readonly timeout: number;
  readonly pause: number;
}

/** Asks GraphQL until the ingestion is there; throws when the time is over. */
export async function followIngestion(
  graphql: string,
  id: string,
  { timeout, pause }: Patience,
): Promise<FollowedIngestion> {
  for (const deadline = Date.now() + timeout; Date.now() < deadline; await sleep(pause)) {
    const response = await fetch(graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { id } }),
    });
    const { ingestion } = Answer.parse(await response.json()).data;
    if (ingestion !== null) return ingestion;
  }
  throw new Error(
    `No outcome of ingestion ${id} within ${timeout / 1000} s. It may still come: query ingestion(id: "${id}").`,
  );
}
