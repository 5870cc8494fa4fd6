/** A function as it is bundled: where its code begins, and what its bundle may weigh. */
export interface BundledFunction {
  /** Name of its folder in the output. */
  readonly name: string;
  /** Entry points by the name of the module they become, without its `.mjs`. */
  readonly entries: Readonly<Record<string, string>>;
  /** Packages that look for files of their own at run time: they are carried as they are, beside the bundle. */
  readonly carried: readonly CarriedPackage[];
  /** Most bytes of everything together, minified. */
  readonly budget: number;
}

/** What is taken of a package: files by what they are called there, each under the name that the code asks for. */
export interface CarriedPackage {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Folders of which the files whose names match are taken. */
  readonly folders: Readonly<Record<string, RegExp>>;
}

/**
 * PDF.js loads its worker, and the tables of Chinese encodings that fonts outside the file are written in (GB, Adobe's
 * collection GB1), from its own folder. Its fonts and pictures are for showing pages, which nobody does here.
 */
const pdfjs: CarriedPackage = {
  name: 'pdfjs-dist',
  files: {
    'package.json': 'package.json',
    'legacy/build/pdf.min.mjs': 'legacy/build/pdf.mjs',
    'legacy/build/pdf.worker.min.mjs': 'legacy/build/pdf.worker.mjs',
  },
  folders: { cmaps: /^(?:GB|UniGB|Adobe-GB1)/ },
};

const megabyte = 1024 * 1024;

/** The functions on Lambda. A cold start reads the whole bundle, so the API's, where someone waits, has the tighter budget. */
export const bundledFunctions = {
  ingest: {
    name: 'ingest',
    entries: { index: 'functions/ingest/handler.ts', 'parse-worker': 'functions/ingest/parse-worker.ts' },
    carried: [pdfjs],
    budget: 5 * megabyte,
  },
  graphql: {
    name: 'graphql',
    entries: { index: 'functions/graphql/handler.ts' },
    carried: [],
    budget: 1.1 * megabyte,
  },
  export: {
    name: 'export',
    entries: { index: 'functions/export/handler.ts' },
    carried: [],
    budget: megabyte,
  },
} as const satisfies Record<string, BundledFunction>;

/** Module of the ingest bundle that parses in the worker, relative to its handler: the value of `PARSE_WORKER`. */
export const parseWorkerModule = './parse-worker.mjs';
