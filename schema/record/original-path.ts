import { exportRoot } from './exports/export-kind.ts';
import type { VersionHead } from './version-head.ts';

/** Under this path the API leads to stored originals. */
export const originalFolder = 'original/';

/**
 * Where the API leads, now and later, to the file that a report was read from: named by its hash, so that it is that file or none. Of a file in
 * an archive it is the archive. Null for what is no report, or was stored without a hash by an early release.
 */
export function originalPath({ kind, agencyId, year, sha256 }: VersionHead): string | null {
  if (kind !== 'annual-report' || sha256 === undefined) return null;
  return `${exportRoot}${originalFolder}${agencyId}/${year}/${hashOf(sha256)}`;
}

/** Whether a version was read from the file with a hash. */
export function isReadFrom({ sha256 }: VersionHead, hash: string): boolean {
  return sha256 !== undefined && hashOf(sha256) === hash;
}

/** Behind the hash of an archive stands the path of the file in it. */
function hashOf(sha256: string): string {
  return sha256.split('/', 1)[0] ?? sha256;
}
