import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { BatchGetItemCommand, BatchWriteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import { listen, localHost, stop } from '../../infra/local/listen.ts';
import { type FaultKind, type FaultPlan, faultPlan, startFaultyService } from '../../tools/faults/faulty-service.ts';

const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

describe('a plan of faults', () => {
  const drawnBy = (seed: number) => {
    const plan = faultPlan(200, seed);
    const drawn = [];
    while (!plan.spent()) drawn.push(plan.next());
    return { plan, drawn };
  };

  it('draws the same faults from the same seed, and others from another', () => {
    expect(drawnBy(7).drawn).toEqual(drawnBy(7).drawn);
    expect(drawnBy(7).drawn).not.toEqual(drawnBy(8).drawn);
  });

  it('draws as many as it was asked for, and none after', () => {
    const { plan, drawn } = drawnBy(7);
    expect(drawn.filter((kind) => kind !== null)).toHaveLength(200);
    expect([...plan.met.values()].reduce((sum, times) => sum + times, 0)).toBe(200);
    expect(Array.from({ length: 100 }, () => plan.next())).toEqual(Array.from({ length: 100 }, () => null));
  });
});

/** A plan in which every call meets one kind of fault, or the kinds of a list one after the other and then none. */
function always(...kinds: FaultKind[]): FaultPlan {
  let at = 0;
  return { next: () => kinds[at++] ?? null, met: new Map(), spent: () => at >= kinds.length };
}

/** DynamoDB that keeps what it was asked, behind a service that lets calls go wrong. */
async function faultyDynamo(plan: FaultPlan) {
  const heard: { action: string; body: Record<string, unknown> }[] = [];
  const killed: string[] = [];
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await text(request));
    heard.push({ action: String(request.headers['x-amz-target']).split('.')[1] ?? '', body });
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end('{"Responses":{}}');
  });
  const port = await listen(server, { service: 'a store', port: 0, option: 'none' });
  closers.push(() => stop(server));
  const faulty = await startFaultyService({
    ...{ service: 'DynamoDB', plan, target: () => `http://${localHost}:${port}` },
    kill: async (what) => void killed.push(what),
  });
  closers.push(() => faulty.close());
  const client = (maxAttempts: number) => {
    const made = new DynamoDBClient({
      ...{ endpoint: faulty.endpoint, region: 'local', maxAttempts },
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    closers.push(() => made.destroy());
    return made;
  };
  return { heard, killed, client };
}

const keys = ['a', 'b', 'c'].map((pk) => ({ pk: { S: pk } }));
const get = new BatchGetItemCommand({ RequestItems: { records: { Keys: keys } } });
const put = new BatchWriteItemCommand({ RequestItems: { records: keys.map((Item) => ({ PutRequest: { Item } })) } });

describe('a service whose calls go wrong', () => {
  it.each([
    ['refused', 0, 'InternalServerError'],
    ['throttled', 0, 'ProvisionedThroughputExceededException'],
    ['dropped', 0, 'TimeoutError'],
    ['unanswered', 1, 'TimeoutError'],
    ['cut', 1, 'Error'],
  ] as const)('%s: the service hears of it %i times, and who asked gets %s', async (kind, times, name) => {
    const { heard, client } = await faultyDynamo(always(kind));
    const error = await client(1)
      .send(get)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name });
    expect(heard).toHaveLength(times);
  });

  it('repeats a call that is answered once', async () => {
    const { heard, client } = await faultyDynamo(always('repeated'));
    await client(1).send(get);
    expect(heard).toHaveLength(2);
  });

  it('reads a part of a batch and names the rest', async () => {
    const { heard, client } = await faultyDynamo(always('partial'));
    const { UnprocessedKeys } = await client(1).send(get);
    expect(heard[0]?.body).toEqual({ RequestItems: { records: { Keys: keys.slice(0, 2) } } });
    expect(UnprocessedKeys).toEqual({ records: { Keys: keys.slice(2) } });
  });

  it('writes a part of a batch and names the rest', async () => {
    const { client } = await faultyDynamo(always('partial'));
    const { UnprocessedItems } = await client(1).send(put);
    expect(UnprocessedItems).toEqual({ records: [{ PutRequest: { Item: keys[2] } }] });
  });

  it.each([
    ['killedBefore', 0, 'function'],
    ['killedAfter', 1, 'function'],
    ['everythingKilled', 0, 'everything'],
  ] as const)('%s: the service hears of it %i times, and the %s is killed', async (kind, times, what) => {
    const { heard, killed, client } = await faultyDynamo(always(kind));
    const aborted = new AbortController();
    const asked = client(1).send(get, { abortSignal: aborted.signal });
    await expect.poll(() => killed).toEqual([what]);
    aborted.abort();
    await expect(asked).rejects.toThrow();
    expect(heard).toHaveLength(times);
  });
});

it('loses, doubles and tears nothing while forty calls go wrong', async () => {
  const script = fileURLToPath(new URL('../../tools/faults/faults.ts', import.meta.url));
  const options = ['--faults', '40', '--reports', '12', '--seed', '3'];
  const child = spawn(process.execPath, [script, ...options], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  expect(printed).toContain('Nothing was lost, doubled or torn');
  expect(code).toBe(0);
}, 300_000);
