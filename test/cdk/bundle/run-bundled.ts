import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Env } from '../../../infra/aws/env.ts';

/** Says to a new process what Lambda says to a function: here is your code, your environment, and an event. */
const runner = `
import { writeFileSync } from 'node:fs';
const [, module, event, answerFile] = process.argv;
const { handler } = await import(module);
writeFileSync(answerFile, JSON.stringify((await handler(JSON.parse(event))) ?? null));
process.exit(0);
`;

export interface Run {
  readonly answer: unknown;
  /** Lines of the log. */
  readonly log: readonly string[];
}

/** Runs the handler of a bundled module in a process of its own, with nothing in its environment but what is given. */
export async function runBundled(module: string, event: unknown, env: Env): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-run-'));
  const answerFile = join(folder, 'answer.json');
  const args = ['--input-type=module', '--eval', runner, module, JSON.stringify(event), answerFile];
  const child = spawn(process.execPath, args, { env: { ...env }, cwd: folder });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const [log, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0) throw new Error(`the function ended with ${code}: ${errors.slice(-2000)}`);
  const answer: unknown = JSON.parse(await readFile(answerFile, 'utf8'));
  await rm(folder, { recursive: true });
  return { answer, log: log.split('\n').filter((line) => line !== '') };
}
