import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { Outcome } from '../../schema/record/report.ts';

/** What became of an uploaded object. */
export const FollowedIngestion = z.object({
  outcome: Outcome,
  findings: z.int(),
  reasons: z.array(z.object({ code: z.string(), message: z.object({ zh: z.string(), en: z.string() }) })),
  /** Files of an archive. */
  members: z.array(z.object({ path: z.string(), outcome: Outcome, findings: z.int() })),
});
export type FollowedIngestion = z.infer<typeof FollowedIngestion>;

const Answer = z.object({ data: z.object({ ingestion: FollowedIngestion.nullable() }) });

const query = `query Follow($id: ID!) {
  ingestion(id: $id) { outcome findings reasons { code message { zh en } } members { path outcome findings } }
}`;

/** Both in milliseconds. */
export interface Patience {
  readonly timeout: number;
  readonly pause: number;
}

/** Characters of an answer that an error shows. */
const shownCharacters = 200;

/** Asks GraphQL until the ingestion is there; throws when the time is over, with what was answered last. */
export async function followIngestion(
  graphql: string,
  id: string,
  { timeout, pause }: Patience,
): Promise<FollowedIngestion> {
  let last = '';
  for (const deadline = Date.now() + timeout; Date.now() < deadline; await sleep(pause)) {
    last = await ask(graphql, id);
    const ingestion = ingestionIn(last);
    if (ingestion !== null) return ingestion;
  }
  const hint = `It may still come: query ingestion(id: "${id}"). Last answer: ${last.slice(0, shownCharacters)}`;
  throw new Error(`No outcome of ingestion ${id} within ${timeout / 1000} s. ${hint}`);
}

async function ask(graphql: string, id: string): Promise<string> {
  const response = await fetch(graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { id } }),
  });
  return response.text();
}

/** An API that is throttled, or has just been deployed, answers something else for a while: that is no outcome yet. */
function ingestionIn(answer: string): FollowedIngestion | null {
  try {
    return Answer.parse(JSON.parse(answer)).data.ingestion;
  } catch {
    return null;
  }
}
