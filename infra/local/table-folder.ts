import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Partition, partitionOf, partitionPath, type TableFiles } from '../../schema/record/exports/kept-table.ts';

/** Says beside a file what it was made of; written last, so that a file without it is written anew. */
const digestSuffix = '.digest';

/** Files of kept tables in a folder of this machine, where DuckDB and others read them as they are. */
export function createTableFolder(folder: string): TableFiles {
  const fileOf = (partition: Partition) => path.join(folder, partitionPath(partition));
  return {
    digestOf: (partition) => readIfThere(`${fileOf(partition)}${digestSuffix}`),
    async write(partition, digest, pieces) {
      const file = fileOf(partition);
      const part = `${file}.part`;
      await mkdir(path.dirname(file), { recursive: true });
      try {
        await pipeline(pieces, createWriteStream(part));
        // Without it what stands there is of nothing that is known, until the new one is written.
        await rm(`${file}${digestSuffix}`, { force: true });
        await rename(part, file);
      } finally {
        await rm(part, { force: true });
      }
      await writeFile(`${file}${digestSuffix}`, digest);
    },
    async remove(partition) {
      const file = fileOf(partition);
      await rm(`${file}${digestSuffix}`, { force: true });
      await rm(file, { force: true });
    },
    async list() {
      await mkdir(folder, { recursive: true });
      const names = await readdir(folder, { recursive: true });
      return names.flatMap((name) => partitionOf(name.split(path.sep).join('/')) ?? []);
    },
  };
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
