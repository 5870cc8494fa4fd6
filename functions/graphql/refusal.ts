import type { GraphQLError } from 'graphql';
import { apiError } from '../../schema/graphql/errors.ts';
import type { ErrorCode } from '../../schema/vocabulary/error-codes.ts';

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
