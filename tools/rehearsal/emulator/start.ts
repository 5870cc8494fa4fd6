import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { localHost } from '../../../infra/local/listen.ts';
import { account, region } from '../account.ts';
import { nodeFirst } from '../node-path.ts';
import { waitFor } from '../wait-for.ts';
import { freePort } from './free-port.ts';

export interface Emulator {
  readonly url: string;
  /** Ends it with every function it runs. */
  stop(): Promise<void>;
}

export interface EmulatorOptions {
  readonly python: string;
  /** Its log, and what its functions unpack. */
  readonly folder: string;
}

/** Its log, in the folder of the run. */
export const emulatorLog = 'emulator.log';

const launcher = join(import.meta.dirname, 'launch.py');
const startTimeoutMs = 60_000;

/** Starts the emulator on a free port of this machine and waits until it answers. */
export async function startEmulator({ python, folder }: EmulatorOptions): Promise<Emulator> {
  const port = await freePort();
  const log = await open(join(folder, emulatorLog), 'w');
  // A group of its own: the functions it runs are processes that end with it.
  const child = spawn(python, [launcher], {
    ...{ env: environment(port, folder), stdio: ['ignore', log.fd, log.fd], detached: true },
  });
  await log.close();
  const ended = once(child, 'exit');
  const stop = async () => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, 'SIGKILL');
    await ended;
  };
  const url = `http://${localHost}:${port}`;
  try {
    const answers = () => {
      if (child.exitCode !== null) throw new Error(`expected the emulator to run; it ended with ${child.exitCode}`);
      return fetch(`${url}/_ministack/health`).then(
        ({ ok }) => ok,
        () => false,
      );
    };
    await waitFor({ expected: 'the emulator to answer', timeoutMs: startTimeoutMs }, answers, (ok) => ok);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

/**
 * One account and one region for whoever asks without a name, IAM enforced, nothing that listens elsewhere, and the Node
 * that runs this for the functions: it takes the first `node` on the path.
 */
function environment(port: number, folder: string): NodeJS.ProcessEnv {
  return {
    PATH: nodeFirst(),
    ...{ GATEWAY_PORT: String(port), BIND_HOST: localHost, MINISTACK_HOST: 'localhost' },
    ...{ MINISTACK_ACCOUNT_ID: account, MINISTACK_REGION: region, AUTH: 'true' },
    ...{ SFTP_ENABLED: '0', IOT_MTLS_ENABLED: '0', LOG_LEVEL: 'INFO', TMPDIR: folder },
  };
}
