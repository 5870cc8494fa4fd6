import { InvalidCursor } from '../../schema/invalid-cursor.ts';
import type { ListReader } from '../../schema/list-store.ts';
import { ProvinceUnavailable } from '../../schema/province-unavailable.ts';
import type { RecordReader } from '../../schema/record-store.ts';
import { inParallel } from '../in-parallel.ts';

export type ProvinceReader = RecordReader & ListReader;

/** The provinces, and what is done about one that does not answer. */
export interface ProvincesOptions {
  /** By the first two digits of their codes. */
  readonly readers: ReadonlyMap<string, ProvinceReader>;
  /** Longest a province may take to answer one question, in milliseconds. */
  readonly deadlineMs: number;
  /** Told of each province that does not answer. */
  readonly onUnavailable: (failure: ProvinceUnavailable) => void;
}

type Ask<T> = (reader: ProvinceReader) => Promise<T>;

/** Provinces that are asked together. */
export interface Provinces {
  /** What one province says, null where there is none of this code. Throws `ProvinceUnavailable`. */
  one<T>(code: string, ask: Ask<T>): Promise<T | null>;
  /** What each says that answers, by code. */
  each<T>(ask: Ask<T>): Promise<T[]>;
  /** Whether one has been left out of an answer of `each`. */
  readonly isPartial: () => boolean;
}

/** Provinces asked at the same time: as many connections as a small function holds with ease. */
const atOnce = 8;

export function createProvinces({ readers, deadlineMs, onUnavailable }: ProvincesOptions): Provinces {
  let partial = false;

  async function ask<T>([code, reader]: readonly [string, ProvinceReader], question: Ask<T>): Promise<T> {
    try {
      return await within(deadlineMs, question(reader));
    } catch (error) {
      // The question is at fault, not the province: every other would say the same.
      if (error instanceof InvalidCursor) throw error;
      const failure = new ProvinceUnavailable(code, error);
      onUnavailable(failure);
      throw failure;
    }
  }

  async function askOrLeaveOut<T>(province: readonly [string, ProvinceReader], question: Ask<T>): Promise<T[]> {
    try {
      return [await ask(province, question)];
    } catch (error) {
      if (!(error instanceof ProvinceUnavailable)) throw error;
      partial = true;
      return [];
    }
  }

  return {
    async one(code, question) {
      const reader = readers.get(code);
      return reader === undefined ? null : ask([code, reader], question);
    },
    async each(question) {
      const all = [...readers].sort(([a], [b]) => (a < b ? -1 : 1));
      return (await inParallel(all, atOnce, (province) => askOrLeaveOut(province, question))).flat();
    },
    isPartial: () => partial,
  };
}

/** Gives up on an answer that does not come in time. */
async function within<T>(deadlineMs: number, answer: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`No answer within ${deadlineMs} ms`)), deadlineMs);
  try {
    return await Promise.race([answer, promise]);
  } finally {
    clearTimeout(timer);
  }
}
