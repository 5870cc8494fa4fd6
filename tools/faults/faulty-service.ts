import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { listen, localHost, stop } from '../../infra/local/listen.ts';
import { mulberry32, type Random } from '../random.ts';

/** What can go wrong with a call of the ingest function to a service, and how often among a hundred faults. */
const weights = {
  /** The service answers 500 and does nothing. */
  refused: 16,
  /** The service asks to slow down and does nothing. */
  throttled: 16,
  /** The connection breaks before the service hears of the call. */
  dropped: 14,
  /** The service does what it was asked, and the answer is lost: who asked does not know, and asks again. */
  unanswered: 16,
  /** The call arrives twice. */
  repeated: 12,
  /** The connection breaks in the middle of the answer. */
  cut: 8,
  /** DynamoDB does a part of a batch and says so. */
  partial: 10,
  /** The service never answers. */
  silent: 1,
  /** The function is killed as it makes the call. */
  killedBefore: 3,
  /** The function is killed when the call has been done. */
  killedAfter: 3,
  /** Everything is killed: the services with what was in their memory, the queue's messages among it. */
  everythingKilled: 1,
} as const;
export type FaultKind = keyof typeof weights;

/** The faults of a run, drawn from a seed. */
export interface FaultPlan {
  /** The fault that the next call meets; null for none. */
  next(): FaultKind | null;
  /** How many of each kind calls have met. */
  readonly met: ReadonlyMap<FaultKind, number>;
  /** Whether every fault has been met. */
  spent(): boolean;
}

/** One call in so many meets a fault, until `count` have been met. The same seed draws the same faults in the same order. */
export function faultPlan(count: number, seed: number, oneIn = 6): FaultPlan {
  const random = mulberry32(seed);
  const met = new Map<FaultKind, number>();
  let left = count;
  return {
    next() {
      if (left === 0 || random() >= 1 / oneIn) return null;
      left -= 1;
      const kind = drawn(random);
      met.set(kind, (met.get(kind) ?? 0) + 1);
      return kind;
    },
    met,
    spent: () => left === 0,
  };
}

function drawn(random: Random): FaultKind {
  const kinds = Object.entries(weights) as [FaultKind, number][];
  let at = random() * kinds.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [kind, weight] of kinds) {
    at -= weight;
    if (at < 0) return kind;
  }
  return 'dropped';
}

type Service = 'S3' | 'SQS' | 'DynamoDB';

export interface FaultyServiceOptions {
  readonly service: Service;
  /** Where the service is; asked with each call. */
  readonly target: () => string;
  readonly plan: FaultPlan;
  /** Kills the process that makes the call, or everything, and is done when that has ended. */
  readonly kill: (what: 'function' | 'everything') => Promise<void>;
  /** Whether a call to this path is refused, whatever the plan says. */
  readonly refuses?: (path: string) => boolean;
}

/** Stands between the ingest function and a service, and lets calls go wrong as the plan says. */
export async function startFaultyService(
  options: FaultyServiceOptions,
): Promise<{ endpoint: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    answer(options, request, response).catch(() => response.destroy());
  });
  const port = await listen(server, { service: `${options.service} with faults`, port: 0, option: 'none' });
  return { endpoint: `http://${localHost}:${port}`, close: () => stop(server) };
}

