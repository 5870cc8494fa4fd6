import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A process of the benchmark, so that server, store and client do not share one thread. */
export interface Child {
  /** What it printed first, as JSON. */
  readonly told: unknown;
  stop(): Promise<void>;
}

/** Starts a script of this folder and waits for its first line. It stops when its standard input ends. */
export async function startChild(script: string, input: unknown): Promise<Child> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [path, JSON.stringify(input)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return {
    told: JSON.parse(line),
    async stop() {
      child.stdin.end();
      await once(child, 'exit');
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
