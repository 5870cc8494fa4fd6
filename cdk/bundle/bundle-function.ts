import { cp, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { replacementPlugin } from './replacements.ts';

const require = createRequire(import.meta.url);

/** Copies what is needed of a package into `node_modules` of a bundle, and answers how much it is. */
async function carryPackage({ name, files, folders }: CarriedPackage, outdir: string): Promise<Share> {
  const source = dirname(require.resolve(`${name}/package.json`));
  const target = join(outdir, 'node_modules', name);
  const inFolders = await Promise.all(Object.entries(folders).map(([folder, test]) => filesIn(source, folder, test)));
  const all = [...Object.entries(files), ...inFolders.flat().map((path) => [path, path] as const)];
  const sizes = await Promise.all(all.map(([from, to]) => carryFile(join(source, from), join(target, to))));
  return { name: `${name} (carried)`, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

async function filesIn(source: string, folder: string, test: RegExp): Promise<string[]> {
  const names = await readdir(join(source, folder));
  return names.filter((name) => test.test(name)).map((name) => join(folder, name));
}

async function carryFile(from: string, to: string): Promise<number> {
  await mkdir(dirname(to), { recursive: true });
  await cp(from, to);
  return (await stat(to)).size;
}

/** A function as it is bundled: where its code begins, and what its bundle may weigh. */
export interface BundledFunction {
  /** Name of its folder in the output. */
  readonly name: string;
  /** Entry points by the name of the module they become, without its `.mjs`. */
  readonly entries: Readonly<Record<string, string>>;
  /** Packages that look for files of their own at run time: they are carried as they are, beside the bundle. */
  readonly carried: readonly CarriedPackage[];
  /** Most bytes, minified: those that a cold start reads, and those of everything together. */
  readonly budget: { readonly start: number; readonly whole: number };
}

/** What is taken of a package: files by what they are called there, each under the name that the code asks for. */
interface CarriedPackage {
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

/** The functions on Lambda. Someone waits for the cold start of the API, so what it reads then is what is kept small. */
export const bundledFunctions = {
  ingest: {
    name: 'ingest',
    entries: { index: 'functions/ingest/handler.ts', 'parse-worker': 'functions/ingest/parse-worker.ts' },
    carried: [pdfjs],
    budget: { start: 1.1 * megabyte, whole: 5 * megabyte },
  },
  graphql: {
    name: 'graphql',
    entries: { index: 'functions/graphql/handler.ts' },
    carried: [],
    budget: { start: 1.1 * megabyte, whole: 1.5 * megabyte },
  },
  export: {
    name: 'export',
    entries: { index: 'functions/export/handler.ts' },
    carried: [],
    budget: { start: megabyte, whole: 1.5 * megabyte },
  },
} as const satisfies Record<string, BundledFunction>;

/** Module of the ingest bundle that parses in the worker, relative to its handler: the value of `PARSE_WORKER`. */
export const parseWorkerModule = './parse-worker.mjs';

/** What a bundle is made of. Sizes are bytes after minifying. */
export interface BundleContent {
  readonly name: string;
  readonly bytes: number;
  /** Bytes of the modules that a cold start reads; the others are read when a document needs them. */
  readonly bytesAtStart: number;
  readonly modules: number;
  /** Each package, and each folder of our own, largest first. */
  readonly parts: readonly Share[];
}

/** A name and how much belongs to it. */
interface Share {
  readonly name: string;
  readonly bytes: number;
}

type Outputs = Metafile['outputs'];

/** What esbuild has made, and what is carried beside it. */
function contentOf(
  { name, entries }: BundledFunction,
  { outputs }: Metafile,
  carried: readonly Share[],
): BundleContent {
  return {
    name,
    bytes: sum(Object.values(outputs)) + sum(carried),
    bytesAtStart: sum(startModules(outputs, Object.values(entries)).map((path) => outputs[path] ?? { bytes: 0 })),
    modules: Object.keys(outputs).length,
    parts: [...partsOf(outputs), ...carried].toSorted((a, b) => b.bytes - a.bytes),
  };
}

/** Entry points and what they import in their first lines, at whatever distance. */
function startModules(outputs: Outputs, entries: readonly string[]): string[] {
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    const imports = outputs[path]?.imports ?? [];
    for (const each of imports) if (each.kind === 'import-statement' && !each.external) visit(each.path);
  };
  for (const [path, { entryPoint }] of Object.entries(outputs)) {
    // A module that is imported lazily is an entry point, too; ours are those that were asked for.
    if (entryPoint !== undefined && entries.includes(entryPoint)) visit(path);
  }
  return [...reached];
}

const ofPackage = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/;

function partsOf(outputs: Outputs): Share[] {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  const sizes = new Map<string, number>();
  for (const [path, { bytesInOutput }] of inputs) {
    const part = ofPackage.exec(path)?.[1] ?? `our ${path.split('/')[0]}/`;
    sizes.set(part, (sizes.get(part) ?? 0) + bytesInOutput);
  }
  return Array.from(sizes, ([name, bytes]) => ({ name, bytes }));
}

function sum(shares: readonly { readonly bytes: number }[]): number {
  return shares.reduce((total, { bytes }) => total + bytes, 0);
}

const shown = 15;

/** A few lines for people: how large it is, and what its largest parts are. */
export function describeBundle({ name, bytes, bytesAtStart, modules, parts }: BundleContent): string {
  const rest = parts.slice(shown);
  const others = { name: `${rest.length} others`, bytes: sum(rest) };
  return [
    `${name}: ${kilobytes(bytes)} in ${modules} modules, ${kilobytes(bytesAtStart)} at a cold start`,
    ...[...parts.slice(0, shown), others].map((part) => `  ${kilobytes(part.bytes).padStart(8)}  ${part.name}`),
  ].join('\n');
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} KB`;
}

const repository = resolve(import.meta.dirname, '../..');

/**
 * Packages in CommonJS ask for Node's modules with `require`, which an ES module does not have. The minifier does not look
 * at a banner: a short name here is one that it may give to something else.
 */
const banner =
  "import{createRequire as createRequireOfBundle}from'node:module';const require=createRequireOfBundle(import.meta.url);";

/**
 * Bundles a function into `<folder>/<name>/`, replacing what is there: ES modules, minified, the AWS SDK included, so that
 * what runs is what was tested and not what Lambda happens to carry. What is imported lazily becomes a module of its own.
 * The same sources give the same bytes. Throws where a module cannot be resolved.
 */
export async function bundleFunction(folder: string, bundled: BundledFunction): Promise<BundleContent> {
  const outdir = join(resolve(folder), bundled.name);
  await rm(outdir, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: repository,
    entryPoints: { ...bundled.entries },
    outdir,
    ...{ bundle: true, minify: true, splitting: true, metafile: true, legalComments: 'none' },
    ...{ platform: 'node', target: 'node24', format: 'esm', outExtension: { '.js': '.mjs' } },
    // Chinese words as themselves, not as escapes of twice their size.
    charset: 'utf8',
    // Where a package has both, its ES modules: only they can be trimmed to what is used.
    mainFields: ['module', 'main'],
    // One client for whoever asks: a package that pins another patch of it would bring 70 KB of the same again.
    alias: { '@aws-sdk/client-s3': join(repository, 'node_modules/@aws-sdk/client-s3') },
    banner: { js: banner },
    plugins: [replacementPlugin],
    external: bundled.carried.map(({ name }) => name),
    logLevel: 'error',
  });
  const carried = await Promise.all(bundled.carried.map((carry) => carryPackage(carry, outdir)));
  // What the bundle is made of lies beside it, not in it.
  await writeFile(`${outdir}.meta.json`, JSON.stringify(metafile));
  return contentOf(bundled, metafile, carried);
}
