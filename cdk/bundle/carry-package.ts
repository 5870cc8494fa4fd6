import { cp, mkdir, readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Share } from './bundle-content.ts';
import type { CarriedPackage } from './bundled-function.ts';

const require = createRequire(import.meta.url);

/** Copies what is needed of a package into `node_modules` of a bundle, and answers how much it is. */
export async function carryPackage({ name, files, folders }: CarriedPackage, outdir: string): Promise<Share> {
  const source = dirname(require.resolve(`${name}/package.json`));
  const target = join(outdir, 'node_modules', name);
  const inFolders = await Promise.all(Object.entries(folders).map(([folder, test]) => filesIn(source, folder, test)));
  const all = [...Object.entries(files), ...inFolders.flat().map((path) => [path, path] as const)];
  const sizes = await Promise.all(all.map(([from, to]) => carryFile(join(source, from), join(target, to))));
  return { name: `${name} (carried)`, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

async function filesIn(source: string, folder: string, test: RegExp): Promise<string[]> {
  const names = await readdir(join(source, folder));
  return names.filter((name) => test.test(name)).map((name) => join(folder, name));
}

async function carryFile(from: string, to: string): Promise<number> {
  await mkdir(dirname(to), { recursive: true });
  await cp(from, to);
  return (await stat(to)).size;
}
