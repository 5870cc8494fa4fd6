import { nothingStored, type Scope } from '../../schema/list-store.ts';
import { agencyWithHeads } from './agency-years.ts';
import type { Stamp, StampedScope } from './stamp.ts';
import type { TableClient } from './table-client.ts';

const agencyScope = 'agency/';

/** What each scope is at: of agencies one Query each, of all the lists together one Get. */
export async function scopeVersions(
  table: TableClient,
  readStamp: () => Promise<Stamp>,
  scopes: readonly Scope[],
): Promise<(string | null)[]> {
  const stamped = scopes.some(isStamped) ? readStamp() : undefined;
  return Promise.all(
    scopes.map(async (scope) => {
      if (isStamped(scope)) return (await stamped)?.versionOf(scope) ?? null;
      const agency = await agencyWithHeads(table, scope.slice(agencyScope.length));
      return agency?.version ?? nothingStored;
    }),
  );
}

function isStamped(scope: Scope): scope is StampedScope {
  return !scope.startsWith(agencyScope);
}
