import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { inParallel } from '../../aws/retry.ts';
import { createSequencer, isSequencer } from './object-version.ts';
import type { Bytes, Checksums } from './request-body.ts';
import { S3Fault } from './s3-fault.ts';

/** What is kept of a version beside its bytes. A deletion is a version without bytes that hides those before it. */
const Kept = z.object({
  key: z.string(),
  versionId: z.string().refine(isSequencer),
  size: z.number(),
  eTag: z.string(),
  deletion: z.boolean(),
  /** Headers that were sent with the bytes and are sent with them: media type, metadata. */
  headers: z.record(z.string(), z.string()),
  checksums: z.record(z.string(), z.string()),
});
export type StoredVersion = Readonly<z.infer<typeof Kept>>;

interface NewObject {
  readonly key: string;
  readonly bytes: Bytes;
  readonly headers: Readonly<Record<string, string>>;
  /** Digests to keep, known when the bytes have been read. */
  readonly checksums?: () => Checksums;
  /** The ETag where it is not the MD5 of the bytes. */
  readonly eTag?: string;
  /** Taken in only where no object of the key is there; of two that come at once, one. */
  readonly onlyNew?: boolean;
}

/** Bytes that are on disk and belong to no object yet. */
interface Landed {
  readonly file: string;
  readonly size: number;
  readonly md5: string;
}

/** First and last byte of a part of an object. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A bucket with versioning in a folder. */
export interface ObjectStore {
  /** Takes an object in; a version is there whole or not at all, whatever happens meanwhile. Throws `PreconditionFailed`. */
  put(object: NewObject): Promise<StoredVersion>;
  /** Writes bytes to a file of their own: a part of an upload. */
  land(bytes: Bytes): Promise<Landed>;
  /** A version, deletions too; without an id the newest. */
  find(key: string, versionId: string | null): StoredVersion | null;
  read(version: StoredVersion, range?: ByteRange): Readable;
  /** Hides the versions of a key behind a deletion. */
  hide(key: string): Promise<StoredVersion>;
  /** Takes a version away for good. */
  purge(version: StoredVersion): Promise<void>;
  /** The versions of each key, newest first, keys in the order of their UTF-8 bytes. */
  listed(): readonly (readonly StoredVersion[])[];
}

export interface StoreFolders {
  readonly objects: string;
  /** Where bytes are that belong to no object yet, on the same disk. */
  readonly arriving: string;
}

/** So many files of an index are read at a time. */
const readAtOnce = 32;

/**
 * Opens the bucket in a folder. Files are named by a digest of the key, which may hold what no file name can; the key stands
 * in the file beside the bytes, which is written last, so that what was cut off is no version and is cleared away here.
 */
