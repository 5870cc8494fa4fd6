import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { installEmulator } from './emulator/install.ts';
import { emulatorLog, startEmulator } from './emulator/start.ts';
import { readGuide } from './guide.ts';
import { setStage } from './stage.ts';
import { steps } from './steps.ts';

/** What is kept between rehearsals: the installed emulator. */
const folder = resolve(import.meta.dirname, '../..', '.gongkai-rehearsal');
/** Lines of the emulator's log that a failure shows. */
const shownLines = 30;
const begun = Date.now();

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());

await mkdir(folder, { recursive: true });
const python = await timed('install the emulator', () => installEmulator(folder, interrupted.signal));
// Not below the repository: functions are unpacked here, and its package.json would make ES modules of the emulator's scripts.
const runFolder = await mkdtemp(join(tmpdir(), 'gongkai-rehearsal-'));
const emulator = await timed('start the emulator', () => startEmulator({ python, folder: runFolder }));
try {
  const stage = setStage({ url: emulator.url, python, signal: interrupted.signal });
  const guide = await readGuide();
  for (const { title, follows, run } of steps) {
    const { blocks = [] } = guide.find((section) => section.title === follows) ?? {};
    await timed(title, () => run(stage, blocks));
  }
  await emulator.stop();
  await rm(runFolder, { recursive: true, force: true });
  print('Rehearsed.');
} catch (error) {
  await emulator.stop();
  const log = await readFile(join(runFolder, emulatorLog), 'utf8');
  print(`${error instanceof Error ? error.message : String(error)}\n\nThe emulator said last (all in ${runFolder}):`);
  print(log.split('\n').slice(-shownLines).join('\n'));
  failed();
}

/** Does a step and prints a line: when it ended, how long it took, what it was, and whether it failed. */
async function timed<Result>(title: string, work: () => Promise<Result>): Promise<Result> {
  const started = Date.now();
  const line = (how: string) => print(`${seconds(begun)}  ${seconds(started)}  ${how}  ${title}`);
  try {
    const result = await work();
    line('ok    ');
    return result;
  } catch (error) {
    line('FAILED');
    throw error;
  }
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`.padStart(8);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function failed(): void {
  process.exitCode = 1;
}