/** A call as it came, and how to pass it on. */
interface Call {
  readonly action: string;
  readonly body: Uint8Array<ArrayBuffer>;
  pass(body?: Uint8Array<ArrayBuffer>): Promise<Answer>;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

async function answer(
  options: FaultyServiceOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { service, plan, kill, refuses = () => false } = options;
  const call = await callOf(options, request);
  if (refuses(request.url ?? '')) return write(response, refusal(service));
  const fault = plan.next();
  switch (fault) {
    case null:
      return write(response, await call.pass());
    case 'refused':
      return write(response, refusal(service));
    case 'throttled':
      return write(response, throttling(service));
    case 'dropped':
      return void response.destroy();
    case 'unanswered':
      await call.pass();
      return void response.destroy();
    case 'repeated':
      await call.pass();
      return write(response, await call.pass());
    case 'cut':
      return writeHalf(response, await call.pass());
    case 'partial':
      return write(response, await partly(call));
    case 'silent':
      // Longer than the function waits; it closes the connection.
      await sleep(60_000, undefined, { ref: false });
      return void response.destroy();
    case 'killedBefore':
      return kill('function');
    case 'killedAfter':
      await call.pass();
      return kill('function');
    case 'everythingKilled':
      return kill('everything');
  }
}

async function callOf({ target }: FaultyServiceOptions, request: IncomingMessage): Promise<Call> {
  const body = new Uint8Array(await buffer(request));
  const connection = ['host', 'connection', 'content-length', 'expect'];
  const headers = Object.entries(request.headers).filter(([name]) => !connection.includes(name));
  const init = {
    method: request.method ?? 'GET',
    headers: headers.map(([name, value]) => [name, String(value)] as [string, string]),
  };
  return {
    action: String(request.headers['x-amz-target'] ?? '').split('.')[1] ?? '',
    body,
    async pass(sent = body) {
      const answered = await fetch(new URL(request.url ?? '/', target()), {
        ...init,
        ...(sent.length === 0 ? {} : { body: sent }),
      });
      return {
        status: answered.status,
        headers: passedBack(answered.headers),
        body: new Uint8Array(await answered.arrayBuffer()),
      };
    },
  };
}

function passedBack(headers: Headers): Record<string, string> {
  const connection = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'content-encoding'];
  return Object.fromEntries([...headers].filter(([name]) => !connection.includes(name)));
}

function write(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
}

function writeHalf(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, 'content-length': body.length });
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
}

/** An answer of the service itself that it failed. */
function refusal(service: Service): Answer {
  return fault(service, 500, { DynamoDB: 'InternalServerError', SQS: 'InternalFailure', S3: 'InternalError' }[service]);
}

function throttling(service: Service): Answer {
  const [status, code] = (
    {
      DynamoDB: [400, 'ProvisionedThroughputExceededException'],
      SQS: [400, 'RequestThrottled'],
      S3: [503, 'SlowDown'],
    } as const
  )[service];
  return fault(service, status, code);
}

function fault(service: Service, status: number, code: string): Answer {
  const message = 'A fault of the rehearsed load';
  const [type, text] =
    service === 'S3'
      ? [
          'application/xml',
          `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
        ]
      : ['application/x-amz-json-1.0', JSON.stringify({ __type: `com.amazonaws#${code}`, message })];
  return { status, headers: { 'content-type': type }, body: Buffer.from(text) };
}

const Batch = z.looseObject({
  RequestItems: z.record(z.string(), z.union([z.array(z.unknown()), z.looseObject({ Keys: z.array(z.unknown()) })])),
});
type Requests = z.infer<typeof Batch>['RequestItems'][string];

/** What DynamoDB calls the part of a batch that it did not do. */
const notDone: Readonly<Record<string, string>> = {
  BatchGetItem: 'UnprocessedKeys',
  BatchWriteItem: 'UnprocessedItems',
};

/** A batch of which half is done; a query that ends after its first item; any other call is done whole. */
async function partly(call: Call): Promise<Answer> {
  const asked: unknown = call.body.length === 0 ? null : JSON.parse(Buffer.from(call.body).toString());
  const unprocessed = notDone[call.action];
  if (unprocessed !== undefined) {
    const { RequestItems, ...rest } = Batch.parse(asked);
    const part = (of: (requests: Requests, half: number) => Requests) =>
      Object.fromEntries(
        Object.entries(RequestItems)
          .map(([table, requests]) => [table, of(requests, Math.ceil(listOf(requests).length / 2))] as const)
          .filter(([, requests]) => listOf(requests).length > 0),
      );
    const first = part((requests, half) => withList(requests, listOf(requests).slice(0, half)));
    const second = part((requests, half) => withList(requests, listOf(requests).slice(half)));
    const done = await call.pass(json({ ...rest, RequestItems: first }));
    return { ...done, body: withAttribute(done.body, unprocessed, second) };
  }
  if (call.action === 'Query') return call.pass(json({ ...z.looseObject({}).parse(asked), Limit: 1 }));
  return call.pass();
}

/** The writes to a table, or the keys that are read of it. */
function listOf(requests: Requests): readonly unknown[] {
  return Array.isArray(requests) ? requests : requests.Keys;
}

function withList(requests: Requests, list: unknown[]): Requests {
  return Array.isArray(requests) ? list : { ...requests, Keys: list };
}

function json(value: unknown): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(JSON.stringify(value)));
}

function withAttribute(body: Uint8Array, name: string, value: unknown): Uint8Array {
  return json({ ...z.looseObject({}).parse(JSON.parse(Buffer.from(body).toString())), [name]: value });
}
