import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type BundledFunction, bundledFunctions, bundleFunction } from '../../../cdk/bundle/bundle-function.ts';
import type { Env } from '../../../infra/aws/env.ts';
import { startChild } from '../../child.ts';
import { median, milliseconds, printTable } from '../measure.ts';

const runs = 9;
const Told = z.object({ load: z.number(), answer: z.number() });

/** The floors: Yoga with one field that reads nothing, and the same with one query of a table, without which nothing stored is served. */
const floors: readonly BundledFunction[] = ['empty', 'with-table'].map((name) => ({
  name,
  entries: { index: `tools/bench/graphql/floors/${name}.ts` },
  carried: [],
  budget: { start: Number.POSITIVE_INFINITY, whole: Number.POSITIVE_INFINITY },
}));

/** The bundle as it is deployed beside the floors, in fresh processes in turn: loading it, and its first answer. */
export async function benchColdStart(env: Env): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'));
  const started = [];
  for (const bundled of [...floors, bundledFunctions.graphql]) {
    const { bytes, bytesAtStart } = await bundleFunction(folder, bundled);
    started.push({ name: bundled.name, bytes, bytesAtStart, told: [] as z.infer<typeof Told>[] });
  }
  for (let run = 0; run < runs; run += 1) {
    for (const { name, told } of started) {
      const child = await startChild(new URL('cold-start-process.ts', import.meta.url), {
        env,
        module: join(folder, name, 'index.mjs'),
      });
      told.push(Told.parse(child.told));
      await child.stop();
    }
  }
  await rm(folder, { recursive: true });
  const [floor] = started.map(totalOf);
  printTable('Cold start of the GraphQL function, as it is deployed', [
    ['', 'KB', 'KB read at the start', 'ms to load, median', 'ms to the first answer after it', 'of the empty one'],
    ...started.map((each) => [
      each.name,
      ...[each.bytes, each.bytesAtStart].map(kilobytes),
      milliseconds(median(each.told.map(({ load }) => load))),
      milliseconds(median(each.told.map(({ answer }) => answer))),
      `${(totalOf(each) / (floor ?? 0)).toFixed(2)}×`,
    ]),
  ]);
}

function totalOf({ told }: { readonly told: readonly z.infer<typeof Told>[] }): number {
  return median(told.map(({ load, answer }) => load + answer));
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(0);
}
