import process from 'node:process';
import { type MessagePort, Worker } from 'node:worker_threads';
import type { ParseHints } from '../../parser/records.ts';
import type { ReportRecord } from '../../schema/record/report.ts';

/** Records, or the limit of time or memory that was hit. A fault of the parser itself throws. */
type ParseResult =
  | { readonly state: 'parsed'; readonly records: readonly ReportRecord[] }
  | { readonly state: 'limit' };

/** Parses a document somewhere it can do no harm. */
export type Parse = (bytes: Uint8Array, hints: ParseHints) => Promise<ParseResult>;

/** A document to parse, as it is sent to the worker. */
interface ParseRequest {
  readonly bytes: Uint8Array;
  readonly hints: ParseHints;
}

/** What the worker answers: records, that the stack was exhausted, or the parser's own fault, which is none of the document's. */
type ParseAnswer =
  | { readonly records: readonly ReportRecord[] }
  | { readonly ended: 'limit' }
  | { readonly fault: string };

type ParseReport = (bytes: Uint8Array, hints: ParseHints) => readonly ReportRecord[] | Promise<readonly ReportRecord[]>;

/** Answers each request on the port, one at a time. */
export function serveParse(port: MessagePort | null, parseReport: ParseReport): void {
  port?.on('message', async (request: ParseRequest) => {
    port.postMessage(await answer(parseReport, request));
  });
}

/** The engine has no other mark for it: the stack of calls, or that of an expression over a line of megabytes. */
function isOutOfStack(error: unknown): boolean {
  return error instanceof RangeError && error.message === 'Maximum call stack size exceeded';
}

async function answer(parseReport: ParseReport, { bytes, hints }: ParseRequest): Promise<ParseAnswer> {
  try {
    return { records: await parseReport(bytes, hints) };
  } catch (error) {
    if (isOutOfStack(error)) return { ended: 'limit' };
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** What a document may take, and the module that parses. */
export interface WorkerLimits {
  readonly module: URL;
  /** Longest time by the clock, in milliseconds. */
  readonly timeoutMs: number;
  /** Most processor time, in milliseconds: the same on a busy machine and on an idle one. Absent: as long as the clock allows. */
  readonly cpuMs?: number;
  /** Most memory, in MiB: the engine's heap, and what it does not count there, such as the buffers that a stream is unpacked to. */
  readonly memoryMb: number;
  /**
   * Most by which the whole process may grow meanwhile, in MiB: seen even while the worker is in a call that answers nobody, as is the
   * processor time of its garbage collection. Absent where other documents are parsed in the same process.
   */
  readonly growthMb?: number;
}

export interface ParsingWorker {
  readonly parse: Parse;
  close(): Promise<void>;
}

/** The engine's heap may be so much of all memory; buffers take the rest. */
const heapShare = 0.75;
/** A worker that took more of its memory than this share for one document is not kept for the next. */
const keptShare = 0.5;
/** Processor time of the whole process in proportion to the worker's: what collecting its garbage takes in other threads is in it. */
const processShare = 1.3;
/** How often a worker's memory and processor time are looked at while it parses, in milliseconds. */
const lookEveryMs = 15;
const mebibyte = 1024 * 1024;
/** Most of the memory that short-lived values take beside the heap, in MiB. */
const youngMb = 32;

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
    const { ending, peakMb } = await ask(worker, request, limits);
    // What a large document leaves behind would be counted against the next one.
    if ('ended' in ending || peakMb > limits.memoryMb * keptShare) await replaceWorker();
    if ('records' in ending) return { state: 'parsed', records: ending.records };
    if ('fault' in ending) throw new Error(`The parser failed: ${ending.fault}`);
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

function startWorker({ module, memoryMb }: WorkerLimits): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: memoryMb * heapShare, maxYoungGenerationSizeMb: youngMb };
  const worker = new Worker(module, { execArgv: [], resourceLimits });
  worker.unref();
  // Between documents nobody else listens, and an error that is not heard would end the process. The next one finds out.
  worker.on('error', () => undefined);
  return worker;
}

