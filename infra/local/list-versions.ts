import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ObjectVersion } from './s3-notification.ts';
import { isSequencer } from './sequencer.ts';
import { parseVersionPath } from './version-path.ts';

/** How the local S3 server names the files of an object. */
const bytesSuffix = '._S3rver_object';
const md5Suffix = '._S3rver_object.md5';
const metadataSuffix = '._S3rver_metadata.json';

/** The bucket whose versions are listed, and the folder they are in. */
export interface VersionsFolder {
  readonly bucket: string;
  readonly folder: string;
}

/**
 * Every complete version of every object, oldest first. The server writes metadata last, so a version without readable
 * metadata is one whose upload was cut off and never acknowledged: it is left out.
 */
export async function listVersions({ bucket, folder }: VersionsFolder): Promise<ObjectVersion[]> {
  const names = await readdir(folder, { recursive: true });
  const objects = names
    .filter((name) => name.endsWith(metadataSuffix))
    .map((name) => name.slice(0, -metadataSuffix.length));
  const versions = await Promise.all(objects.map((name) => readVersion({ bucket, folder }, name)));
  return versions.filter((version) => version !== null).toSorted((a, b) => (a.versionId < b.versionId ? -1 : 1));
}

async function readVersion({ bucket, folder }: VersionsFolder, name: string): Promise<ObjectVersion | null> {
  const version = parseVersionPath(name.split(path.sep).join('/'));
  const file = path.join(folder, name);
  if (version === null || !isSequencer(version.versionId)) return null;
  if (!isJson(await readFile(file + metadataSuffix, 'utf8'))) return null;
  const [{ size }, eTag] = await Promise.all([
    stat(file + bytesSuffix),
    readFile(file + md5Suffix, 'utf8').catch(() => ''),
  ]);
  return { bucket, ...version, size, eTag };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
