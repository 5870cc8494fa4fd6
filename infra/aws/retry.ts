import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds between tries, beyond the SDK's own: what a line or a service that is gone for a moment needs. */
const pauses = [1_000, 5_000];

/** Does a call to a service again after a fault that may pass. What the service refuses is refused for good and throws at once. */
export async function tryAgain<Result>(call: () => Promise<Result>): Promise<Result> {
  for (const pause of pauses) {
    try {
      return await call();
    } catch (error) {
      if (isRefusal(error)) throw error;
      await sleep(pause);
    }
  }
  return call();
}

/** The SDK marks an error the caller is to blame for. */
export function isRefusal(error: unknown): boolean {
  return error instanceof Error && '$fault' in error && error.$fault === 'client';
}

/** Does a piece of work for each item, so many at a time; results are in the items' order. The first failure ends it. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const rest = items.entries();
  const worker = async () => {
    for (const [index, item] of rest) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}

/** A service that takes nothing of a batch so many times in a row is a fault of the service: the queue tries again later. */
const mostIdleTries = 8;
/** Milliseconds, doubled with every try in a row that got nowhere. */
const firstPause = 25;

/**
 * Sends what is left of a batch until nothing is, with longer and longer pauses while the service refuses. `send` answers
 * what was left unprocessed. Throws when it keeps refusing.
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
    if (idle === mostIdleTries) throw new Error(`The service refused ${left.length} of a batch ${idle} times in a row`);
    if (left.length > 0) await sleep(firstPause * 2 ** idle);
  }
}
