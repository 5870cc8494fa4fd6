import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';

/** What one hostile input cost the process that took it. */
export const HostileCost = z.object({
  name: z.string(),
  bytes: z.int(),
  /** What became of it: an outcome, the code of a refusal, or `fault` and why. */
  outcome: z.string(),
  milliseconds: z.number(),
  /** Processor time of the whole process in milliseconds: what it takes where nothing else runs. */
  cpuMs: z.number(),
  /** Highest resident memory of the process meanwhile, in MB: the runtime and everything loaded included. */
  peakMb: z.number(),
});
export type HostileCost = z.infer<typeof HostileCost>;

/** Hostile inputs by name; each is made when it is asked for. */
type Inputs = Readonly<Record<string, () => Uint8Array>>;

/**
 * Gives hostile documents to a process of its own, which parses them one after the other as a batch is ingested: a document
 * that ended the process would take those after it along. They reach it as files, so that making them costs it nothing.
 */
export async function documentCosts(documents: Inputs): Promise<HostileCost[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-hostile-'));
  try {
    for (const [name, make] of Object.entries(documents)) await writeFile(join(folder, name), make());
    const script = fileURLToPath(new URL('documents-process.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [script, folder]);
    const lines = stdout.split('\n').filter((line) => line !== '');
    return lines.map((line) => HostileCost.parse(JSON.parse(line)));
  } finally {
    await rm(folder, { recursive: true });
  }
}
