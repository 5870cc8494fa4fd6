import type { ListReader, Scope } from '../../../schema/list-store.ts';

/** What scopes are at now: not before the question was asked. */
export type Freshness = (scopes: readonly Scope[]) => Promise<(string | null)[]>;

/**
 * Asks the store for many requests at once. A question that comes while the store is being asked waits for the next turn, for
 * what is under way may have been read before a write that the asker already knows of.
 */
export function createFreshness(reader: Pick<ListReader, 'versionsOf'>): Freshness {
  let underWay: Promise<unknown> = Promise.resolve();
  let next: { readonly scopes: Set<Scope>; readonly answer: Promise<ReadonlyMap<Scope, string | null>> } | null = null;
  const ask = async (scopes: Set<Scope>) => {
    await underWay;
    next = null;
    const asked = [...scopes];
    const reading = reader.versionsOf(asked);
    underWay = reading.catch(() => undefined);
    const versions = await reading;
    return new Map(asked.map((scope, at) => [scope, versions[at] ?? null]));
  };
  return async (scopes) => {
    if (next === null) {
      const wanted = new Set<Scope>();
      next = { scopes: wanted, answer: ask(wanted) };
    }
    for (const scope of scopes) next.scopes.add(scope);
    const versions = await next.answer;
    return scopes.map((scope) => versions.get(scope) ?? null);
  };
}
