import { afterEach, expect, test } from 'vitest';
import type { ParsingWorker } from '../../../functions/ingest/parsing-worker.ts';
import { createParsingPool } from '../../../functions/ingest/parsing-worker.ts';
import { buildRecord } from '../../support/build-record.ts';
import { documentOf } from '../../support/json-parser.ts';

const module = new URL('../../support/json-parse-worker.ts', import.meta.url);

let pool: ParsingWorker;
afterEach(() => pool.close());

test('a document that does not end keeps one thread busy until its time is up, and the others go on', async () => {
  pool = createParsingPool(2, { module, timeoutMs: 5_000, memoryMb: 128 });
  const ended: string[] = [];
  const endless = pool.parse(Buffer.from('endless loop'), {}).then(({ state }) => ended.push(state));
  const document = Buffer.from(documentOf(buildRecord()));
  await Promise.all([1, 2, 3].map(() => pool.parse(document, {}).then(({ state }) => ended.push(state))));
  expect(ended.slice(0, 2)).toEqual(['parsed', 'parsed']);
  await endless;
  expect(ended.toSorted()).toEqual(['limit', 'parsed', 'parsed', 'parsed']);
});
