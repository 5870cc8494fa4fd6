import type { CacheExchangeOpts } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { embeddedTypes, possibleTypes } from './possible-types.generated.ts';

const pages = relayPagination();

/**
 * What `cacheExchange()` of urql's Graphcache needs to lose nothing: things are kept by their `id`, what has none beside what it belongs
 * to, and pages of a list follow each other. Ask every thing that has an `id` for it.
 */
export const cacheOptions: Pick<CacheExchangeOpts, 'keys' | 'possibleTypes' | 'resolvers'> = {
  possibleTypes,
  keys: Object.fromEntries(embeddedTypes.map((name) => [name, () => null])),
  resolvers: {
    Query: { agencies: pages, findings: pages, ingestions: pages, reports: pages, search: pages, tasks: pages },
    Coverage: { calendar: pages, missing: pages },
  },
};
