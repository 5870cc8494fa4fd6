import type { Originals } from '../originals.ts';
import type { GraphqlContext } from './context.ts';
import { apiError } from './errors.ts';

/** Throws READ_ONLY where the API has no bucket to take documents. */
export function originalsOf({ originals }: GraphqlContext): Originals {
  if (originals !== null) return originals;
  throw apiError('READ_ONLY', 'Documents cannot be sent here.');
}