export async function openObjectStore({ objects, arriving }: StoreFolders): Promise<ObjectStore> {
  await rm(arriving, { recursive: true, force: true });
  for (const needed of [objects, arriving]) await mkdir(needed, { recursive: true });
  const kept = await readKept(objects);
  const last = kept.reduce<string | null>((latest, { versionId }) => newer(latest, versionId), null);
  const sequencer = createSequencer(last, Date.now);
  const index = createIndex(kept);
  /** Keys of objects that are being taken in on the condition that there is none. */
  const comingFirst = new Set<string>();

  async function land(bytes: Bytes): Promise<Landed> {
    const file = path.join(arriving, randomUUID());
    const sink = createWriteStream(file);
    const md5 = createHash('md5');
    let size = 0;
    try {
      await pipeline(
        bytes,
        async function* counted(source) {
          for await (const piece of source) {
            size += piece.length;
            md5.update(piece);
            yield piece;
          }
        },
        sink,
      );
    } catch (error) {
      // A stream opens its file in its own time: one that is not closed may make it after it was cleared away.
      if (!sink.closed) await new Promise<void>((closed) => sink.once('close', () => closed()));
      await rm(file, { force: true });
      throw error;
    }
    return { file, size, md5: md5.digest('hex') };
  }

  async function add(version: Omit<StoredVersion, 'versionId'>, file: string | null): Promise<StoredVersion> {
    const added = { ...version, versionId: sequencer.next() };
    const place = fileOf(objects, added);
    await mkdir(path.dirname(place), { recursive: true });
    if (file !== null) await rename(file, place);
    const draft = path.join(arriving, randomUUID());
    await writeFile(draft, JSON.stringify(added));
    await rename(draft, `${place}.json`);
    index.add(added);
    return added;
  }

  return {
    land,
    async put({ key, bytes, headers, checksums, eTag, onlyNew = false }) {
      const { file, size, md5 } = await land(bytes);
      const facts = { key, size, eTag: eTag ?? md5, deletion: false };
      const version = { ...facts, headers: { ...headers }, checksums: { ...checksums?.() } };
      if (!onlyNew) return add(version, file);
      const isThere = index.versions(key)[0]?.deletion === false;
      if (isThere || comingFirst.has(key)) {
        await rm(file, { force: true });
        throw new S3Fault('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
      }
      comingFirst.add(key);
      try {
        return await add(version, file);
      } finally {
        comingFirst.delete(key);
      }
    },
    find: (key, versionId) =>
      index.versions(key).find((version) => versionId === null || version.versionId === versionId) ?? null,
    read: (version, range) => createReadStream(fileOf(objects, version), range),
    hide: (key) => add({ key, size: 0, eTag: '', deletion: true, headers: {}, checksums: {} }, null),
    async purge(version) {
      index.remove(version);
      const place = fileOf(objects, version);
      await rm(`${place}.json`, { force: true });
      await rm(place, { force: true });
    },
    listed: index.listed,
  };
}

/** The versions in memory: a few hundred bytes each. */
function createIndex(kept: readonly StoredVersion[]) {
  const byKey = new Map<string, readonly StoredVersion[]>();
  let sorted: (readonly StoredVersion[])[] | null = null;
  const index = {
    versions: (key: string): readonly StoredVersion[] => byKey.get(key) ?? [],
    add(version: StoredVersion): void {
      byKey.set(version.key, [version, ...index.versions(version.key)].toSorted(newestFirst));
      sorted = null;
    },
    remove({ key, versionId }: StoredVersion): void {
      const left = index.versions(key).filter((version) => version.versionId !== versionId);
      if (left.length === 0) byKey.delete(key);
      else byKey.set(key, left);
      sorted = null;
    },
    listed(): readonly (readonly StoredVersion[])[] {
      sorted ??= [...byKey]
        .map(([key, versions]) => ({ bytes: Buffer.from(key), versions }))
        .toSorted((a, b) => Buffer.compare(a.bytes, b.bytes))
        .map(({ versions }) => versions);
      return sorted;
    },
  };
  for (const version of kept) index.add(version);
  return index;
}

function newestFirst(a: StoredVersion, b: StoredVersion): number {
  return a.versionId < b.versionId ? 1 : -1;
}

function newer(latest: string | null, id: string): string {
  return latest === null || id > latest ? id : latest;
}

/** Where the bytes of a version are; what is kept beside them has the same name and ends in `.json`. */
export function fileOf(objects: string, { key, versionId }: Pick<StoredVersion, 'key' | 'versionId'>): string {
  const digest = createHash('sha256').update(key).digest('hex');
  return path.join(objects, digest.slice(0, 2), digest, versionId);
}

async function readKept(objects: string): Promise<StoredVersion[]> {
  const names = await readdir(objects, { recursive: true });
  const complete = new Set(
    names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length)),
  );
  const cutOff = names.filter((name) => isSequencer(path.basename(name)) && !complete.has(name));
  for (const name of cutOff) await rm(path.join(objects, name));
  return inParallel([...complete], readAtOnce, async (name) =>
    Kept.parse(JSON.parse(await readFile(path.join(objects, `${name}.json`), 'utf8'))),
  );
}
