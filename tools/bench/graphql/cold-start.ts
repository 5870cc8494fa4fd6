import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { bundledFunctions, bundleFunction } from '../../../cdk/bundle/bundle-function.ts';
import type { Env } from '../../../infra/aws/env.ts';
import { median, milliseconds, printTable } from '../measure.ts';
import { startChild } from './child.ts';

const runs = 7;
const Told = z.object({ load: z.number(), answer: z.number() });

/** The bundle as it is deployed, in a fresh process each time: loading it, and its first answer. */
export async function benchColdStart(env: Env): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'));
  const { bytes, bytesAtStart } = await bundleFunction(folder, bundledFunctions.graphql);
  const told: z.infer<typeof Told>[] = [];
  for (let run = 0; run < runs; run += 1) {
    const child = await startChild('cold-start-process.ts', { env, module: join(folder, 'graphql/index.mjs') });
    told.push(Told.parse(child.told));
    await child.stop();
  }
  await rm(folder, { recursive: true });
  const times = [told.map(({ load }) => load), told.map(({ answer }) => answer)];
  printTable('Cold start of the GraphQL function, as it is deployed', [
    ['KB', 'KB read at the start', 'ms to load, median', 'ms to the first answer after it', 'runs'],
    [...[bytes, bytesAtStart].map(kilobytes), ...times.map((each) => milliseconds(median(each))), String(runs)],
  ]);
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(0);
}
