import { z } from 'zod';
import type { Env } from '../../../infra/aws/env.ts';
import { startChild } from '../../child.ts';
import { printTable } from '../measure.ts';

const requests = 50_000;
const Told = z.array(z.object({ sent: z.int(), resident: z.number(), used: z.number() }));

/** Whether memory stays as it is whatever anyone sends: requests of every hostile kind, each unlike all others. */
export async function benchDistinctRequests(env: Env): Promise<void> {
  const child = await startChild(new URL('distinct-requests-process.ts', import.meta.url), { env, requests });
  await child.stop();
  printTable(`Memory over ${requests} different requests of up to 64 KB`, [
    ['requests', 'MB in use', 'MB resident'],
    ...Told.parse(child.told).map(({ sent, resident, used }) => [String(sent), used.toFixed(0), resident.toFixed(0)]),
  ]);
}
