import type { GraphqlContext, Viewer } from './context.ts';
import { apiError } from './errors.ts';

/** Who sends the request. Throws UNAUTHENTICATED for someone without credentials. */
export function signedIn({ viewer }: Pick<GraphqlContext, 'viewer'>, what: string): Viewer {
  if (viewer !== null) return viewer;
  throw apiError('UNAUTHENTICATED', `Sign in to ${what}.`, { http: { status: 401 } });
}
