import { basename } from 'node:path';
import { rawPrefix } from '../../infra/aws/raw-store.ts';
import { filesAt, partsBelow } from '../files-at.ts';

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
