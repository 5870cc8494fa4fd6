import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { uploadCommand } from '../../cli/commands/upload.ts';
import { run } from '../../tools/rehearsal/run.ts';

const gongkai = (...args: string[]) =>
  run({ program: process.execPath, args: ['cli/gongkai.ts', ...args], env: process.env, allowed: [1] });

test.each(['upload', 'export', 'status', 'trace', 'redrive', 'reprocess', 'query', 'agencies'])(
  'gongkai %s --help tells how',
  async (command) => {
    const { code, stdout } = await gongkai(command, '--help');
    expect(code).toBe(0);
    expect(stdout).toContain('--stack <name>');
    expect(stdout).toContain('Exit code:');
  },
);

test('gongkai collect --help tells how', async () => {
  const { code, stdout } = await gongkai('collect', '--help');
  expect(code).toBe(0);
  expect(stdout).toContain('--contact <address>');
  expect(stdout).toContain('Exit code:');
});

test('gongkai upload takes --include more than once, and no path for a glob', () => {
  const { operands } = uploadCommand.parseOptions(['--include', '*.html', '--include', '*.pdf', 'crawl']);
  expect([uploadCommand.opts().include, operands]).toEqual([['*.html', '*.pdf'], ['crawl']]);
});

test('without a stack that runs, and without --stack, a command says what to do', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-none-'));
  const { code, stderr } = await gongkai('status', '--data-dir', folder);
  await rm(folder, { recursive: true });
  expect(code).toBe(1);
  expect(stderr).toContain('Start one with npm start, or name a deployed one with --stack.');
});

test.each([
  ['export', 'panel', '--format', 'dta'],
  ['register', 'export'],
  ['denominators', 'export'],
])('gongkai %s %s takes its own options', async (...args) => {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-none-'));
  const { code, stderr } = await gongkai(...args, '--data-dir', folder);
  await rm(folder, { recursive: true });
  expect(code).toBe(1);
  expect(stderr).toContain(`with its data in ${folder}`);
});
