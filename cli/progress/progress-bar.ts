import process from 'node:process';
import { progress } from '@clack/prompts';
import { onOneLine, tell } from '../print.ts';
import { pace } from './pace.ts';

/** Progress on standard error: a bar on a terminal, a line now and then elsewhere. */
export interface ProgressBar {
  /** So many more are done; `label` says which. */
  advance(count: number, label: string): void;
  /** Ends it; the line stays. */
  end(line: string): void;
}

/** Where nobody watches a line a second is enough: a log of ten thousand uploads must not be ten thousand lines. */
const lineEveryMs = 1_000;

/** Shows how many of a total are done, how fast, and how long the rest will take. */
export function progressBar(title: string, total: number): ProgressBar {
  const write = process.stderr.isTTY ? terminalBar(title, total) : plainLines();
  const started = Date.now();
  let done = 0;
  return {
    advance(count, label) {
      done += count;
      const words = [
        `${title} ${done}/${total}`,
        pace({ done, total, elapsedMs: Date.now() - started }),
        onOneLine(label),
      ];
      write.step(count, words.filter((word) => word !== '').join('  '));
    },
    end: write.end,
  };
}

interface Writer {
  step(count: number, line: string): void;
  end(line: string): void;
}

function terminalBar(title: string, total: number): Writer {
  const bar = progress({ max: Math.max(1, total), output: process.stderr });
  bar.start(title);
  return { step: (count, line) => bar.advance(count, line), end: (line) => bar.stop(line) };
}

function plainLines(): Writer {
  let last = 0;
  return {
    step(_count, line) {
      if (Date.now() - last < lineEveryMs) return;
      last = Date.now();
      tell(line);
    },
    end: tell,
  };
}
