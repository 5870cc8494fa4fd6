import { setTimeout as sleep } from 'node:timers/promises';
import { createSqsClient } from '../../infra/aws/aws-clients.ts';
import { redriveDeadLetters } from '../../infra/aws/dead-letters.ts';
import { AwsEnv, readEnv } from '../../infra/aws/env.ts';
import { depth } from '../../infra/local/queues.ts';
import { createSemaphore } from '../../infra/semaphore.ts';
import { type Child, startChild } from '../child.ts';
import { type StartedProduct, startProductProcess } from '../load/product.ts';
import { mulberry32, type Random } from '../random.ts';
import { type FaultPlan, type FaultyServiceOptions, startFaultyService } from './faulty-service.ts';

/** As many ingest functions run at once, so that renditions of one report meet. */
const functions = 2;
/** Seconds until a message that failed comes again. */
const retrySeconds = 4;
/** Milliseconds by which the clock of a function may be wrong: lists ask for what changed half a minute before they last asked. */
const mostClockOffMs = 20_000;
const pollMs = 200;

/** What the messages were that kept failing: how many there were before the one redrive, and how many are left after it. */
interface Aftermath {
  readonly deadLetters: number;
  readonly afterRedrive: number;
}

/** The product on one machine whose ingest functions meet faults. */
export interface FaultyProduct {
  readonly product: StartedProduct;
  /** Waits until the queue is empty, ends the faults, redrives the dead letters once, and waits again. */
  recover(): Promise<Aftermath>;
  close(): Promise<void>;
}

/** Objects whose key has this in it cannot be read until `recover` redrives: their messages are poison in their batches. */
export const poisonMark = 'poison';

/**
 * Starts the product with its ingest functions in processes of their own, behind services that let calls go wrong as the plan says.
 * Who is killed starts again, its clock wrong by another time.
 */
export async function startFaultyProduct(dataDir: string, plan: FaultPlan, seed: number): Promise<FaultyProduct> {
  const random = mulberry32(seed);
  const stack = await startStack(dataDir);
  const state = { curable: false };
  const oneAtATime = createSemaphore(1);
  const all: IngestFunction[] = [];
  const restartAll = () =>
    oneAtATime(async () => {
      await Promise.all([stack.kill(), ...all.map((each) => each.kill())]);
      await stack.start();
      await Promise.all(all.map((each) => each.start()));
    });
  for (let count = 0; count < functions; count += 1) {
    const restart = (of: IngestFunction) =>
      oneAtATime(async () => {
        await of.kill();
        await of.start();
      });
    const refuses = (path: string) => !state.curable && path.includes(poisonMark);
    all.push(await createFunction(stack.product.env, { plan, random, refuses, restart, restartAll }));
  }
  const { deadLetterUrl, queueUrl } = stack.product.running;
  const sqs = createSqsClient(readEnv(AwsEnv, stack.product.env));
  const waiting = (url: string) => whenUp(() => depth(sqs, url));
  const idle = async () => {
    while ((await waiting(queueUrl)) > 0) await sleep(pollMs);
  };
  return {
    product: stack.product,
    async recover() {
      await idle();
      const deadLetters = await waiting(deadLetterUrl);
      state.curable = true;
      for await (const _ of redriveDeadLetters(sqs, { deadLetterUrl, queueUrl }));
      await idle();
      return { deadLetters, afterRedrive: await waiting(deadLetterUrl) };
    },
    close: () =>
      // Who has just been killed is let start first: what starts while the rest ends would be left over.
      oneAtATime(async () => {
        sqs.destroy();
        await Promise.all(all.map((each) => each.close()));
        await stack.stop();
      }),
  };
}

/** Milliseconds in which services that were killed are up again, on a machine with much to do. */
const longestDown = 120_000;

/** Does a call to services that may be down, again and again until they are up. */
export async function whenUp<Result>(call: () => Promise<Result>): Promise<Result> {
  for (const deadline = Date.now() + longestDown; ; await sleep(pollMs)) {
    try {
      return await call();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}

/** The services and the API in a process that comes back on the same ports, with what was on its disk. */
async function startStack(dataDir: string) {
  const input = { dataDir, ingestEnv: null, retrySeconds };
  let { child, product } = await startProductProcess(input);
  const { s3, sqs, dynamodb, graphql } = product.running;
  const portOf = (url: string) => Number(new URL(url).port);
  const ports = { s3: portOf(s3), sqs: portOf(sqs), dynamodb: portOf(dynamodb), graphql: portOf(graphql) };
  return {
    product,
    kill: () => child.kill(),
    async start() {
      ({ child } = await startProductProcess({ ...input, ports }));
    },
    stop: () => child.stop(),
  };
}

/** An ingest function with services of its own, so that it is known who makes a call. */
interface IngestFunction {
  start(): Promise<void>;
  kill(): Promise<void>;
  close(): Promise<void>;
}

interface Surroundings {
  readonly plan: FaultPlan;
  readonly random: Random;
  readonly refuses: (path: string) => boolean;
  readonly restart: (of: IngestFunction) => Promise<void>;
  readonly restartAll: () => Promise<void>;
}

async function createFunction(env: StartedProduct['env'], around: Surroundings): Promise<IngestFunction> {
  const target = (name: string) => () => env[name] ?? '';
  const common: Pick<FaultyServiceOptions, 'plan' | 'kill'> = {
    plan: around.plan,
    kill: (what) => (what === 'everything' ? around.restartAll() : around.restart(created)),
  };
  const services = {
    AWS_ENDPOINT_URL_S3: await startFaultyService({
      ...{ ...common, service: 'S3', refuses: around.refuses },
      target: target('AWS_ENDPOINT_URL_S3'),
    }),
    AWS_ENDPOINT_URL_SQS: await startFaultyService({
      ...{ ...common, service: 'SQS' },
      target: target('AWS_ENDPOINT_URL_SQS'),
    }),
    AWS_ENDPOINT_URL_DYNAMODB: await startFaultyService({
      ...{ ...common, service: 'DynamoDB' },
      target: target('AWS_ENDPOINT_URL_DYNAMODB'),
    }),
  };
  const endpoints = Object.fromEntries(Object.entries(services).map(([name, { endpoint }]) => [name, endpoint]));
  const queue = new URL(env.QUEUE_URL ?? '').pathname;
  const ownEnv = { ...env, ...endpoints, QUEUE_URL: `${services.AWS_ENDPOINT_URL_SQS.endpoint}${queue}` };
  const startProcess = () =>
    startChild(new URL('function-process.ts', import.meta.url), {
      env: ownEnv,
      clockOffMs: Math.round((2 * around.random() - 1) * mostClockOffMs),
    });
  let child: Child | null = null;
  const created: IngestFunction = {
    async start() {
      child = await startProcess();
    },
    async kill() {
      await child?.kill();
    },
    async close() {
      await child?.stop();
      await Promise.all(Object.values(services).map((service) => service.close()));
    },
  };
  await created.start();
  return created;
}
