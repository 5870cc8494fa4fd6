import type { Logger } from '@aws-lambda-powertools/logger';
import { z } from 'zod';
import { createDynamoClient } from '../../infra/aws/dynamo-client.ts';
import { type Env, OriginalsEnv, readEnv, TableEnv } from '../../infra/aws/env.ts';
import type { OpenedOriginals } from '../../infra/aws/originals.ts';
import type { openReleases } from '../../infra/aws/releases.ts';
import { ingestionId } from '../../infra/aws/s3-message.ts';
import type { TableClient } from '../../infra/store/calls.ts';
import { putReview } from '../../infra/store/heads/review-store.ts';
import { nationalSizes } from '../../infra/store/national/line-budget.ts';
import { createNationalReader } from '../../infra/store/national/national-reader.ts';
import { NationalEnv, type Tables } from '../../infra/store/national/provinces.ts';
import { createReaderCaches, createRecordReader, usualSizes } from '../../infra/store/record-reader.ts';
import type { Reader, WriteReview } from '../../schema/graphql/context.ts';
import type { Originals } from '../../schema/record/originals.ts';
import type { Releases } from '../../schema/record/release.ts';
import type { OpenedTextSearch } from '../search/open-text-search.ts';
import type { GraphqlServerOptions } from './server.ts';

/** Stores decisions in a table, with the time at which they come. */
export function createReviewWriter(table: TableClient): WriteReview {
  return async (decided) => {
    const review = { ...decided, at: new Date().toISOString() };
    await putReview(table, review);
    return review;
  };
}

/** How much the GraphQL function writes to its log. Where its records are: `TABLE_NAME`, or `TABLES` for those of many provinces. */
export const LogEnv = z.object({
  LOG_LEVEL: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR', 'SILENT']).default('INFO'),
});

/** Who holds this token may change things: for the stack of one machine alone, which makes one up at every start. */
export const DevelopmentEnv = z.object({ DEVELOPMENT_TOKEN: z.string().min(20).optional() });

/** What the API serves from, and where decisions go. */
export interface Stores
  extends Pick<GraphqlServerOptions, 'reader' | 'writeReview' | 'originals' | 'releases' | 'textSearch'> {
  close(): void;
}

/** The stores that the environment names: the table of one province, or with `TABLES` those of many, to be read only. */
export function createStores(env: Env, logger: Logger): Stores {
  return env.TABLES === undefined ? ofProvince(env, logger) : ofNation(env, logger);
}

function ofProvince(env: Env, logger: Logger): Stores {
  const settings = readEnv(TableEnv, env);
  const dynamo = createDynamoClient(settings);
  const table = { dynamo, tableName: settings.TABLE_NAME };
  const { originals, close: closeOriginals } = originalsOf(env);
  const caches = createReaderCaches({ ...usualSizes, lines: settings.LIST_LINES });
  const reader = createRecordReader(table, settings.LISTS_BEHIND_MS, caches);
  const { textSearch, close: closeSearch } = textSearchOf(env, reader, logger);
  const { releases, close: closeReleases } = releasesOf(env);
  return {
    reader,
    textSearch,
    writeReview: createReviewWriter(table),
    ...(originals && { originals }),
    ...(releases && { releases }),
    close() {
      dynamo.destroy();
      closeOriginals();
      closeSearch();
      closeReleases();
    },
  };
}

/**
 * The bucket of originals, where the environment names one. Its clients are loaded with the first request that needs them: most
 * requests read records alone, and a cold start waits for every module.
 */
function originalsOf(env: Env): { readonly originals?: Originals; readonly close: () => void } {
  if (!env.BUCKET_NAME || !env.QUEUE_URL) return { close: () => undefined };
  const { BUCKET_NAME: bucket, QUEUE_URL: queueUrl, ...aws } = readEnv(OriginalsEnv, env);
  let opened: Promise<OpenedOriginals> | undefined;
  const open = (): Promise<OpenedOriginals> => {
    opened ??= import('../../infra/aws/originals.ts').then(({ openOriginals }) => openOriginals(aws, bucket, queueUrl));
    return opened;
  };
  return {
    originals: {
      linkTo: async (object) => (await open()).linkTo(object),
      prepareUpload: async (request) => (await open()).prepareUpload(request),
      ingestionId: (key, versionId) => ingestionId({ bucket, key, versionId, sequencer: '' }),
      reprocess: async (ingestion) => (await open()).reprocess(ingestion),
    },
    close: () => void opened?.then(({ close }) => close()),
  };
}

/** The search of texts; it is loaded, and what it needs opened, with the first search. */
function textSearchOf(env: Env, reader: Reader, logger: Logger) {
  let opened: Promise<OpenedTextSearch> | undefined;
  const open = (): Promise<OpenedTextSearch> => {
    const onFailure = (error: unknown) => logger.error('index of texts failed', { error });
    opened ??= import('../search/open-text-search.ts').then((each) => each.openTextSearch(env, reader, onFailure));
    return opened;
  };
  return {
    textSearch: async () => (await open()).search,
    close: () => void opened?.then(({ close }) => close()),
  };
}

/** The bucket of releases, the same as that of originals, whose client is loaded with the first request that asks for any. */
function releasesOf(env: Env): { readonly releases?: Releases; readonly close: () => void } {
  if (!env.BUCKET_NAME || !env.QUEUE_URL) return { close: () => undefined };
  const { BUCKET_NAME: bucket, QUEUE_URL: _, ...aws } = readEnv(OriginalsEnv, env);
  let opened: Promise<ReturnType<typeof openReleases>> | undefined;
  return {
    releases: {
      async list() {
        opened ??= import('../../infra/aws/releases.ts').then((releases) => releases.openReleases(aws, bucket));
        return (await opened).list();
      },
    },
    close: () => void opened?.then(({ close }) => close()),
  };
}

/** A province may take so long before the nation is shown without it: an API behind a gateway has not much longer. */
const deadlineMs = 5_000;

function ofNation(env: Env, logger: Logger): Stores {
  const settings = readEnv(NationalEnv, env);
  const caches = createReaderCaches(nationalSizes);
  const clients = clientsOf(settings.TABLES, (region) => createDynamoClient({ ...settings, AWS_REGION: region }));
  const readers = new Map(
    Object.entries(settings.TABLES).flatMap(([code, { tableName, region }]) => {
      const dynamo = clients.get(region);
      return dynamo === undefined
        ? []
        : [[code, createRecordReader({ dynamo, tableName }, settings.LISTS_BEHIND_MS, caches)] as const];
    }),
  );
  return {
    reader: (onUnavailable) =>
      createNationalReader({
        ...{ readers, deadlineMs },
        onUnavailable(failure) {
          logger.error('province unavailable', { province: failure.province, error: failure });
          onUnavailable(failure);
        },
      }),
    close() {
      for (const dynamo of clients.values()) dynamo.destroy();
    },
  };
}

/** One client for each region that a table lies in. */
function clientsOf<Client>(tables: Tables, create: (region: string) => Client): Map<string, Client> {
  const regions = new Set(Object.values(tables).map(({ region }) => region));
  return new Map([...regions].map((region) => [region, create(region)]));
}
