import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import process from 'node:process';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';

/** Longest a file may take to be written before it is sent, in milliseconds: as long as a function on Lambda may run. */
const patienceMs = 15 * 60 * 1000;

/**
 * Saves what is at an address, or writes it to standard output where `out` is null. A file appears whole or not at all. Where it is
 * still being written on the other side, asks again until it is. Throws an error that says what the other side answered.
 */
export async function download(url: URL, out: string | null): Promise<void> {
  const body = Readable.fromWeb(await bodyAt(url, Date.now() + patienceMs));
  if (out === null) return pipeline(body, process.stdout as Writable, { end: false });
  const part = `${out}.part`;
  try {
    await pipeline(body, createWriteStream(part));
    await rename(part, out);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

const Refusal = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

async function bodyAt(url: URL, until: number): Promise<Parameters<typeof Readable.fromWeb>[0]> {
  for (;;) {
    const response = await fetch(url);
    // Node's own stream of the web and the one of the types are the same.
    if (response.status === 200 && response.body !== null)
      return response.body as Parameters<typeof Readable.fromWeb>[0];
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    if (response.status === 202 && seconds > 0 && Date.now() < until) {
      await response.body?.cancel();
      await setTimeout(seconds * 1000);
    } else throw new Error(`${url.href}: ${await reasonOf(response)}`);
  }
}

async function reasonOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    return Refusal.parse(JSON.parse(text)).error.message;
  } catch {
    return `HTTP ${response.status}`;
  }
}
