import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { rawPrefix } from '../../infra/raw-prefix.ts';

/** A file to upload, and the object key it gets: folders keep their names below `raw/`. */
export interface UploadFile {
  readonly path: string;
  readonly key: string;
}

/** Every file named or lying in a folder named, hidden ones left out, in a stable order. */
export async function uploadFiles(paths: readonly string[]): Promise<UploadFile[]> {
  const found = await Promise.all(paths.map(filesAt));
  return found.flat().sort((left, right) => (left.key < right.key ? -1 : 1));
}

async function filesAt(path: string): Promise<UploadFile[]> {
  if (!(await stat(path)).isDirectory()) return [{ path, key: `${rawPrefix}${basename(path)}` }];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        !relative(path, file)
          .split(sep)
          .some((part) => part.startsWith('.')),
    )
    .map((file) => ({ path: file, key: rawPrefix + [basename(path), ...relative(path, file).split(sep)].join('/') }));
}
