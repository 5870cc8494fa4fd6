import process from 'node:process';
import { progress } from '@clack/prompts';
import { onOneLine, tell } from './print.ts';

/** How far a long piece of work has come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly elapsedMs: number;
}

/** Before this much time a rate says nothing. */
const firstRateMs = 1_000;

/** Units of remaining time, the largest first, each with the seconds in it. */
const units = [
  { name: 'h', seconds: 3_600 },
  { name: 'min', seconds: 60 },
  { name: 's', seconds: 1 },
] as const;

/** The rate so far and the time that is left at it: `12.5/s, 3 min left`; empty while it cannot be told. */
export function pace({ done, total, elapsedMs }: Progress): string {
  if (done === 0 || elapsedMs < firstRateMs) return '';
  const perSecond = (done * 1_000) / elapsedMs;
  const left = Math.ceil((total - done) / perSecond);
  return left === 0 ? `${perSecond.toFixed(1)}/s` : `${perSecond.toFixed(1)}/s, ${duration(left)} left`;
}

function duration(seconds: number): string {
  const unit = units.find((one) => seconds >= one.seconds * 2) ?? units[2];
  return `${Math.ceil(seconds / unit.seconds)} ${unit.name}`;
}

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
