import type { Originals } from '../record/originals.ts';
import type { GraphqlContext, Viewer } from './context.ts';
import { apiError } from './errors.ts';

/** Who sends the request. Throws UNAUTHENTICATED for someone without credentials. */
export function signedIn({ viewer }: Pick<GraphqlContext, 'viewer'>, what: string): Viewer {
  if (viewer !== null) return viewer;
  throw apiError('UNAUTHENTICATED', `Sign in to ${what}.`, { http: { status: 401 } });
}

/** Throws READ_ONLY where the API has no bucket to take documents. */
export function originalsOf({ originals }: GraphqlContext): Originals {
  if (originals !== null) return originals;
  throw apiError('READ_ONLY', 'Documents cannot be sent here.');
}
