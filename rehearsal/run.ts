import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { Env } from '../infra/env.ts';

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Env;
  /** Where it runs; this process's own folder where not said. */
  readonly cwd?: string;
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

/** Lines of each of a program's two outputs that a failure shows: the cause stands near the end. */
const shownLines = 40;

/** Runs a program to its end. Throws with the end of its output where its exit code says that it failed. */
export async function run({ program, args, input = '', allowed = [], ...where }: Command): Promise<Ended> {
  const child = spawn(program, args, { ...where, stdio: 'pipe' });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject).once('close', (code, signal) => resolve(code ?? signalCode(signal)));
  });
  child.stdin.on('error', () => undefined).end(input);
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code === 0 || allowed.includes(code)) return { code, stdout, stderr };
  const shown = [stdout, stderr].map(lastLines).join('\n').trim();
  throw new Error(`expected ${program} ${args.join(' ')} to succeed; it ended with ${code}:\n${shown}`);
}

function lastLines(output: string): string {
  return output.trimEnd().split('\n').slice(-shownLines).join('\n');
}

/** As shells report a program that a signal ended: not one of its own codes. */
function signalCode(signal: string | null): number {
  return signal === null ? 255 : 128;
}
