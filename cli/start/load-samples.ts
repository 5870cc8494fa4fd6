import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findEntries } from '../upload/find-entries.ts';
import { uploadAll } from '../upload/upload-all.ts';
import type { Product } from './start-product.ts';

const samplesFolder = fileURLToPath(new URL('../../samples', import.meta.url));

/** Loads the sample reports as a user would, by S3, once in the life of a data folder, and waits for their outcomes. */
export async function loadSamples({ running, stack }: Product, dataDir: string): Promise<void> {
  const marker = join(dataDir, 'samples-loaded');
  if (await exists(marker)) return;
  const target = { bucket: running.bucket, env: stack.env };
  const { entries } = await findEntries([samplesFolder], { maxBytes: 0 });
  const uploaded = await uploadAll(entries, {
    target,
    graphql: running.graphql,
    title: 'Sample reports',
  });
  const failed = uploaded.find(({ state }) => state === 'failed');
  if (failed !== undefined) throw new Error(`The sample ${failed.name} was not loaded.`, { cause: failed });
  await writeFile(marker, '');
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
