import { LRUCache } from 'lru-cache';
import type { ReportRecord } from '../../../schema/record/report.ts';

/** Records a process has read, by their names. Versions never change, so what is kept is never out of date. */
export type BodyCache = LRUCache<string, ReportRecord>;

/**
 * Keeps the records used last, until their stored bodies together exceed a limit; 0 keeps none. In memory a record takes about
 * twenty times as much. Whoever puts one in says the size of its stored body.
 */
export function createBodyCache(mostBytes: number): BodyCache {
  return new LRUCache({ maxSize: Math.max(1, mostBytes) });
}
