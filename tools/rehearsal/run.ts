import { type ChildProcess, spawn } from 'node:child_process';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import type { Env } from '../../infra/aws/env.ts';

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
  /** Ends it before its time. */
  readonly signal?: AbortSignal;
  /** Longest it may take, in milliseconds: what hangs must fail, not hold up whoever waits. */
  readonly timeoutMs?: number;
}

/** What a program has printed, and how it ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Lines of each of a program's two outputs that a failure shows: the cause stands near the end. */
const shownLines = 40;

/** Runs a program to its end. Throws with the end of its output where it failed, or did not end in time. */
export async function run(command: Command): Promise<Ended> {
  const { program, args, input = '', allowed = [], timeoutMs = 600_000, signal, ...where } = command;
  signal?.throwIfAborted();
  // A group of its own: what it starts ends with it.
  const child = spawn(program, args, { ...where, stdio: 'pipe', detached: true });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  const release = endEarly(child, timeoutMs, signal);
  child.stdin.on('error', () => undefined).end(input);
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]).finally(release);
  if (code === 0) return { code, stdout, stderr };
  if (code !== null && allowed.includes(code)) return { code, stdout, stderr };
  const shown = [stdout, stderr].map(lastLines).join('\n').trim();
  const cause = signal?.aborted ? 'it was interrupted' : `a signal ended it, after ${timeoutMs / 1000} s at the latest`;
  const how = code === null ? cause : `it ended with ${code}`;
  throw new Error(`expected ${program} ${args.join(' ')} to succeed; ${how}:\n${shown}`);
}

/** Ends a program and all it has started when its time is over, or a signal says so. Answers what calls that off. */
function endEarly({ pid }: ChildProcess, timeoutMs: number, signal: AbortSignal | undefined): () => void {
  const end = () => {
    try {
      if (pid !== undefined) process.kill(-pid, 'SIGKILL');
    } catch {
      // It ended at this moment.
    }
  };
  const timer = setTimeout(end, timeoutMs);
  signal?.addEventListener('abort', end, { once: true });
  return () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
  };
}

function lastLines(output: string): string {
  return output.trimEnd().split('\n').slice(-shownLines).join('\n');
}
