import { setInterval } from 'node:timers';
import type { ExportHandler } from '../../functions/export/handler.ts';
import { createTableFolder } from '../../infra/local/table-folder.ts';
import { partitionPath } from '../../schema/record/exports/kept-table.ts';

/** Milliseconds between two looks. */
const lookEveryMs = 15_000;

export interface TableKeeper {
  /** Ends once the file in work is done. */
  close(): Promise<void>;
}

/**
 * Keeps the files of tables in a folder, as the clock of a stack does in the cloud. A file is written when its data were the same at two looks, so that an upload of
 * thousands of documents does not write a file for each.
 */
export function startTableKeeper(
  exports: ExportHandler,
  folder: string,
  onProgress: (line: string) => void,
  everyMs = lookEveryMs,
): TableKeeper {
  const files = createTableFolder(folder);
  let seen = new Map<string, string>();
  let work = Promise.resolve();
  let isBusy = false;
  let isClosed = false;
  async function look(): Promise<void> {
    const now = new Map<string, string>();
    await exports.keepTables(files, {
      mayWrite(partition, digest) {
        const path = partitionPath(partition);
        now.set(path, digest);
        return !isClosed && seen.get(path) === digest;
      },
    });
    seen = now;
  }
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    work = look()
      .catch((error: unknown) => {
        if (!isClosed) onProgress(`The tables in ${folder} are not up to date: ${String(error)}`);
      })
      .finally(() => {
        isBusy = false;
      });
  }, everyMs);
  timer.unref();
  return {
    close() {
      isClosed = true;
      clearInterval(timer);
      return work;
    },
  };
}
