import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

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
export function partsBelow(folder: string, file: string): string[] {
  return relative(folder, file).split(sep);
}
