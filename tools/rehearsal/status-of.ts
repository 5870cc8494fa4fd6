import { z } from 'zod';
import type { Stage } from './stage.ts';

/** What the rehearsal looks at of `gongkai status --json`. */
const SeenStatus = z.object({
  queue: z.object({ waiting: z.int(), inFlight: z.int(), delayed: z.int() }),
  deadLetters: z.int(),
  outcomes: z.object({ published: z.int(), held: z.int(), rejected: z.int() }),
  lastIngestions: z.array(z.object({ key: z.string(), outcome: z.string(), finishedAt: z.string() })),
  alarms: z.array(z.object({ name: z.string() })).nullable(),
});
export type SeenStatus = z.infer<typeof SeenStatus>;

/** How a stack is, as the command line tells it. */
export async function statusOf(stage: Stage, stack: string): Promise<SeenStatus> {
  const { stdout } = await stage.gongkai(['status', '--stack', stack, '--json']);
  return SeenStatus.parse(JSON.parse(stdout));
}
