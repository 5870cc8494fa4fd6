import type { createGraphqlContext, Reader } from '../../../schema/graphql/context.ts';

/** What a context is made of where nobody changes anything. */
export function benchSources(reader: Reader): Parameters<typeof createGraphqlContext>[0] {
  const refuse = () => {
    throw new Error('The benchmark only reads.');
  };
  const refused = { textSearch: refuse, writeReview: refuse, difference: refuse };
  return { reader, rules: [], viewer: null, originals: null, releases: null, streams: false, ...refused };
}
