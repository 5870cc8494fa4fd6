import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import { createHandler } from '../../functions/export/handler.ts';
import { createTableFolder } from '../../infra/local/table-folder.ts';

/** The thread of `startTableKeeper`: brings the files up to date once, and ends. */
const { env, folder } = z.object({ env: z.record(z.string(), z.string()), folder: z.string() }).parse(workerData);
const exports = createHandler(env);
try {
  await exports.keepTables(createTableFolder(folder));
} finally {
  exports.close();
}
