import { createServer } from 'node:http';
import { dirname } from 'node:path';
import process from 'node:process';
import { afterAll, expect, test } from 'vitest';
import type { Env } from '../../infra/aws/env.ts';
import { listen, stop } from '../../infra/local/listen.ts';
import { run } from '../../tools/rehearsal/run.ts';

/** CloudFormation as it refuses: what is asked of it is the code. */
const refusing = createServer((request, response) => {
  const [, code = ''] = request.url?.split('/') ?? [];
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>refused</Message></Error>`;
  request.resume().on('end', () => {
    response.writeHead(403, { 'content-type': 'text/xml' });
    response.end(`<ErrorResponse>${error}<RequestId>1</RequestId></ErrorResponse>`);
  });
});
afterAll(() => stop(refusing));
const port = await listen(refusing, { service: 'CloudFormation', port: 0, option: '' });

/** An operator's shell with nothing in it but what is given. */
async function status(env: Env): Promise<string> {
  const bare = { PATH: dirname(process.execPath), AWS_EC2_METADATA_DISABLED: 'true', AWS_CONFIG_FILE: '/dev/null' };
  const args = ['cli/gongkai.ts', 'status', '--stack', 'gongkai-sichuan'];
  const { code, stderr } = await run({
    ...{ program: process.execPath, args, allowed: [1] },
    env: { ...bare, AWS_SHARED_CREDENTIALS_FILE: '/dev/null', ...env },
  });
  expect(code).toBe(1);
  return stderr;
}

const keys = { AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret' };
const refused = (code: string) => status({ ...keys, AWS_ENDPOINT_URL: `http://127.0.0.1:${port}/${code}` });

test('without a region it says how to name one', async () => {
  expect(await status({})).toBe('gongkai: No AWS region is set. Name it with --region, or set AWS_REGION.\n');
});

test('without credentials it says where they come from', async () => {
  expect(await status({ AWS_REGION: 'eu-west-1' })).toBe(
    'gongkai: Could not load credentials from any providers\n' +
      'Credentials come from AWS_PROFILE, from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or from aws sso login.\n',
  );
});

test('a stack that is elsewhere, or nowhere, is named with the region that was looked in', async () => {
  expect(await refused('ValidationError')).toBe(
    'gongkai: There is no stack gongkai-sichuan in eu-west-1. Name its region with --region.\n',
  );
});

test.each([
  ['ExpiredToken', 'Sign in again'],
  ['InvalidClientTokenId', 'The keys are wrong, or of an account elsewhere'],
  ['AccessDenied', 'These credentials may not do this'],
])('%s comes with what to do', async (code, advice) => {
  expect(await refused(code)).toMatch(new RegExp(`^gongkai: refused\n${advice}.+\n$`));
});

test('where nothing answers, machine and region are to be looked at', async () => {
  expect(await status({ ...keys, AWS_ENDPOINT_URL: 'http://127.0.0.1:1' })).toContain('is this machine online');
});
