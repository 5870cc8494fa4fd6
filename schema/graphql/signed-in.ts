import { GraphQLError } from 'graphql';
import type { GraphqlContext, Viewer } from './context.ts';

/** Who sends the request. Throws UNAUTHENTICATED for someone without credentials. */
export function signedIn({ viewer }: Pick<GraphqlContext, 'viewer'>, what: string): Viewer {
  if (viewer !== null) return viewer;
  const extensions = { code: 'UNAUTHENTICATED', http: { status: 401 } };
  throw new GraphQLError(`Sign in to ${what}.`, { extensions });
}
