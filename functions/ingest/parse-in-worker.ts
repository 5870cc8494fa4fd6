import { Worker } from 'node:worker_threads';
import type { Parse, ParseResult } from './parse-result.ts';
import type { ParseAnswer, ParseRequest } from './serve-parse.ts';

/** What a document may take, and the module that parses. */
export interface WorkerLimits {
  readonly module: URL;
  readonly timeoutMs: number;
  readonly heapMb: number;
}

export interface ParsingWorker {
  readonly parse: Parse;
  close(): Promise<void>;
}

/**
 * Parses in a worker thread that lives from one document to the next and is replaced when a document exhausts its time
 * or memory. One document at a time: a second one's time starts when it is its turn.
 */
export function createParsingWorker(limits: WorkerLimits): ParsingWorker {
  let worker: Worker | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  async function replaceWorker(): Promise<void> {
    const old = worker;
    worker = null;
    await old?.terminate();
  }

  async function parseNow(request: ParseRequest): Promise<ParseResult> {
    worker ??= startWorker(limits);
    const ending = await ask(worker, request, limits.timeoutMs);
    if ('records' in ending) return { state: 'parsed', records: ending.records };
    if ('fault' in ending) throw new Error(`The parser failed: ${ending.fault}`);
    await replaceWorker();
    if (ending.ended === 'limit') return { state: 'limit' };
    throw new Error('The parsing worker ended', { cause: ending.cause });
  }

  return {
    parse(bytes, hints) {
      const result = turn.then(() => parseNow({ bytes, hints }));
      turn = result.catch(() => undefined);
      return result;
    },
    async close() {
      await turn;
      await replaceWorker();
    },
  };
}

/** The worker is gone: out of time or memory, or by a cause that has nothing to do with the document. */
type Ended = { readonly ended: 'limit' } | { readonly ended: 'fault'; readonly cause: unknown };

function startWorker({ module, heapMb }: WorkerLimits): Worker {
  const worker = new Worker(module, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: heapMb } });
  worker.unref();
  // Between documents nobody else listens, and an error that is not heard would end the process. The next one finds out.
  worker.on('error', () => undefined);
  return worker;
}

function ask(worker: Worker, request: ParseRequest, timeoutMs: number): Promise<ParseAnswer | Ended> {
  return new Promise((resolve) => {
    const settle = (ending: ParseAnswer | Ended) => {
      clearTimeout(timer);
      worker.off('message', settle).off('error', onError).off('exit', onExit);
      resolve(ending);
    };
    const onError = (cause: unknown) => settle(isOutOfMemory(cause) ? { ended: 'limit' } : { ended: 'fault', cause });
    const onExit = (code: number) => settle({ ended: 'fault', cause: `exit code ${code}` });
    const timer = setTimeout(() => settle({ ended: 'limit' }), timeoutMs);
    worker.on('message', settle).on('error', onError).on('exit', onExit);
    worker.postMessage(request);
  });
}

function isOutOfMemory(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
