import { GraphQLError } from 'graphql';

/** Why a query is refused before anything is read. */
export type RefusalCode = 'QUERY_TOO_LARGE' | 'QUERY_TOO_DEEP' | 'QUERY_TOO_COMPLEX';

interface Measure {
  readonly what: string;
  readonly limit: number;
  readonly actual: number;
}

/** A refusal that says what was counted and where the limit lies. 400 where the client asks for GraphQL's own media type. */
export function refusal(code: RefusalCode, { what, limit, actual }: Measure): GraphQLError {
  return new GraphQLError(`The query has ${actual} ${what}; at most ${limit} are allowed.`, {
    extensions: { code, limit, actual, http: { spec: true, status: 400 } },
  });
}
