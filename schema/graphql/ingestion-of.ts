import type { GraphQLError } from 'graphql';
import type { Ingestion } from '../ingestion.ts';
import { builder } from './builder.ts';
import type { GraphqlContext } from './context.ts';
import { apiError, badUserInput } from './errors.ts';
import { originalsOf } from './originals-of.ts';
import { call } from './prices.ts';

/** How long ingesting usually takes, for whoever asks again until there is an answer. */
export const askAfterMilliseconds = 1_000;

/** An upload is followed no longer: a queue that is so far behind is asked later. */
const followedMinutes = 5;
const mostAsked = (followedMinutes * 60_000) / askAfterMilliseconds;

const objectVersionArgs = {
  key: { type: 'String', required: true, description: 'Key of the object, as createUpload gave it.' },
  versionId: { type: 'String', required: true, description: 'Version of the object, x-amz-version-id of the upload.' },
} as const;

builder.queryField('ingestionOf', (t) =>
  t.field({
    type: 'Ingestion',
    nullable: true,
    args: { key: t.arg(objectVersionArgs.key), versionId: t.arg(objectVersionArgs.versionId) },
    complexity: call,
    description: 'What happened to an uploaded document (入库记录); null until it is ingested.',
    resolve: (_root, args, context) => readIngestionOf(args, context),
  }),
);

builder.subscriptionField('ingestionOf', (t) =>
  t.field({
    type: 'Ingestion',
    nullable: true,
    args: { key: t.arg(objectVersionArgs.key), versionId: t.arg(objectVersionArgs.versionId) },
    complexity: mostAsked * call,
    description: `What happens to an uploaded document (入库进度): null at once while it is not ingested, then the ingestion; that is the end, and so are ${followedMinutes} minutes. Errors: BAD_USER_INPUT, READ_ONLY, SUBSCRIPTIONS_UNSUPPORTED where answers cannot be streamed; there ask the query of the same name.`,
    subscribe: (_root, args, context) => {
      if (!context.streams) throw unsupported();
      return repeated(() => readIngestionOf(args, context), { everyMs: askAfterMilliseconds, times: mostAsked });
    },
    resolve: (ingestion) => ingestion,
  }),
);

/** Throws BAD_USER_INPUT and READ_ONLY. */
function readIngestionOf(
  { key, versionId }: { readonly key: string; readonly versionId: string },
  context: GraphqlContext,
): Promise<Ingestion | null> {
  if (key === '' || versionId === '') throw badUserInput('key and versionId must not be empty.', 'key');
  return context.reader.ingestion(originalsOf(context).ingestionId(key, versionId));
}

interface Repetition {
  readonly everyMs: number;
  readonly times: number;
}

/** What is read first, and what is read when there is something; ends then, or when it was read so often. */
async function* repeated<T>(read: () => Promise<T | null>, { everyMs, times }: Repetition): AsyncGenerator<T | null> {
  for (let asked = 0; asked < times; asked += 1) {
    if (asked > 0) await new Promise((resolve) => setTimeout(resolve, everyMs));
    const found = await read();
    if (found !== null || asked === 0) yield found;
    if (found !== null) return;
  }
}

function unsupported(): GraphQLError {
  const message = `Answers cannot be streamed here. Ask the query ingestionOf every ${askAfterMilliseconds} ms.`;
  return apiError('SUBSCRIPTIONS_UNSUPPORTED', message);
}
