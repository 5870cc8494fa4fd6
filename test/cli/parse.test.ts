import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from '../../tools/rehearsal/run.ts';
import { hostileDocuments } from '../support/hostile-documents.ts';

const gongkai = (...args: string[]) =>
  run({ program: process.execPath, args: ['cli/gongkai.ts', 'parse', ...args], env: process.env, allowed: [1, 2] });

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-parse-'));
  await mkdir(join(folder, 'deeper'));
  await writeFile(join(folder, 'deeper', 'notes.txt'), '会议记录');
  await writeFile(join(folder, '.hidden'), '会议记录');
});
afterAll(() => rm(folder, { recursive: true }));

it('one file prints one document', async () => {
  const { code, stdout } = await gongkai('samples/neijiang-2020.txt');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ year: 2020, agency: { name: '内江市人民政府' } });
});

it('a folder prints a line for each file in it and below, in the order of their names', async () => {
  const { code, stdout } = await gongkai('samples');
  expect(code).toBe(0);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).year)).toEqual([2018, 2020, 2020, 2021, 2020]);
});

it('a file that is no report is said to be none, and why, in both languages', async () => {
  const { code, stdout, stderr } = await gongkai(folder);
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ outcome: 'rejected' });
  expect(stderr).toMatch(/notes\.txt: rejected\n {2}no-report: There is no annual disclosure report.*文件中没有/);
});

it('a file that takes too much is refused, and those after it are read', async () => {
  const batch = await mkdtemp(join(tmpdir(), 'gongkai-parse-batch-'));
  await writeFile(join(batch, 'a.pdf'), hostileDocuments['pdf: a stream packed twice']?.() ?? '');
  await writeFile(join(batch, 'b.txt'), await readFile('samples/neijiang-2020.txt'));
  const { code, stdout, stderr } = await gongkai(batch);
  await rm(batch, { recursive: true });
  expect(code).toBe(2);
  const records = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(records.map(({ outcome, reasons }) => [outcome, reasons[0]?.code])).toEqual([
    ['rejected', 'parse-limit'],
    ['published', undefined],
  ]);
  expect(stderr).toContain('Parsed 2 files: 1 rejected, 1 published');
});

it('a reader who has seen enough ends it without a fault', async () => {
  const child = spawn(process.execPath, ['cli/gongkai.ts', 'parse', 'samples'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let faults = '';
  child.stderr.on('data', (chunk) => {
    faults += chunk;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect(code).toBe(0);
  expect(faults.split('\n').filter((line) => line !== '' && !/^Pars(?:ing|ed) /.test(line))).toEqual([]);
});
