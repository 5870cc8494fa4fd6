import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { type CsvRow, csvRows } from '../csv-rows.ts';
import type { BadEntry, Entry } from './entries.ts';
import { saidIn } from './said-in.ts';

/** Columns that make a CSV file a list of documents, and what else it may say of each. Others are for people. */
const listColumns = {
  required: ['url', 'file'],
  optional: ['publishedOn', 'agency', 'fetchedAt', 'sha256'],
} as const;
type Column = (typeof listColumns.required)[number] | (typeof listColumns.optional)[number];

/** A row of a list as an entry, with the path of its file; or what is wrong with the row. */
export interface ReadList {
  readonly entries: readonly (Entry & { readonly path: string })[];
  readonly bad: readonly BadEntry[];
}

const said = { sourceUrl: 'url', agency: 'agency', publishedOn: 'publishedOn', fetchedAt: 'fetchedAt' };

/**
 * Reads a list of documents: CSV whose first row names `url` and `file`, a path from the folder of the list and within it. `keyOf` gives the key
 * of such a path. Null where the file is no list, which any other CSV file is.
 */
export async function readList(path: string, keyOf: (file: string) => string): Promise<ReadList | null> {
  const bytes = await readFile(path);
  const rows = csvRows(bytes);
  if ('fault' in rows) {
    const isList = namesDocuments(firstRow(bytes));
    return isList ? { entries: [], bad: [{ name: `${path}:${rows.line}`, fault: rows.fault }] } : null;
  }
  const [heading, ...body] = rows;
  if (!namesDocuments(heading?.values ?? [])) return null;
  const read = await Promise.all(
    body.map((row) =>
      entryOf(row, { path, columns: heading?.values ?? [], keyOf }).catch((error: Error): BadEntry => {
        return { name: `${path}:${row.line}`, fault: error.message };
      }),
    ),
  );
  const named = new Set<string>();
  const list = { entries: [] as (Entry & { path: string })[], bad: [] as BadEntry[] };
  for (const [at, one] of read.entries()) {
    if ('fault' in one) list.bad.push(one);
    else if (named.has(one.path))
      list.bad.push({ name: `${path}:${body[at]?.line}`, fault: `${one.path} is named twice.` });
    else list.entries.push(one);
    if ('path' in one) named.add(one.path);
  }
  return list;
}

function namesDocuments(columns: readonly string[]): boolean {
  return listColumns.required.every((column) => columns.includes(column));
}

/** The first row of a file that is no CSV further down. */
function firstRow(bytes: Uint8Array): readonly string[] {
  const end = bytes.indexOf(0x0a);
  const rows = csvRows(end < 0 ? bytes : bytes.subarray(0, end));
  return 'fault' in rows ? [] : (rows[0]?.values ?? []);
}

interface List {
  readonly path: string;
  readonly columns: readonly string[];
  readonly keyOf: (file: string) => string;
}

async function entryOf(row: CsvRow, { path: list, columns, keyOf }: List): Promise<Entry & { readonly path: string }> {
  const value = (column: Column) => row.values[columns.indexOf(column)] ?? '';
  if (value('url') === '') throw new Error('It has no url.');
  if (value('file') === '') throw new Error('It names no file.');
  const { file, path } = await fileWithin(dirname(list), value('file'));
  const texts = { sourceUrl: value('url'), ...Object.fromEntries(sayable.map((key) => [key, value(key)])) };
  return {
    name: path,
    path,
    place: file,
    key: keyOf(file),
    said: saidIn(texts, said),
    read: () => readPromised(path, value('sha256')),
  };
}

const sayable = ['agency', 'publishedOn', 'fetchedAt'] as const;

/** A list may come from anywhere: it names files of its own folder only. */
async function fileWithin(folder: string, file: string) {
  const path = join(folder, file);
  const home = await realpath(folder);
  const real = await realpath(path).catch(() => null);
  if (real === null) throw new Error(`${file} is not there.`);
  const below = relative(home, real);
  if (below.startsWith('..') || isAbsolute(below)) throw new Error(`${file} is not in the folder of the list.`);
  return { path, file: relative(folder, path).split(sep).join('/') };
}

async function readPromised(path: string, sha256: string): Promise<Uint8Array> {
  const bytes = await readFile(path);
  if (sha256 === '' || createHash('sha256').update(bytes).digest('hex') === sha256.toLowerCase()) return bytes;
  throw new Error('Its bytes are not those that the list gives the SHA-256 of.');
}
