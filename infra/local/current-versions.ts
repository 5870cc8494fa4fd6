import { readFile, rm, writeFile } from 'node:fs/promises';
import type { Store } from '@20minutes/s3rver';
import { versionPath } from './version-path.ts';

/** Which version each key shows, kept in a file beside the object. */
export interface CurrentVersions {
  /** The version a key shows, null where it has none. */
  of(key: string): Promise<string | null>;
  /** Shows a version under its key, unless a newer one is shown already. */
  promote(key: string, versionId: string): Promise<void>;
  /** Takes the object off its key: whatever it shows, or only if it shows the given version. */
  withdraw(key: string, versionId: string | null): Promise<void>;
}

/** Changes come one at a time, so that two uploads of one key cannot leave the older one showing. */
export function createCurrentVersions(base: Store, bucket: string, versionsBucket: string): CurrentVersions {
  let turn: Promise<unknown> = Promise.resolve();
  const marker = (key: string) => base.getResourcePath(bucket, key, 'version');
  const of = (key: string) => readFile(marker(key), 'utf8').catch(() => null);

  function inTurn(change: () => Promise<void>): Promise<void> {
    const result = turn.then(change);
    turn = result.catch(() => undefined);
    return result;
  }

  return {
    of,
    promote: (key, versionId) =>
      inTurn(async () => {
        const shown = await of(key);
        if (shown !== null && shown >= versionId) return;
        await base.copyObject(versionsBucket, versionPath(key, versionId), bucket, key);
        await writeFile(marker(key), versionId);
      }),
    withdraw: (key, versionId) =>
      inTurn(async () => {
        if (versionId !== null && (await of(key)) !== versionId) return;
        await rm(marker(key), { force: true });
        await base.deleteObject(bucket, key);
      }),
  };
}
