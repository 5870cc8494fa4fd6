import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { isNewerParser } from '../../functions/ingest/settle-year.ts';
import { parserVersion } from '../../parser/version.ts';
import { recordDigests } from '../support/record-digests.ts';

const Released = z.object({ version: z.string(), records: z.record(z.string(), z.string()) });
const released = Released.parse(JSON.parse(readFileSync('released/records.json', 'utf8')));

test('a parser that makes another record than the released one has a newer version', async () => {
  const now = await recordDigests();
  const changed = Object.keys(released.records).filter((name) => name in now && now[name] !== released.records[name]);
  expect(isNewerParser(released.version, parserVersion)).toBe(false);
  expect(isNewerParser(parserVersion, released.version) || changed.length === 0, changed.join(', ')).toBe(true);
}, 60_000);
