import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { Env } from '../infra/env.ts';

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Env;
  /** Written to its standard input. */
  readonly input?: string;
  /** Exit codes that are no failure, besides 0. */
  readonly allowed?: readonly number[];
}

/** What a program has printed, and how it ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Lines of a program's output that a failure shows: the cause stands near the end. */
const shownLines = 40;

/** Runs a program to its end. Throws with the end of its output where its exit code says that it failed. */
export async function run({ program, args, env, input = '', allowed = [] }: Command): Promise<Ended> {
  const child = spawn(program, args, { env, stdio: 'pipe' });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject).once('close', (code, signal) => resolve(code ?? signalCode(signal)));
  });
  child.stdin.on('error', () => undefined).end(input);
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code === 0 || allowed.includes(code)) return { code, stdout, stderr };
  const shown = `${stdout}\n${stderr}`.trim().split('\n').slice(-shownLines).join('\n');
  throw new Error(`expected ${program} ${args.join(' ')} to succeed; it ended with ${code}:\n${shown}`);
}

/** As shells report a program that a signal ended: not one of its own codes. */
function signalCode(signal: string | null): number {
  return signal === null ? 255 : 128;
}
