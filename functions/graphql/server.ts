import { createYoga } from 'graphql-yoga';
import { exposedHeaders } from '../../infra/aws/api.ts';
import { recordDifference } from '../../parser/differences/record-difference.ts';
import {
  createGraphqlContext,
  type GraphqlSources,
  type Reader,
  type Viewer,
  type WriteReview,
} from '../../schema/graphql/context.ts';
import { apiError } from '../../schema/graphql/errors.ts';
import { graphqlSchema } from '../../schema/graphql/schema.ts';
import type { Originals } from '../../schema/record/originals.ts';
import type { ProvinceUnavailable } from '../../schema/record/province-unavailable.ts';
import type { Releases } from '../../schema/record/release.ts';
import type { TextSearch } from '../../schema/record/text-search.ts';
import { createSharedVersions } from './answers/answer-store.ts';
import { keepAnswers } from './answers/keep-answers.ts';
import { checkRequest } from './check-request.ts';
import { codeError, type LogError, notes, type ServedContext } from './code-error.ts';
import { firstQuery, keepDocuments, persistedDocuments } from './documents.ts';
import { fastExecution } from './execute/execute-operation.ts';
import { limitCost, limitDocument, limits } from './limit-query.ts';

/** Where the API answers, in the cloud and on one machine. */
export const graphqlPath = '/graphql';

export interface GraphqlServerOptions extends Omit<GraphqlSources, 'reader'> {
  /** What is served is read from here; a reader of its own for each request, where it has parts whose failures concern that request. */
  readonly reader: Reader | ((onUnavailable: (failure: ProvinceUnavailable) => void) => Reader);
  readonly logError: LogError;
  /** Who sends a request, by its credentials; null for anyone else. Absent: everyone is the public. */
  readonly viewerOf?: ((request: Request) => Promise<Viewer | null>) | undefined;
  /** Absent: decisions cannot be stored. */
  readonly writeReview?: WriteReview | undefined;
  /** Absent: nothing can be uploaded, and no original can be linked to. */
  readonly originals?: Originals | undefined;
  /** Absent: reports are searched one by one. */
  readonly textSearch?: (() => Promise<TextSearch>) | undefined;
  /** Absent: there are none. */
  readonly releases?: Releases | undefined;
  /** Bytes of answers kept in memory, to be sent again while the data has not changed; 0 keeps none. */
  readonly answerBytes?: number | undefined;
  /** Writes GraphiQL's page. Without it the page fetches GraphiQL from a public CDN, which keeps the function small. */
  readonly renderGraphiQL?: RenderGraphiQL | undefined;
}

/** What a request is answered in; told with it, `server.fetch(request, { streams: false })`. */
export interface Runtime {
  /** False where an answer is sent only when it is whole; then there are no subscriptions. */
  readonly streams?: boolean;
}

export type RenderGraphiQL = NonNullable<Parameters<typeof createYoga>[0]['renderGraphiQL']>;

/**
 * The GraphQL API with GraphiQL. Answers a fetch `Request` with `server.fetch(request)`, and is itself a listener for
 * `node:http`. Errors carry a code of `schema/law/vocabulary/error-codes.ts`.
 */
export function createGraphqlServer({ reader, rules, logError, renderGraphiQL, ...options }: GraphqlServerOptions) {
  const {
    viewerOf = thePublic,
    writeReview = refuseReviews,
    answerBytes = usualAnswerBytes,
    originals = null,
    textSearch = searchOneByOne,
    releases = null,
  } = options;
  const readerFor = (onUnavailable: (failure: ProvinceUnavailable) => void): Reader =>
    typeof reader === 'function' ? reader(onUnavailable) : reader;
  const kept = keepAnswers({
    versionOf: createSharedVersions(() => readerFor(() => undefined)),
    ...{ viewerOf, bytes: answerBytes },
  });
  return createYoga<Runtime, ServedContext>({
    schema: graphqlSchema,
    context: async ({ request, streams = true }) => {
      const unavailable: ProvinceUnavailable[] = [];
      const sources = { rules, writeReview, difference: recordDifference, viewer: await viewerOf(request), streams };
      const search = async () => kept.trackTextSearch(request, await textSearch());
      const linked = originals === null ? null : kept.trackOriginals(request, originals);
      const listed = releases === null ? null : kept.trackReleases(request, releases);
      const ofRequest = readerFor((failure) => unavailable.push(failure));
      return {
        ...createGraphqlContext({
          ...{ ...sources, originals: linked, releases: listed },
          textSearch: search,
          reader: kept.track(request, ofRequest),
        }),
        unavailable,
      };
    },
    graphqlEndpoint: graphqlPath,
    graphiql: { title: 'Gongkai', defaultQuery: firstQuery },
    ...(renderGraphiQL && { renderGraphiQL }),
    landingPage: false,
    // Public data, read without credentials: any page may ask.
    cors: { origin: '*', credentials: false, methods: ['GET', 'POST', 'OPTIONS'], exposedHeaders: [...exposedHeaders] },
    batching: false,
    multipart: false,
    maxRequestBodySize: limits.bodyBytes,
    maskedErrors: { maskError: (error) => codeError(error, logError) },
    parserAndValidationCache: false,
    plugins: [
      checkRequest(),
      persistedDocuments(),
      keepDocuments(),
      limitDocument(),
      limitCost(),
      fastExecution(),
      notes(),
      kept.plugin,
    ],
    logging: false,
  });
}

/** A few hundred large answers. */
const usualAnswerBytes = 32 * 1024 * 1024;

async function thePublic(): Promise<null> {
  return null;
}

async function searchOneByOne(): Promise<TextSearch> {
  return (await import('../search/text-search.ts')).createTextSearch(null);
}

const refuseReviews: WriteReview = async () => {
  throw apiError('READ_ONLY', 'Decisions cannot be stored here.');
};

export type GraphqlServer = ReturnType<typeof createGraphqlServer>;
