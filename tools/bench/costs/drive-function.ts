import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { Env } from '../../../infra/aws/env.ts';

/** What a function did with its events: milliseconds of each, the last answer, and the most memory the process had. */
export const Driven = z.object({ milliseconds: z.array(z.number()), answer: z.unknown(), peakKb: z.number() });
export type Driven = z.infer<typeof Driven>;

export interface Drive {
  /** The bundled function. */
  readonly module: string;
  readonly events: readonly unknown[];
  readonly env: Env;
  /** For files in between. */
  readonly folder: string;
}

/** Runs a bundled function over events in a process of its own. Throws where the function does. */
export async function driveFunction({ module, events, env, folder }: Drive): Promise<Driven & { logBytes: number }> {
  const [eventsFile, resultFile] = [join(folder, 'events.json'), join(folder, 'result.json')];
  await writeFile(eventsFile, JSON.stringify(events));
  const args = [join(import.meta.dirname, 'drive.ts'), module, eventsFile, resultFile];
  const child = spawn(process.execPath, args, { env: { ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  const [log, code] = await Promise.all([text(child.stdout), new Promise((resolve) => child.on('close', resolve))]);
  if (code !== 0) throw new Error(`${module} ended with ${code}`);
  const driven = Driven.parse(JSON.parse(await readFile(resultFile, 'utf8')));
  return { ...driven, logBytes: Buffer.byteLength(log) };
}