/** How a document ended, and the most memory that it was seen to take. */
interface Asked {
  readonly ending: ParseAnswer | Ended;
  readonly peakMb: number;
}

function ask(worker: Worker, request: ParseRequest, limits: WorkerLimits): Promise<Asked> {
  return new Promise((resolve) => {
    const settle = (ending: ParseAnswer | Ended) => {
      clearTimeout(timer);
      worker.off('message', settle).off('error', onError).off('exit', onExit);
      resolve({ ending, peakMb: watching.stop() });
    };
    const onError = (cause: unknown) => settle(isOutOfMemory(cause) ? { ended: 'limit' } : { ended: 'fault', cause });
    const onExit = (code: number) => settle({ ended: 'fault', cause: `exit code ${code}` });
    const onLimit = () => settle({ ended: 'limit' });
    const timer = setTimeout(onLimit, limits.timeoutMs);
    const watching = watch(worker, limits, onLimit);
    worker.on('message', settle).on('error', onError).on('exit', onExit);
    worker.postMessage(request);
  });
}

/**
 * Looks at the worker from outside while it is busy, and calls `onLimit` once it takes more than it may: the engine's own limit
 * sees no buffers, and nobody inside can look while a stream is unpacked. Stopping it gives the most memory it saw, in MiB.
 */
function watch(
  worker: Worker,
  { memoryMb, cpuMs = Number.POSITIVE_INFINITY, growthMb }: WorkerLimits,
  onLimit: () => void,
): { stop(): number } {
  let isLooking = false;
  let peakMb = 0;
  let cpuBefore: NodeJS.CpuUsage | undefined;
  const residentBefore = process.memoryUsage.rss();
  const processBefore = process.cpuUsage();
  async function look(): Promise<void> {
    const { total_heap_size, external_memory, malloced_memory } = await worker.getHeapStatistics();
    const cpu = await worker.cpuUsage(cpuBefore);
    cpuBefore ??= cpu;
    peakMb = Math.max(peakMb, (total_heap_size + external_memory + malloced_memory) / mebibyte);
    const isOverTime = cpu !== cpuBefore && (cpu.user + cpu.system) / 1000 > cpuMs;
    if (peakMb > memoryMb || isOverTime) onLimit();
  }
  function hasProcessTooMuch(mostGrowthMb: number): boolean {
    const { user, system } = process.cpuUsage(processBefore);
    const growth = process.memoryUsage.rss() - residentBefore;
    return (user + system) / 1000 > cpuMs * processShare || growth > mostGrowthMb * mebibyte;
  }
  const timer = setInterval(() => {
    if (growthMb !== undefined && hasProcessTooMuch(growthMb)) onLimit();
    if (isLooking) return;
    isLooking = true;
    // A worker that has ended cannot be asked; its end is told by its own events.
    look()
      .catch(() => undefined)
      .finally(() => {
        isLooking = false;
      });
  }, lookEveryMs);
  return {
    stop() {
      clearInterval(timer);
      return peakMb;
    },
  };
}

function isOutOfMemory(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** Parses as many documents at a time as it has threads; the next document goes to the thread with the fewest waiting. */
export function createParsingPool(threads: number, limits: WorkerLimits): ParsingWorker {
  const workers = Array.from({ length: threads }, () => ({ worker: createParsingWorker(limits), waiting: 0 }));
  return {
    async parse(bytes, hints) {
      const idlest = workers.reduce((best, next) => (next.waiting < best.waiting ? next : best));
      idlest.waiting += 1;
      try {
        return await idlest.worker.parse(bytes, hints);
      } finally {
        idlest.waiting -= 1;
      }
    },
    async close() {
      await Promise.all(workers.map(({ worker }) => worker.close()));
    },
  };
}
