import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type StoredApi, startStoredApi } from '../stored-api.ts';
import { distinctRequests } from './distinct-requests.ts';

let api: StoredApi;
beforeAll(async () => {
  api = await startStoredApi();
});
afterAll(() => api.close());

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Megabytes in use, those outside of the heap too. */
async function megabytes(): Promise<number> {
  // What has a finalizer goes after it has run.
  for (let turn = 0; turn < 2; turn += 1) {
    collectGarbage();
    await sleep(50);
  }
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1024 / 1024;
}

async function send(make: (number: number) => Request, from: number, count: number): Promise<void> {
  for (let number = from; number < from + count; number += 1) await (await api.fetch(make(number))).text();
}

/** Half of what the requests would take if they were remembered. */
const most = 24;
/** What a thousand tokens become takes ten times as much as a long text. */
const counts = { tokens: 80, text: 600 };

it.each(Object.entries(distinctRequests))(
  'hundreds of different requests leave no more in memory than is allotted: %s',
  async (_name, { of, make }) => {
    await send(make, 0, 20);
    const before = await megabytes();
    await send(make, 1_000, counts[of]);
    expect((await megabytes()) - before).toBeLessThan(most);
  },
  60_000,
);
