import { setTimeout as sleep } from 'node:timers/promises';

/** A table that takes nothing of a batch so many times in a row is a fault of the service: the queue tries again later. */
const mostIdleTries = 8;
/** Milliseconds, doubled with every try in a row that got nowhere. */
const firstPause = 25;

/**
 * Sends what is left of a batch until nothing is, with longer and longer pauses while the table refuses. `send` answers
 * what was left unprocessed. Throws when the table keeps refusing.
 */
export async function untilProcessed<Request>(
  requests: readonly Request[],
  send: (requests: readonly Request[]) => Promise<readonly Request[]>,
): Promise<void> {
  let left = requests;
  let idle = 0;
  while (left.length > 0) {
    const unprocessed = await send(left);
    idle = unprocessed.length < left.length ? 0 : idle + 1;
    left = unprocessed;
    if (idle === mostIdleTries) throw new Error(`The table refused ${left.length} items ${idle} times in a row`);
    if (left.length > 0) await sleep(firstPause * 2 ** idle);
  }
}
