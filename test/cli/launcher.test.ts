import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test, vi } from 'vitest';
import { runningStack } from '../../cli/running-stack.ts';

/** Makes a Node say that it is an older one, so that the launcher goes on in the Node that npm installed. */
const older = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.0.0'})`;
const freePorts = ['--port', '0', '--s3-port', '0', '--sqs-port', '0', '--dynamodb-port', '0'];

test.each([
  ['SIGTERM', ['cli/gongkai.ts']],
  ['SIGTERM', ['--import', older, 'cli/bin.js']],
  ['SIGINT', ['--import', older, 'cli/bin.js']],
] as const)(
  '%s to node %s ends the product cleanly',
  async (signal, launcher) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'gongkai-launch-'));
    const args = [...launcher, 'start', ...freePorts, '--no-samples', '--data-dir', dataDir];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.on('data', (piece) => {
      said += piece;
    });
    await once(child.stdout, 'data');
    const stack = await runningStack(dataDir);
    child.kill(signal);
    // A terminal and npm both pass a signal on: the second comes at once and is the same.
    child.kill(signal);
    const [code] = await once(child, 'exit');
    expect([code, said.includes('Stopped. Everything is kept')]).toEqual([0, true]);
    await expect(fetch(stack.graphql)).rejects.toThrow();
    await rm(dataDir, { recursive: true });
  },
  60_000,
);

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s to npm start ends the product, not npm alone',
  async (signal) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'gongkai-launch-'));
    const args = ['start', '--', ...freePorts, '--no-samples', '--data-dir', dataDir];
    const npm = spawn('npm', args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let said = '';
    const product = new Promise((resolve) => npm.stderr.once('close', resolve));
    npm.stderr.on('data', (piece) => {
      said += piece;
    });
    await vi.waitFor(() => runningStack(dataDir), { timeout: 30_000, interval: 100 });
    // SIGTERM comes to npm alone, Ctrl-C from the terminal to all of its group.
    process.kill(signal === 'SIGINT' ? -Number(npm.pid) : Number(npm.pid), signal);
    await product;
    expect(said).toContain('Stopped. Everything is kept');
    await rm(dataDir, { recursive: true });
  },
  60_000,
);
