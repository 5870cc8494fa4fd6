import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { ObjectStore, StoredVersion } from './object-store.ts';
import type { Bytes } from './request-body.ts';
import { S3Fault } from './s3-fault.ts';

/** Least bytes of each part but the last, and most parts of an upload (Amazon S3 User Guide, "Multipart upload limits"). */
const leastPart = 5 * 1024 * 1024;
const mostParts = 10_000;

const Begun = z.object({ key: z.string(), headers: z.record(z.string(), z.string()) });

/** A part that has arrived. */
export interface Part {
  readonly number: number;
  readonly md5: string;
  readonly size: number;
}

/** An upload that has begun and has been neither completed nor aborted. */
interface Upload {
  readonly id: string;
  readonly key: string;
}

/** A part as the caller names it when the upload is to be completed. */
interface NamedPart {
  readonly number: number;
  readonly eTag: string;
}

/** Where a part belongs: the upload must be that of the key. */
export interface UploadRef {
  readonly id: string;
  readonly key: string;
}

/** Uploads in parts. Each answers `NoSuchUpload` for an upload that is not there. */
export interface MultipartUploads {
  begin(key: string, headers: Readonly<Record<string, string>>): Promise<string>;
  /** Takes a part in, in place of one of the same number. Throws `InvalidArgument` for a number that no part may have. */
  putPart(upload: UploadRef, number: number, bytes: Bytes): Promise<Part>;
  parts(upload: UploadRef): Promise<Part[]>;
  /** Makes the object of the parts named. Throws `InvalidPart`, `InvalidPartOrder`, `EntityTooSmall`. */
  complete(upload: UploadRef, named: readonly NamedPart[], onlyNew?: boolean): Promise<StoredVersion>;
  abort(upload: UploadRef): Promise<void>;
  /** Uploads under way. */
  all(): Promise<Upload[]>;
}

/** Keeps each upload in a folder of its own, each part in a file that is named by its number and MD5. */
export async function openMultipartUploads(folder: string, store: ObjectStore): Promise<MultipartUploads> {
  await mkdir(folder, { recursive: true });
  const completing = new Set<string>();

  /** The folder of an upload. An id is a name that was made here: no other leads to a file. */
  async function begun({ id, key }: UploadRef) {
    const place = path.join(folder, id);
    const text = isId(id) ? await readFile(path.join(place, 'upload.json'), 'utf8').catch(() => null) : null;
    const upload = text === null ? null : Begun.parse(JSON.parse(text));
    if (upload?.key !== key || completing.has(id)) {
      throw new S3Fault('NoSuchUpload', 'The specified upload does not exist. It may have been completed or aborted.');
    }
    return { place, ...upload };
  }

  const uploads: MultipartUploads = {
    async begin(key, headers) {
      const id = randomUUID();
      await mkdir(path.join(folder, id));
      await writeFile(path.join(folder, id, 'upload.json'), JSON.stringify({ key, headers }));
      return id;
    },
    async putPart(upload, number, bytes) {
      if (!Number.isInteger(number) || number < 1 || number > mostParts) {
        throw new S3Fault('InvalidArgument', `A part number is 1 to ${mostParts}`);
      }
      const { place } = await begun(upload);
      const { file, size, md5 } = await store.land(bytes);
      const before = (await partsIn(place)).filter((part) => part.number === number && part.md5 !== md5);
      await rename(file, path.join(place, partName({ number, md5 })));
      for (const part of before) await rm(path.join(place, partName(part)), { force: true });
      return { number, md5, size };
    },
    async parts(upload) {
      return partsIn((await begun(upload)).place);
    },
    async complete(upload, named, onlyNew = false) {
      const { place, key, headers } = await begun(upload);
      const parts = chosen(await partsIn(place), named);
      completing.add(upload.id);
      try {
        const files = parts.map((part) => path.join(place, partName(part)));
        const version = await store.put({ key, headers, bytes: contents(files), eTag: eTagOf(parts), onlyNew });
        await rm(place, { recursive: true, force: true });
        return version;
      } finally {
        completing.delete(upload.id);
      }
    },
    async abort(upload) {
      const { place } = await begun(upload);
      await rm(place, { recursive: true, force: true });
    },
    async all() {
      const ids = (await readdir(folder)).filter(isId);
      const texts = ids.map((id) => readFile(path.join(folder, id, 'upload.json'), 'utf8'));
      return (await Promise.all(texts)).map((text, at) => ({
        id: ids[at] ?? '',
        key: Begun.parse(JSON.parse(text)).key,
      }));
    },
  };
  return uploads;
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

function partName({ number, md5 }: Pick<Part, 'number' | 'md5'>): string {
  return `${number}-${md5}`;
}

async function partsIn(place: string): Promise<Part[]> {
  const names = (await readdir(place))
    .map((name) => /^(\d+)-([0-9a-f]{32})$/.exec(name))
    .filter((name) => name !== null);
  const parts = names.map(async ([name, number = '', md5 = '']) => {
    const { size } = await stat(path.join(place, name));
    return { number: Number(number), md5, size };
  });
  return (await Promise.all(parts)).toSorted((a, b) => a.number - b.number);
}

/** The parts that were named, which must be in order, be there, and be large enough. */
function chosen(there: readonly Part[], named: readonly NamedPart[]): Part[] {
  if (named.length === 0) throw new S3Fault('MalformedXML', 'An upload has at least one part');
  if (named.some(({ number }, at) => number <= (named[at - 1]?.number ?? 0))) {
    throw new S3Fault('InvalidPartOrder', 'The list of parts was not in ascending order');
  }
  const parts = named.map(({ number, eTag }) => {
    const part = there.find((one) => one.number === number && one.md5 === eTag.replaceAll('"', ''));
    if (part === undefined) throw new S3Fault('InvalidPart', `Part ${number} has not arrived, or its ETag is another`);
    return part;
  });
  if (parts.slice(0, -1).some(({ size }) => size < leastPart)) {
    throw new S3Fault('EntityTooSmall', `Each part but the last has at least ${leastPart} bytes`);
  }
  return parts;
}

/** As S3 makes it: the MD5 of the parts' MD5s, and how many they are. */
function eTagOf(parts: readonly Part[]): string {
  const digest = createHash('md5');
  for (const { md5 } of parts) digest.update(Buffer.from(md5, 'hex'));
  return `${digest.digest('hex')}-${parts.length}`;
}

async function* contents(files: readonly string[]): Bytes {
  for (const file of files) yield* createReadStream(file);
}
