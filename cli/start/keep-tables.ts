import { once } from 'node:events';
import { setInterval } from 'node:timers';
import { Worker } from 'node:worker_threads';
import type { ExportHandler } from '../../functions/export/handler.ts';

/** Milliseconds between two looks. */
const lookEveryMs = 15_000;

export interface KeeperOptions {
  /** Tells whether anything has changed. */
  readonly exports: Pick<ExportHandler, 'tablesState'>;
  /** The environment of whoever writes the files. */
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
  /** Told, in a line of English, why the files are not up to date. */
  readonly onProgress: (line: string) => void;
  /** Milliseconds between two looks. Absent: a quarter of a minute. */
  readonly everyMs?: number;
}

export interface TableKeeper {
  /** Ends what is in work; a file that was not whole leaves the one before. */
  close(): Promise<void>;
}

/**
 * Keeps the files of tables in a folder, as the clock of a stack does in the cloud. They are written when the data were the same at two looks, so that an upload of
 * thousands of documents does not write them for each, and by a thread of its own, so that nobody who asks the API waits for them.
 */
export function startTableKeeper({
  exports,
  env,
  folder,
  onProgress,
  everyMs = lookEveryMs,
}: KeeperOptions): TableKeeper {
  let [seen, kept]: (string | null)[] = [null, null];
  let thread: Worker | null = null;
  let work: Promise<void> | null = null;
  let isClosed = false;
  async function look(): Promise<void> {
    const state = await exports.tablesState();
    if (state === kept) return;
    if (state === seen && !isClosed) {
      await write();
      kept = state;
    }
    seen = state;
  }
  async function write(): Promise<void> {
    thread = new Worker(new URL('keep-tables-worker.ts', import.meta.url), {
      ...{ workerData: { env: { ...env }, folder }, execArgv: [] },
    });
    // What the thread throws is thrown here.
    await once(thread, 'exit').finally(() => {
      thread = null;
    });
  }
  const timer = setInterval(() => {
    work ??= look()
      .catch((error: unknown) => {
        if (!isClosed) onProgress(`The tables in ${folder} are not up to date: ${String(error)}`);
      })
      .finally(() => {
        work = null;
      });
  }, everyMs);
  timer.unref();
  return {
    async close() {
      isClosed = true;
      clearInterval(timer);
      await thread?.terminate();
      await work;
    },
  };
}
