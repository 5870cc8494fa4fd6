import { GraphQLError } from 'graphql';
import type { Originals } from '../originals.ts';
import type { GraphqlContext } from './context.ts';

/** Throws READ_ONLY where the API has no bucket to take documents. */
export function originalsOf({ originals }: GraphqlContext): Originals {
  if (originals !== null) return originals;
  throw new GraphQLError('Documents cannot be sent here.', { extensions: { code: 'READ_ONLY' } });
}
