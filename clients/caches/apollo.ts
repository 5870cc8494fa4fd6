import type { FieldPolicy, InMemoryCacheConfig, TypePolicies } from '@apollo/client/cache';
import { relayStylePagination } from '@apollo/client/utilities';
import { embeddedTypes, possibleTypes } from './possible-types.generated.ts';

/** Items that stand in a document's own order, which never changes: what is new of each is put to what was known. */
const itemByItem: FieldPolicy = {
  merge(existing, incoming, { mergeObjects }) {
    if (existing?.length !== incoming.length) return incoming;
    return incoming.map((item: object, at: number) => mergeObjects(existing[at], item));
  },
};

/** A decision takes the place of another whole: the note of one never stands beside the conclusion of the other. */
const replacedWhole: ReadonlySet<string> = new Set(['Review']);

const embedded: TypePolicies = Object.fromEntries(
  embeddedTypes.map((name) => [name, { merge: !replacedWhole.has(name) }]),
);

/**
 * What `new InMemoryCache()` of Apollo Client needs to lose nothing: things are kept by their `id`, what has none beside what it
 * belongs to, and pages of a list follow each other. Ask every thing that has an `id` for it, and lists for `edges`.
 */
export const cacheOptions: InMemoryCacheConfig = {
  possibleTypes: Object.fromEntries(Object.entries(possibleTypes).map(([name, types]) => [name, [...types]])),
  typePolicies: {
    ...embedded,
    Query: {
      fields: {
        agencies: relayStylePagination(['filter']),
        findings: relayStylePagination(['filter']),
        ingestions: relayStylePagination(['filter']),
        reports: relayStylePagination(['filter', 'orderBy']),
        search: relayStylePagination(['text', 'filter']),
        tasks: relayStylePagination(['filter']),
      },
    },
    Coverage: { merge: true, fields: { calendar: relayStylePagination(['state']), missing: relayStylePagination() } },
    Report: { fields: { indicators: itemByItem, reasons: itemByItem } },
    WorkPlan: {
      fields: {
        items: itemByItem,
        reasons: itemByItem,
        responsibilities: itemByItem,
        targets: itemByItem,
        tasks: itemByItem,
      },
    },
  },
};
