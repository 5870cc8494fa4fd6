import type { ReportRecord } from '../../../schema/report.ts';

/** Records a process has read. Versions never change, so what is kept is never out of date. */
export interface BodyCache {
  get(name: string): ReportRecord | undefined;
  /** `bytes` is the size of its stored body. */
  put(name: string, record: ReportRecord, bytes: number): void;
}

/** Keeps the records used last, until their stored bodies together exceed a limit; in memory a record takes about twenty times as much. */
export function createBodyCache(mostBytes: number): BodyCache {
  const kept = new Map<string, { readonly record: ReportRecord; readonly bytes: number }>();
  let total = 0;
  const drop = (name: string): void => {
    total -= kept.get(name)?.bytes ?? 0;
    kept.delete(name);
  };
  return {
    get(name) {
      const found = kept.get(name);
      if (found === undefined) return undefined;
      kept.delete(name);
      kept.set(name, found);
      return found.record;
    },
    put(name, record, bytes) {
      drop(name);
      if (bytes > mostBytes) return;
      kept.set(name, { record, bytes });
      total += bytes;
      for (const [oldest] of kept) {
        if (total <= mostBytes) return;
        drop(oldest);
      }
    },
  };
}
