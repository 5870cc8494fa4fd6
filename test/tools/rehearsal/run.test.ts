import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { run } from '../../../tools/rehearsal/run.ts';
import { waitFor } from '../../../tools/rehearsal/wait-for.ts';

const node = (script: string, input = '') =>
  run({ program: process.execPath, args: ['-e', script], env: process.env, input });

describe('running a program', () => {
  it('answers what it printed, and gives it its input', async () => {
    const { stdout } = await node('process.stdin.pipe(process.stdout)', '公开');
    expect(stdout).toBe('公开');
  });

  it('fails with the end of what it said', async () => {
    await expect(node('console.error("no such bucket"); process.exit(3)')).rejects.toThrow(
      /to succeed; it ended with 3:\nno such bucket/,
    );
  });

  it('fails where it does not end in time, or is told to end', async () => {
    const forever = { program: process.execPath, args: ['-e', 'setInterval(() => {}, 1000)'], env: process.env };
    await expect(run({ ...forever, timeoutMs: 300 })).rejects.toThrow(/a signal ended it, after 0\.3 s at the latest/);
    await expect(run({ ...forever, signal: AbortSignal.timeout(300) })).rejects.toThrow('it was interrupted');
  });

  it('fails where there is no such program', async () => {
    await expect(run({ program: 'no-such-program', args: [], env: process.env })).rejects.toThrow('ENOENT');
  });
});

describe('waiting', () => {
  it('ends as soon as what is seen is ready', async () => {
    const seen = [1, 2, 3];
    const wait = { expected: 'two', timeoutMs: 60_000 };
    expect(
      await waitFor(
        wait,
        async () => seen.shift(),
        (count) => count === 2,
      ),
    ).toBe(2);
  });

  it('fails with what was expected and what was seen last', async () => {
    const never = waitFor(
      { expected: 'an empty queue', timeoutMs: 0 },
      async () => ({ waiting: 7 }),
      () => false,
    );
    await expect(never).rejects.toThrow('expected an empty queue within 0 s; saw {"waiting":7}');
  });
});
