import { createHandler } from '../../functions/ingest/handler.ts';
import { buildRecord } from './build-record.ts';
import { documentOf } from './json-parser.ts';
import { startTestAws } from './local-aws.ts';

/** A process of its own that starts a stack in a folder, uploads documents one a year, and says so: to be killed at will. */
const [dataDir = '', count = '0'] = process.argv.slice(2);
const parseWorker = new URL('./json-parse-worker.ts', import.meta.url).href;
const aws = await startTestAws({
  dataDir,
  createIngest: (env) => createHandler({ ...env, PARSE_WORKER: parseWorker, LOG_LEVEL: 'SILENT' }),
});
for (let index = 0; index < Number(count); index += 1) {
  await aws.upload(`raw/${index}.html`, documentOf(buildRecord({ year: 2000 + index })));
}
console.log('uploaded');
