import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createHandler } from '../../../functions/ingest/handler.ts';
import { createRecordReader } from '../../../infra/store/record-reader.ts';
import { buildAgency } from '../../support/build-record.ts';
import { startTestAws } from '../../support/local-aws.ts';

const script = fileURLToPath(new URL('../../support/stack-process.ts', import.meta.url));
const parseWorker = new URL('../../support/json-parse-worker.ts', import.meta.url).href;

test('a process killed while it ingests loses no upload: the next one ingests what was left, and every report is whole', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'gongkai-killed-'));
  const child = spawn(process.execPath, [script, dataDir, '20'], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');

  const aws = await startTestAws({
    dataDir,
    createIngest: (env) => createHandler({ ...env, PARSE_WORKER: parseWorker, LOG_LEVEL: 'SILENT' }),
  });
  await aws.stack.idle();
  const reader = createRecordReader({ dynamo: aws.newDynamo(), tableName: aws.stack.tableName });
  const heads = (await reader.agencyWithHeads(buildAgency().id))?.heads ?? [];
  const records = await reader.records(heads, { texts: true });
  expect(records.map((record) => record?.year)).toEqual(Array.from({ length: 20 }, (_, index) => 2000 + index));
  const page = await reader.ingestions({}, { first: 50, after: null });
  expect(page.items.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 20 }, () => 'published'));
  await aws.stop();
  await rm(dataDir, { recursive: true });
});
