import { expect, test } from 'vitest';
import { IngestEnv, readEnv } from '../../../infra/aws/env.ts';

test('settings are numbers with defaults', () => {
  const settings = readEnv(IngestEnv, { TABLE_NAME: 'records', PARSE_TIMEOUT_MS: '1500' });
  expect(settings).toMatchObject({ TABLE_NAME: 'records', PARSE_TIMEOUT_MS: 1500, MAX_OBJECT_BYTES: 52_428_800 });
});

test('an environment that does not do is refused with the name of every variable that is wrong', () => {
  const read = () => readEnv(IngestEnv, { PARSE_MEMORY_MB: 'much', AWS_ENDPOINT_URL_S3: 'nowhere' });
  expect(read).toThrow(/TABLE_NAME/);
  expect(read).toThrow(/PARSE_MEMORY_MB/);
  expect(read).toThrow(/AWS_ENDPOINT_URL_S3/);
});

test('a variable set to nothing is not set', () => {
  expect(readEnv(IngestEnv, { TABLE_NAME: 'records', AWS_SESSION_TOKEN: '' }).AWS_SESSION_TOKEN).toBeUndefined();
  expect(() => readEnv(IngestEnv, { TABLE_NAME: '' })).toThrow(/TABLE_NAME/);
});
