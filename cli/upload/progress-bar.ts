import process from 'node:process';
import { progress } from '@clack/prompts';

/** Progress on standard error: a bar on a terminal, a line each elsewhere. */
export interface ProgressBar {
  advance(label: string): void;
  /** Ends it; the line stays. */
  end(line: string): void;
}

export function progressBar(title: string, total: number): ProgressBar {
  return process.stderr.isTTY ? terminalBar(title, total) : plainLines(title, total);
}

function terminalBar(title: string, total: number): ProgressBar {
  const bar = progress({ max: Math.max(1, total), output: process.stderr });
  bar.start(title);
  return { advance: (label) => bar.advance(1, `${title}: ${label}`), end: (line) => bar.stop(line) };
}

function plainLines(title: string, total: number): ProgressBar {
  let done = 0;
  return {
    advance(label) {
      done += 1;
      process.stderr.write(`${title} ${done}/${total} ${label}\n`);
    },
    end: (line) => process.stderr.write(`${line}\n`),
  };
}
