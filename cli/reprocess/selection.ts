import { rawPrefix } from '../../infra/aws/raw-store.ts';
import type { KnownVersion } from '../../infra/store/known-versions.ts';
import type { Outcome } from '../../schema/record/report.ts';

/** Which object versions to ingest again: every condition given must hold. */
export interface Selection {
  readonly prefix?: string;
  readonly key?: readonly string[];
  readonly outcome?: Outcome;
  readonly all?: true;
}

/**
 * The prefixes to list in the bucket. Throws where nothing is selected, for to ingest everything again must be said, and
 * where the selection is of what lies elsewhere than documents do.
 */
export function prefixesOf({ prefix, key, outcome, all }: Selection): readonly string[] {
  if (prefix === undefined && key === undefined && outcome === undefined && all === undefined) {
    throw new Error('Say what to ingest again: --prefix, --key, --outcome, or --all.');
  }
  const prefixes = key ?? [prefix ?? rawPrefix];
  const stray = prefixes.find((one) => !one.startsWith(rawPrefix));
  if (stray !== undefined) throw new Error(`Documents lie under ${rawPrefix}; ${stray} does not.`);
  return prefixes;
}

/** Whether a listed version is selected. */
export function isSelected({ prefix = '', key, outcome }: Selection, { version, ingestion }: KnownVersion): boolean {
  return (
    version.key.startsWith(prefix) &&
    (key === undefined || key.includes(version.key)) &&
    (outcome === undefined || ingestion?.outcome === outcome)
  );
}
