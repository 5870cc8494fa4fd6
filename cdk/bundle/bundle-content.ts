import type { Metafile } from 'esbuild';

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
export interface Share {
  readonly name: string;
  readonly bytes: number;
}

type Outputs = Metafile['outputs'];

/** What esbuild has made, and what is carried beside it. */
export function contentOf(name: string, { outputs }: Metafile, carried: readonly Share[]): BundleContent {
  return {
    name,
    bytes: sum(Object.values(outputs)) + sum(carried),
    bytesAtStart: sum(startModules(outputs).map((path) => outputs[path] ?? { bytes: 0 })),
    modules: Object.keys(outputs).length,
    parts: [...partsOf(outputs), ...carried].toSorted((a, b) => b.bytes - a.bytes),
  };
}

/** Entry points and what they import in their first lines, at whatever distance. */
function startModules(outputs: Outputs): string[] {
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    const imports = outputs[path]?.imports ?? [];
    for (const each of imports) if (each.kind === 'import-statement' && !each.external) visit(each.path);
  };
  for (const [path, { entryPoint }] of Object.entries(outputs)) {
    // A module that is imported lazily is an entry point, too; ours are those that were asked for.
    if (entryPoint?.startsWith('functions/')) visit(path);
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
