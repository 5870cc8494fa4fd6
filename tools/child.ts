import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A process of its own, so that server, store and client do not share one thread. */
export interface Child {
  /** What it printed first, as JSON. */
  readonly told: unknown;
  stop(): Promise<void>;
  /** Kills it where it is, as the system would: nothing in it hears of that. */
  kill(): Promise<void>;
}

/** Starts a script, `new URL('script.ts', import.meta.url)`, and waits for its first line. It stops when its standard input ends. */
export async function startChild(script: URL, input: unknown): Promise<Child> {
  const args = [fileURLToPath(script), JSON.stringify(input)];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return {
    told: JSON.parse(line),
    async stop() {
      child.stdin.end();
      await ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** What a script was started with. */
export function childInput(): unknown {
  return JSON.parse(process.argv[2] ?? 'null');
}

/** Says what a script has to say, and calls `close` when the process that started it is done with it. */
export function tell(what: unknown, close: () => Promise<void>): void {
  process.stdin.resume();
  process.stdin.once('end', () => void close());
  process.stdout.write(`${JSON.stringify(what)}\n`);
}
