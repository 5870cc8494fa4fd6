import type { Settings } from './settings.ts';

type Deep<T> = T extends readonly (infer Item)[]
  ? readonly Item[]
  : T extends object
    ? { readonly [K in keyof T]?: Deep<T[K]> }
    : T;

/** Settings that differ from the defaults. */
export type Override = Deep<Settings>;

/** What differs in a stage, for every province. `prod` is the stage where nothing else is said. */
export const stageOverrides: Readonly<Record<string, Override>> = {
  prod: {},
  /** Fails fast, so that a rehearsal sees a message die within a minute, and costs nothing when forgotten. */
  test: {
    ingest: { parseSeconds: 20, batchSize: 1, deliveries: 2, retrySeconds: 30 },
    retention: { logDays: 7 },
    features: { budgetUsd: null },
  },
};

/** What differs for the national gateway, in every stage. */
export const gatewayOverride: Override = {
  api: {
    /** A year of the nation is some 450 MB of lists, and a request may hold two (`infra/store/national/line-budget.ts`). New accounts get no more. */
    memoryMb: 3008,
    /** The first list of a year is read from thirty-one tables and takes ten seconds; the next is there. */
    timeoutSeconds: 29,
  },
};

/** What differs for a province in a stage, by pinyin name: `{ sichuan: { prod: { alarms: { addresses: ['…'] } } } }`. */
export const provinceOverrides: Readonly<Record<string, Readonly<Record<string, Override>>>> = {};
