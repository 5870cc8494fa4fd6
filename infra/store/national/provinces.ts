import { z } from 'zod';
import { InvalidCursor } from '../../../schema/record/invalid-cursor.ts';
import type { ListReader } from '../../../schema/record/list-store.ts';
import { ListTooLarge } from '../../../schema/record/list-too-large.ts';
import { ProvinceUnavailable } from '../../../schema/record/province-unavailable.ts';
import type { RecordReader } from '../../../schema/record/record-store.ts';
import { AwsEnv, ListsBehind } from '../../aws/env.ts';
import { createSemaphore } from '../../semaphore.ts';

const Table = z.object({ tableName: z.string().min(1), region: z.string().min(1) });

/** Provinces' tables, by the first two digits of their GB/T 2260 codes. */
export const Tables = z.record(z.string().regex(/^\d{2}$/), Table);
export type Tables = z.infer<typeof Tables>;

/** What the national gateway needs: `TABLES` is JSON, `{"51":{"tableName":"gongkai-sichuan-records","region":"cn-north-1"}}`. */
export const NationalEnv = AwsEnv.extend({
  TABLES: z.string().transform(parseJson).pipe(Tables),
  ...ListsBehind.shape,
});
export type NationalEnv = z.infer<typeof NationalEnv>;

function parseJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON' });
    return z.NEVER;
  }
}

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

type Ask<T> = (reader: ProvinceReader, code: string) => Promise<T>;

/** Provinces that are asked together. */
export interface Provinces {
  /** What one province says, null where there is none of this code. Throws `ProvinceUnavailable`. */
  one<T>(code: string, ask: Ask<T>): Promise<T | null>;
  /** What each says that answers, by code; of one code only that one's. */
  each<T>(ask: Ask<T>, only?: string | null): Promise<T[]>;
  /** Whether one has been left out of an answer of `each`. */
  readonly isPartial: () => boolean;
}

/** Questions that a request asks at the same time: as many connections as a small function holds with ease. */
const atOnce = 8;

export function createProvinces({ readers, deadlineMs, onUnavailable }: ProvincesOptions): Provinces {
  let partial = false;
  const semaphore = createSemaphore(atOnce);

  async function ask<T>([code, reader]: readonly [string, ProvinceReader], question: Ask<T>): Promise<T> {
    try {
      return await semaphore(() => within(deadlineMs, question(reader, code)));
    } catch (error) {
      // The question is at fault, not the province: every other would say the same.
      if (error instanceof InvalidCursor || error instanceof ListTooLarge) throw error;
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
    async each(question, only = null) {
      const asked = [...readers].filter(([code]) => only === null || code === only);
      asked.sort(([a], [b]) => (a < b ? -1 : 1));
      return (await Promise.all(asked.map((province) => askOrLeaveOut(province, question)))).flat();
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
