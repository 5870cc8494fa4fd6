import { z } from 'zod';
import type { Env } from '../../infra/env.ts';
import { median, milliseconds, printTable } from '../measure.ts';
import { startChild } from './child.ts';

const runs = 5;
const Told = z.object({ loaded: z.number(), answered: z.number() });

/** From the start of a process to its first answer, from sources; the bundle of the function loads faster. */
export async function benchColdStart(env: Env): Promise<void> {
  const told: z.infer<typeof Told>[] = [];
  for (let run = 0; run < runs; run += 1) {
    const child = await startChild('cold-start-process.ts', { env });
    told.push(Told.parse(child.told));
    await child.stop();
  }
  const figures = [median(told.map(({ loaded }) => loaded)), median(told.map(({ answered }) => answered))];
  printTable('Cold start of the GraphQL function, from sources', [
    ['runs', 'ms until loaded', 'ms until the first answer'],
    [String(runs), ...figures.map(milliseconds)],
  ]);
}
