import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { ObjectVersion } from './s3-notification.ts';
import { isSequencer } from './sequencer.ts';

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
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const objects = names
    .filter((name) => name.endsWith(metadataSuffix))
    .map((name) => name.slice(0, -metadataSuffix.length));
  const versions = await Promise.all(objects.map((name) => readVersion({ bucket, folder }, name)));
  return versions.filter((version) => version !== null).toSorted((a, b) => (a.versionId < b.versionId ? -1 : 1));
}

async function readVersion({ bucket, folder }: VersionsFolder, name: string): Promise<ObjectVersion | null> {
  const versionId = path.basename(name);
  const file = path.join(folder, name);
  if (!isSequencer(versionId) || !(await isJson(file + metadataSuffix))) return null;
  const [{ size }, eTag] = await Promise.all([
    stat(file + bytesSuffix),
    readFile(file + md5Suffix, 'utf8').catch(() => ''),
  ]);
  const key = path.dirname(name).split(path.sep).join('/');
  return { bucket, key, versionId, size, eTag };
}

const Json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('not JSON');
    return z.NEVER;
  }
});

async function isJson(file: string): Promise<boolean> {
  return Json.safeParse(await readFile(file, 'utf8')).success;
}
