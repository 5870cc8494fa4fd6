import type { CacheSizes } from '../record-reader.ts';

/**
 * What all provinces of one process keep together, for a gateway of 3 GB: a year of the nation and its agencies, at 5,000 a
 * province, are some 550 MB, twice as many reports 1 GB; with their texts 100 MB. `tools/bench/measure-national.ts` measures it.
 */
export const nationalSizes: CacheSizes = { lines: 320_000, bodyBytes: 4 * 1024 * 1024 };

/** Lines that one request may hold at the same time: two years of the nation with its agencies. */
export const mostLinesOfRequest = 480_000;
