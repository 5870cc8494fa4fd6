import type { GraphQLError } from 'graphql';
import { apiError } from '../../schema/graphql/errors.ts';
import type { ErrorCode } from '../../schema/law/vocabulary/error-codes.ts';

/**
 * What one request may ask for. The heaviest sensible query (one agency, 20 years, every section, every cell with its
 * place) and the introspection of GraphiQL pass; tests hold both against these numbers.
 */
export const limits = {
  /** Bytes of a request's body. */
  bodyBytes: 64 * 1024,
  /** Lexical tokens of a document; comments count. */
  tokens: 1_000,
  /** Aliased fields of a document. */
  aliases: 30,
  /** Directives of a document. */
  directives: 50,
  /** Levels of nested fields. */
  depth: 15,
  /** Price of an operation, in fields of a typical answer (`schema/graphql/prices.ts`): about 2.5 MB of JSON. */
  complexity: 150_000,
  /** Values of an answer, counted while it is made: objects, list items and fields. */
  answerValues: 250_000,
  /** Bytes of an answer as JSON, counted while it is made. Within what a function on Lambda may answer, 6 MB, when that is quoted once more. */
  answerBytes: 4 * 1024 * 1024,
} as const;

/** Why a query is refused before anything is read. */
export type RefusalCode = Extract<ErrorCode, 'QUERY_TOO_LARGE' | 'QUERY_TOO_DEEP' | 'QUERY_TOO_COMPLEX'>;

interface Measure {
  readonly what: string;
  readonly limit: number;
  readonly actual: number;
}

/** A refusal that says what was counted and where the limit lies. 400 where the client asks for GraphQL's own media type. */
export function refusal(code: RefusalCode, { what, limit, actual }: Measure): GraphQLError {
  const message = `The query has ${actual} ${what}; at most ${limit} are allowed.`;
  return apiError(code, message, { limit, actual, http: { spec: true, status: 400 } });
}
