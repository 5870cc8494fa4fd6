import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { fileOf, type StoredVersion } from './object-store.ts';
import { isSequencer, versionAfter } from './object-version.ts';
import { headersToKeep } from './s3-call.ts';

/** How 0.2 named the files of an object: its bytes, their MD5, what was sent with them, and which version a key shows. */
const suffixes = { bytes: '._S3rver_object', md5: '._S3rver_object.md5', facts: '._S3rver_metadata.json' };
const shownSuffix = '._S3rver_version';

const Facts = z.record(z.string(), z.unknown());

/** A version in a folder of 0.2. */
interface OldVersion {
  readonly key: string;
  readonly versionId: string;
  /** Its files without their suffixes. */
  readonly place: string;
}

export interface TakenOver {
  /** The folder in which 0.2 kept its buckets. */
  readonly directory: string;
  readonly bucket: string;
  /** Folder of the objects from now on. */
  readonly objects: string;
}

/**
 * Takes over what 0.2 kept: every complete version of every object, by renaming its file, and for each key that had been
 * deleted a deletion after its last version. What is cut off in this goes on at the next start: the old facts of a version go
 * last, so nothing is cleared away before they are gone.
 */
export async function takeOverFolder({ directory, bucket, objects }: TakenOver): Promise<void> {
  const [versions, shown] = [path.join(directory, `${bucket}-versions`), path.join(directory, bucket)];
  const names = await readdir(versions, { recursive: true }).catch(() => []);
  const byKey = Map.groupBy(
    names.map((name) => oldVersion(versions, name)).filter((found) => found !== null),
    ({ key }) => key,
  );
  for (const [key, olds] of byKey) {
    const complete = (await Promise.all(olds.map(withFacts))).filter((old) => old !== null);
    const last = complete.toSorted((a, b) => (a.versionId < b.versionId ? -1 : 1)).at(-1);
    if (last !== undefined && !(await isThere(path.join(shown, encodedName(key) + shownSuffix)))) {
      await keep(objects, deletionOf(key, last.versionId));
    }
    for (const old of complete) await takeOver(objects, old);
  }
  for (const folder of [versions, shown]) await rm(folder, { recursive: true, force: true });
}

function oldVersion(folder: string, name: string): OldVersion | null {
  if (!name.endsWith(suffixes.facts)) return null;
  const bare = name.slice(0, -suffixes.facts.length);
  const [, key, versionId = ''] = /^(.*)#\/([^/]+)$/s.exec(bare.split(path.sep).join('/')) ?? [];
  if (key === undefined || !isSequencer(versionId)) return null;
  return { key: decodedName(key), versionId, place: path.join(folder, bare) };
}

/** Null where the facts cannot be read: such a version was cut off in 0.2 and never acknowledged. */
async function withFacts(old: OldVersion) {
  const text = await readFile(old.place + suffixes.facts, 'utf8');
  try {
    return { ...old, facts: Facts.parse(JSON.parse(text)) };
  } catch {
    return null;
  }
}

async function takeOver(objects: string, old: OldVersion & { readonly facts: z.infer<typeof Facts> }): Promise<void> {
  const { key, versionId, place, facts } = old;
  const file = fileOf(objects, { key, versionId });
  await mkdir(path.dirname(file), { recursive: true });
  if (await isThere(place + suffixes.bytes)) await rename(place + suffixes.bytes, file);
  const eTag = await readFile(place + suffixes.md5, 'utf8').catch(() => '');
  const { size } = await stat(file);
  const headers = headersToKeep(Object.entries(facts));
  await keep(objects, { key, versionId, size, eTag, headers, deletion: false, checksums: {} });
  await rm(place + suffixes.facts);
}

function deletionOf(key: string, lastId: string): StoredVersion {
  return { key, versionId: versionAfter(lastId), size: 0, eTag: '', headers: {}, deletion: true, checksums: {} };
}

async function keep(objects: string, version: StoredVersion): Promise<void> {
  const file = fileOf(objects, version);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.json`, JSON.stringify(version));
}

/** On Windows 0.2 wrote the characters that a file name may not hold as `&` and their hexadecimal code. */
function encodedName(key: string): string {
  if (process.platform !== 'win32') return key;
  return key.replace(/[<>:"\\|?*]/g, (mark) => `&${mark.charCodeAt(0).toString(16)}`);
}

function decodedName(name: string): string {
  if (process.platform !== 'win32') return name;
  return name.replace(/&([0-9a-f]{2})/g, (_mark, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
