import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, matchesGlob, resolve } from 'node:path';
import { rawPrefix } from '../../infra/aws/raw-store.ts';
import { filesAt, partsBelow } from '../files.ts';
import { readList } from './document-list.ts';
import { type Entry, type Found, together } from './entries.ts';
import { readWebArchive } from './web-archive.ts';

export interface FindOptions {
  /** Globs, of which an entry matches one; none: everything is taken. */
  readonly include?: readonly string[];
  /** Bytes beyond which a document of a web archive is not read. */
  readonly maxBytes: number;
}

/**
 * Finds what there is to upload at paths: files, all in folders and below them, hidden ones left out; of a list of documents (`document-list.ts`)
 * the files that it names, with what it says of them, and of a web archive (`web-archive.ts`) the documents in it. In a stable order. Throws where
 * a path is none.
 */
export async function findEntries(paths: readonly string[], options: FindOptions): Promise<Found> {
  const { entries, ...rest } = together(await Promise.all(paths.map((path) => entriesAt(path, options.maxBytes))));
  const { include = [] } = options;
  const included =
    include.length === 0 ? entries : entries.filter((entry) => include.some((glob) => isOf(entry, glob)));
  return { entries: included.toSorted((left, right) => (left.key < right.key ? -1 : 1)), ...rest };
}

/** Whether a glob matches the path of an entry or its address without its scheme; without a slash, their last parts. */
function isOf({ place, said }: Entry, glob: string): boolean {
  const url = said.sourceUrl === undefined ? null : new URL(said.sourceUrl);
  const names = [place, ...(url === null ? [] : [url.host + url.pathname])];
  return names.some((name) => matchesGlob(glob.includes('/') ? name : basename(name), glob));
}

/** A file to look at, and its folders and name below the bucket's `raw/`. */
interface NamedFile {
  readonly path: string;
  readonly parts: readonly [root: string, ...below: string[]];
}

async function entriesAt(path: string, maxBytes: number): Promise<Found> {
  const root = basename(resolve(path));
  const files = (await filesAt(path)).map((file): NamedFile => {
    return { path: file, parts: [root, ...(file === path ? [] : partsBelow(path, file))] };
  });
  const found: Found[] = [];
  const plain: NamedFile[] = [];
  const listed = new Set<string>();
  for (const file of files) {
    const list = /\.csv$/i.test(file.path) ? await listAt(file) : null;
    if (list !== null) {
      found.push({ ...list, passedOver: 0 });
      for (const entry of list.entries) listed.add(resolve(entry.path));
    } else if (/\.warc(?:\.gz)?$/i.test(file.path)) {
      found.push(await readWebArchive(file.path, { keyOf: (place) => keyOf([...file.parts, place]), maxBytes }));
    } else plain.push(file);
  }
  const entries = plain.filter((file) => !listed.has(resolve(file.path))).map(fileEntry);
  return together([...found, { entries, bad: [], passedOver: 0 }]);
}

/** The files of a list get the keys that they have when the list's folder is uploaded. */
function listAt({ path, parts }: NamedFile): ReturnType<typeof readList> {
  const folder = parts.length === 1 ? [basename(dirname(resolve(path)))] : parts.slice(0, -1);
  return readList(path, (file) => keyOf([...folder, file]));
}

function fileEntry({ path, parts }: NamedFile): Entry {
  const [root, ...below] = parts;
  const place = below.length === 0 ? root : below.join('/');
  return { name: path, place, key: keyOf(parts), said: {}, read: () => readFile(path) };
}

/** Bytes that a key may have, less than S3's 1,024: what is longer is cut, and told apart by its hash. */
const longestKey = 900;
const hashLength = 16;

function keyOf(parts: readonly string[]): string {
  const key = rawPrefix + parts.join('/');
  const bytes = Buffer.from(key);
  if (bytes.length <= longestKey) return key;
  const beginning = bytes
    .subarray(0, longestKey)
    .toString()
    .replace(/\uFFFD+$/u, '');
  return `${beginning}-${createHash('sha256').update(key).digest('hex').slice(0, hashLength)}`;
}
