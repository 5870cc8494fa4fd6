/** A function as it is bundled: where its code begins, and what its bundle may weigh. */
export interface BundledFunction {
  /** Name of its folder in the output. */
  readonly name: string;
  /** Entry points by the name of the module they become, without its `.mjs`. */
  readonly entries: Readonly<Record<string, string>>;
  /** Most bytes of all its modules together, minified. */
  readonly budget: number;
}

const megabyte = 1024 * 1024;

/** The functions on Lambda. A cold start reads the whole bundle, so the API's, where someone waits, has the tighter budget. */
export const bundledFunctions = {
  ingest: {
    name: 'ingest',
    entries: { index: 'functions/ingest/handler.ts', 'parse-worker': 'functions/ingest/parse-worker.ts' },
    budget: 5 * megabyte,
  },
  graphql: {
    name: 'graphql',
    entries: { index: 'functions/graphql/handler.ts' },
    budget: megabyte,
  },
} as const satisfies Record<string, BundledFunction>;

/** Module of the ingest bundle that parses in the worker, relative to its handler: the value of `PARSE_WORKER`. */
export const parseWorkerModule = './parse-worker.mjs';
