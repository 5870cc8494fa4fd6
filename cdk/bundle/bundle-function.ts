import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { type BundleContent, contentOf } from './bundle-content.ts';
import type { BundledFunction } from './bundled-function.ts';
import { carryPackage } from './carry-package.ts';
import { replacementPlugin } from './replacements.ts';

const repository = resolve(import.meta.dirname, '../..');

/**
 * Packages in CommonJS ask for Node's modules with `require`, which an ES module does not have. The minifier does not look
 * at a banner: a short name here is one that it may give to something else.
 */
const banner =
  "import{createRequire as createRequireOfBundle}from'node:module';const require=createRequireOfBundle(import.meta.url);";

/**
 * Bundles a function into `<folder>/<name>/`, replacing what is there: ES modules, minified, the AWS SDK included, so that
 * what runs is what was tested and not what Lambda happens to carry. What is imported lazily becomes a module of its own.
 * The same sources give the same bytes. Throws where a module cannot be resolved.
 */
export async function bundleFunction(folder: string, bundled: BundledFunction): Promise<BundleContent> {
  const outdir = join(resolve(folder), bundled.name);
  await rm(outdir, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: repository,
    entryPoints: { ...bundled.entries },
    outdir,
    ...{ bundle: true, minify: true, splitting: true, metafile: true, legalComments: 'none' },
    ...{ platform: 'node', target: 'node24', format: 'esm', outExtension: { '.js': '.mjs' } },
    // Chinese words as themselves, not as escapes of twice their size.
    charset: 'utf8',
    // Where a package has both, its ES modules: only they can be trimmed to what is used.
    mainFields: ['module', 'main'],
    // One client for whoever asks: a package that pins another patch of it would bring 70 KB of the same again.
    alias: { '@aws-sdk/client-s3': join(repository, 'node_modules/@aws-sdk/client-s3') },
    banner: { js: banner },
    plugins: [replacementPlugin],
    external: bundled.carried.map(({ name }) => name),
    logLevel: 'error',
  });
  const carried = await Promise.all(bundled.carried.map((carry) => carryPackage(carry, outdir)));
  // What the bundle is made of lies beside it, not in it.
  await writeFile(`${outdir}.meta.json`, JSON.stringify(metafile));
  return contentOf(bundled.name, metafile, carried);
}
