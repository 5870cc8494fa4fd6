import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { segmentFormat } from './segment-file.ts';
import type { SegmentFile, SegmentStore } from './segments.ts';

/** Writes the index of a year into a file, or adds to the one that is there what it lacks. */
export type BuildSegment = (year: number, path: string, signal: AbortSignal) => Promise<void>;

/**
 * Keeps segments in a folder of this machine, and makes them here, one at a time. One that is made anew has a name of its own; nobody sees it
 * before it is whole. `onFailure` is told of one that could not be made: it is made when it is wanted again.
 */
export function createFolderSegments(
  folder: string,
  build: BuildSegment,
  onFailure: (error: unknown) => void,
): SegmentStore {
  const wanted = new Map<number, Promise<void>>();
  const closing = new AbortController();
  let last: Promise<void> = Promise.resolve();

  async function make(year: number): Promise<void> {
    if (closing.signal.aborted) return;
    await mkdir(folder, { recursive: true });
    const before = await newestOf(folder, year);
    const unfinished = join(folder, `${segmentFormat}-${year}.unfinished`);
    await rm(unfinished, { force: true });
    try {
      if (before !== null) await copyFile(before.path, unfinished);
      await build(year, unfinished, closing.signal);
      await rename(unfinished, join(folder, nameOf(year, (before === null ? 0 : numberOf(before.name)) + 1)));
      if (before !== null) await remove(before.path);
    } catch (error) {
      await remove(unfinished);
      if (!closing.signal.aborted) onFailure(error);
    }
  }

  return {
    async newest(year, held) {
      const newest = await newestOf(folder, year);
      return newest?.name === held && newest !== null ? 'held' : newest;
    },
    async want(year) {
      if (wanted.has(year)) return;
      last = last.then(() => make(year)).finally(() => wanted.delete(year));
      wanted.set(year, last);
    },
    // A file that was open while another took its place may not have let itself be removed.
    release: async ({ path, name }) => {
      const newest = await newestOf(folder, yearOf(name));
      if (newest?.name !== name) await remove(path);
    },
    async close() {
      closing.abort();
      await last;
    },
  };
}

const named = /^(\d+)-(\d{4})-(\d+)\.sqlite$/;

function nameOf(year: number, number: number): string {
  return `${segmentFormat}-${year}-${number}.sqlite`;
}

function yearOf(name: string): number {
  return Number(named.exec(name)?.[2]);
}

function numberOf(name: string): number {
  return Number(named.exec(name)?.[3]);
}

async function newestOf(folder: string, year: number): Promise<SegmentFile | null> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => {
    const [, format, of] = named.exec(name) ?? [];
    return Number(format) === segmentFormat && Number(of) === year;
  });
  const [name] = names.sort((one, other) => numberOf(other) - numberOf(one));
  if (name === undefined) return null;
  const path = join(folder, name);
  return { path, name, bytes: (await stat(path)).size };
}

/** Where a system does not remove a file that is open, a later one does. */
async function remove(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
}
