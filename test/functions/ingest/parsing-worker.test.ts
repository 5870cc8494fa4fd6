import { afterAll, expect, test } from 'vitest';
import { createParsingPool, createParsingWorker } from '../../../functions/ingest/parsing-worker.ts';
import { buildRecord } from '../../support/build-record.ts';
import { documentOf } from '../../support/json-parser.ts';

const module = new URL('../../support/json-parse-worker.ts', import.meta.url);
const worker = createParsingWorker({ module, timeoutMs: 20_000, memoryMb: 48 });
afterAll(() => worker.close());

const record = buildRecord();
const parse = (text: string) => worker.parse(Buffer.from(text), {});

test('a document comes back as the records in it', async () => {
  expect(await parse(documentOf(record))).toEqual({ state: 'parsed', records: [record] });
});

test('a document that takes more memory than it may hits the limit, and the next one is parsed', async () => {
  expect(await parse('endless memory')).toEqual({ state: 'limit' });
  expect(await parse(documentOf(record))).toEqual({ state: 'parsed', records: [record] });
});

test('a document that takes its memory beside the heap hits the limit', async () => {
  expect(await parse('endless buffers')).toEqual({ state: 'limit' });
  expect(await parse(documentOf(record))).toEqual({ state: 'parsed', records: [record] });
});

test('a document that computes longer than it may hits the limit, long before its time by the clock is up', async () => {
  const frugal = createParsingWorker({ module, timeoutMs: 3_600_000, cpuMs: 300, memoryMb: 48 });
  expect(await frugal.parse(Buffer.from('endless loop'), {})).toEqual({ state: 'limit' });
  await frugal.close();
});

test('a document that exhausts the stack hits the limit, and the next one is parsed', async () => {
  expect(await parse('endless calls')).toEqual({ state: 'limit' });
  expect(await parse(documentOf(record))).toEqual({ state: 'parsed', records: [record] });
});

test('a document that takes more time than it may hits the limit, and those waiting behind it are parsed', async () => {
  const hasty = createParsingWorker({ module, timeoutMs: 3000, memoryMb: 48 });
  const [first, second] = await Promise.all([
    hasty.parse(Buffer.from('endless loop'), {}),
    hasty.parse(Buffer.from(documentOf(record)), {}),
  ]);
  await hasty.close();
  expect(first).toEqual({ state: 'limit' });
  expect(second).toEqual({ state: 'parsed', records: [record] });
});

test('a fault of the parser is thrown with its cause, for it is no property of the document', async () => {
  await expect(parse('parser fault')).rejects.toThrow('a fault of the parser');
  await expect(parse('sudden exit')).rejects.toThrow('The parsing worker ended');
  expect(await parse(documentOf(record))).toEqual({ state: 'parsed', records: [record] });
});

test('a document that does not end keeps one thread busy until its time is up, and the others go on', async () => {
  const pool = createParsingPool(2, { module, timeoutMs: 5_000, memoryMb: 128 });
  const ended: string[] = [];
  const endless = pool.parse(Buffer.from('endless loop'), {}).then(({ state }) => ended.push(state));
  const document = Buffer.from(documentOf(buildRecord()));
  await Promise.all([1, 2, 3].map(() => pool.parse(document, {}).then(({ state }) => ended.push(state))));
  expect(ended.slice(0, 2)).toEqual(['parsed', 'parsed']);
  await endless;
  await pool.close();
  expect(ended.toSorted()).toEqual(['limit', 'parsed', 'parsed', 'parsed']);
});
