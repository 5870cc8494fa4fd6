import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { rawPrefix } from '../infra/aws/raw-store.ts';

/** The file itself, or every file in the folder and below it, hidden ones left out, in a stable order. Throws as `stat` does. */
export async function filesAt(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !partsBelow(path, file).some((part) => part.startsWith('.')))
    .sort();
}

/** The folders and the name by which a file stands below a folder. */
function partsBelow(folder: string, file: string): string[] {
  return relative(folder, file).split(sep);
}

/** A file to upload, and the object key it gets: folders keep their names below `raw/`. */
export interface UploadFile {
  readonly path: string;
  readonly key: string;
}

/** Every file named or lying in a folder named, hidden ones left out, in a stable order. */
export async function uploadFiles(paths: readonly string[]): Promise<UploadFile[]> {
  const found = await Promise.all(paths.map(keyedFiles));
  return found.flat().sort((left, right) => (left.key < right.key ? -1 : 1));
}

async function keyedFiles(path: string): Promise<UploadFile[]> {
  const files = await filesAt(path);
  return files.map((file) => ({ path: file, key: rawPrefix + [basename(path), ...below(path, file)].join('/') }));
}

function below(path: string, file: string): string[] {
  return file === path ? [] : partsBelow(path, file);
}
