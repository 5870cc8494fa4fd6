import type { VersionHead } from '../../schema/record/version-head.ts';
import { nameOf, openSegment, type Segment } from './segment-file.ts';

/** Where segments are kept. */
export interface SegmentStore {
  /** The newest segment of a year as a file on this machine; `held` where that is the one of this name, null where there is none. */
  newest(year: number, held: string | null): Promise<SegmentFile | 'held' | null>;
  /** Has the segment of a year made anew, unless it is being made. */
  want(year: number): Promise<void>;
  /** A file that `newest` has given is needed no more. */
  release(file: SegmentFile): Promise<void>;
  close(): Promise<void>;
}

export interface SegmentFile {
  readonly path: string;
  /** Tells it from an earlier or later one of its year. */
  readonly name: string;
  readonly bytes: number;
}

/** The texts of a year, as they are searched at one moment. */
export interface OpenSegment {
  readonly segment: Segment;
  /** Of each head the number of its report in the segment, -1 where that has no such version. */
  readonly places: Int32Array;
}

/** Segments that a process has open. */
export interface Segments {
  /**
   * Lets the newest segment of a year be used, at once and before anything else happens, for it may be closed later; null where there is
   * none, or none that could be had within the time.
   */
  use<Answer>(
    asked: { readonly year: number; readonly heads: readonly VersionHead[]; readonly deadline: number },
    work: (open: OpenSegment | null) => Answer,
  ): Promise<Answer>;
  /** Has the segment of a year made anew, unless it is being made. */
  want(year: number): Promise<void>;
  close(): Promise<void>;
}

export interface SegmentLimits {
  /** Bytes of the files that are held; those used last are. */
  readonly mostBytes: number;
  /** Milliseconds for which a segment that lacks a report is taken for the newest. */
  readonly lookAgainMs: number;
}

interface Held {
  readonly file: SegmentFile;
  readonly segment: Segment;
  /** By the names of reports. */
  readonly numbers: ReadonlyMap<string, number>;
  /** The lines of a list that were last joined with it, which are the same array while the list does not change. */
  joined: { readonly heads: readonly VersionHead[]; readonly places: Int32Array; readonly isWhole: boolean } | null;
}

/** `onFailure` is told of a segment that cannot be fetched or read: it is then as if there were none. */
export function openSegments(
  store: SegmentStore,
  { mostBytes, lookAgainMs }: SegmentLimits,
  onFailure: (error: unknown) => void,
): Segments {
  // In the order of their last use.
  const held = new Map<number, Held>();
  const underWay = new Map<number, Promise<void>>();
  const looked = new Map<number, number>();

  async function look(year: number): Promise<void> {
    const before = held.get(year);
    try {
      const file = await store.newest(year, before?.file.name ?? null);
      if (file === null || file === 'held') return;
      const segment = openSegment(file.path);
      const numbers = new Map(segment.reports.map((report, number) => [nameOf(report), number]));
      await letGo(year);
      held.set(year, { file, segment, numbers, joined: null });
      await makeRoom(year);
    } catch (error) {
      onFailure(error);
    } finally {
      looked.set(year, performance.now());
    }
  }

  async function letGo(year: number): Promise<void> {
    const gone = held.get(year);
    if (gone === undefined) return;
    held.delete(year);
    gone.segment.close();
    await store.release(gone.file);
  }

  /** The one that was just opened stays, however large it is. */
  async function makeRoom(newest: number): Promise<void> {
    const size = () => [...held.values()].reduce((sum, { file }) => sum + file.bytes, 0);
    for (const year of [...held.keys()]) if (year !== newest && size() > mostBytes) await letGo(year);
  }

  function join(one: Held, heads: readonly VersionHead[]): NonNullable<Held['joined']> {
    if (one.joined?.heads === heads) return one.joined;
    const places = Int32Array.from(heads, (head) => one.numbers.get(nameOf(head)) ?? -1);
    one.joined = { heads, places, isWhole: !places.includes(-1) };
    return one.joined;
  }

  const isEnough = (year: number, heads: readonly VersionHead[]): boolean => {
    const one = held.get(year);
    const recently = performance.now() - (looked.get(year) ?? Number.NEGATIVE_INFINITY) < lookAgainMs;
    return recently || (one !== undefined && join(one, heads).isWhole);
  };

  return {
    async use({ year, heads, deadline }, work) {
      if (!isEnough(year, heads)) {
        const looking = underWay.get(year) ?? look(year).finally(() => underWay.delete(year));
        underWay.set(year, looking);
        await until(looking, deadline);
      }
      const one = held.get(year);
      if (one === undefined) return work(null);
      held.delete(year);
      held.set(year, one);
      return work({ segment: one.segment, places: join(one, heads).places });
    },
    // What can be searched is answered all the same.
    want: (year) => store.want(year).catch(onFailure),
    async close() {
      await Promise.all(underWay.values());
      for (const year of [...held.keys()]) await letGo(year);
      await store.close();
    },
  };
}

/** Waits for something, or until a moment of `performance.now()`. */
async function until(something: Promise<void>, deadline: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, Math.max(0, deadline - performance.now()));
  await Promise.race([something, promise]);
  clearTimeout(timer);
}
