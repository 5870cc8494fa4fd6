import { nothingStored, type Scope } from '../../../schema/list-store.ts';
import { agencyWithHeads } from '../heads/agency-years.ts';
import type { Stamp, StampedScope } from '../stamp/stamp.ts';
import type { TableClient } from '../table-client.ts';

const agencyScope = 'agency/';

/** What each scope is at. */
export type ScopeVersions = (scopes: readonly Scope[]) => Promise<(string | null)[]>;

/** Agencies whose versions are remembered; then all are forgotten. */
const mostAgencies = 10_000;

/**
 * Tells what scopes are at: one Get for all, and one Query for each agency unless nothing at all was written since it was last
 * asked for. Every writer announces itself before it changes an agency, so a table that has stood still has no other agencies.
 */
export function createScopeVersions(table: TableClient, readStamp: () => Promise<Stamp>): ScopeVersions {
  const remembered = new Map<string, { readonly table: string; readonly version: string }>();
  const versionOfAgency = async (id: string, tableVersion: string | null): Promise<string> => {
    const before = remembered.get(id);
    if (tableVersion !== null && before?.table === tableVersion) return before.version;
    const version = (await agencyWithHeads(table, id))?.version ?? nothingStored;
    if (remembered.size >= mostAgencies) remembered.clear();
    // What is asked of no agency is whatever somebody sent, up to the length of a request.
    if (tableVersion !== null && version !== nothingStored) remembered.set(id, { table: tableVersion, version });
    return version;
  };
  return async (scopes) => {
    if (scopes.length === 0) return [];
    const stamp = await readStamp();
    const tableVersion = stamp.versionOf('table');
    return Promise.all(
      scopes.map((scope) =>
        isStamped(scope) ? stamp.versionOf(scope) : versionOfAgency(scope.slice(agencyScope.length), tableVersion),
      ),
    );
  };
}

function isStamped(scope: Scope): scope is StampedScope {
  return !scope.startsWith(agencyScope);
}
