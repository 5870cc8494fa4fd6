import { createHash } from 'node:crypto';
import { appendFile, mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { csvRows } from '../csv-rows.ts';

/** Columns of a manifest; the first six are those of a list of documents that `gongkai upload` reads. */
const columns = [
  ...(['url', 'file', 'publishedOn', 'agency', 'fetchedAt', 'sha256'] as const),
  /** Where the address led in the end, if elsewhere; the page that links to the document; what the server said it is, and its charset. */
  ...(['redirectedTo', 'linkedFrom', 'mediaType', 'charset', 'bytes'] as const),
] as const;

/** A document that was collected. `file` is its path below the folder; what is not known is an empty text. */
export type Collected = Readonly<Record<(typeof columns)[number], string>>;

/** The documents of a folder, and the state of collecting them: what is in the manifest is there whole. */
export interface Manifest {
  /** What is kept of an address. */
  get(url: string): Collected | undefined;
  read(file: string): Promise<Uint8Array>;
  /** Keeps a document and says so in the manifest, in this order. */
  keep(document: Omit<Collected, 'bytes' | 'sha256'>, bytes: Uint8Array): Promise<Collected>;
}

const fileName = 'manifest.csv';

/** Opens the manifest of a folder, which is made where there is none. Throws where the folder's manifest is of something else. */
export async function openManifest(folder: string): Promise<Manifest> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, fileName);
  const known = new Map((await readManifest(path)).map((row) => [row.url, row]));
  return {
    get: (url) => known.get(url),
    read: (file) => readFile(join(folder, file)),
    async keep(document, bytes) {
      const row = {
        ...document,
        bytes: String(bytes.length),
        sha256: createHash('sha256').update(bytes).digest('hex'),
      };
      const file = join(folder, row.file);
      await mkdir(dirname(file), { recursive: true });
      // A hidden name, which no upload takes for a document.
      const part = join(dirname(file), `.${basename(file)}.part`);
      await writeFile(part, bytes);
      await rename(part, file);
      await appendFile(path, stringify([columns.map((column) => row[column])]));
      known.set(row.url, row);
      return row;
    },
  };
}

async function readManifest(path: string): Promise<Collected[]> {
  const handle = await open(path, 'a+');
  try {
    const bytes = await handle.readFile();
    // A line that was cut off while it was written is taken back; its document is fetched again.
    const whole = bytes.lastIndexOf('\n') + 1;
    if (whole < bytes.length) await handle.truncate(whole);
    if (whole === 0) await handle.appendFile(stringify([columns]));
    const rows = csvRows(bytes.subarray(0, whole));
    const [heading, ...body] = 'fault' in rows ? [] : rows;
    if (whole > 0 && heading?.values.join() !== columns.join())
      throw new Error(`${path} is no manifest of gongkai collect.`);
    return body.map(
      ({ values }) => Object.fromEntries(columns.map((column, at) => [column, values[at] ?? ''])) as Collected,
    );
  } finally {
    await handle.close();
  }
}
