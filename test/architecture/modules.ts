import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { parseSync } from 'oxc-parser';

export const rooms = ['schema', 'parser', 'functions', 'infra', 'cli', 'tools/rehearsal'] as const;

/** A source file with what it imports: files of the repository by path, packages by name. */
export interface Module {
  readonly path: string;
  readonly files: readonly string[];
  /** Files imported when they are needed, by `import()`. */
  readonly lazyFiles: readonly string[];
  readonly packages: readonly string[];
  /** Names it passes on from other modules without being their author. */
  readonly reexports: number;
}

export function readModules(): Module[] {
  return rooms.flatMap((room) => sources(room).map(readModule));
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name).split(sep).join('/'));
}

function readModule(path: string): Module {
  const source = readFileSync(path, 'utf8');
  const { module } = parseSync(path, source);
  const passedOn = module.staticExports.flatMap(({ entries }) => entries.filter(({ moduleRequest }) => moduleRequest));
  const specifiers = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...passedOn.flatMap(({ moduleRequest }) => (moduleRequest === null ? [] : [moduleRequest.value])),
  ];
  const lazy = module.dynamicImports.flatMap(
    ({ moduleRequest: { start, end } }) => /^['"](.+)['"]$/.exec(source.slice(start, end))?.[1] ?? [],
  );
  const isLocal = (specifier: string): boolean => specifier.startsWith('.');
  const fileOf = (specifier: string): string =>
    normalize(join(dirname(path), specifier))
      .split(sep)
      .join('/');
  return {
    path,
    files: specifiers.filter(isLocal).map(fileOf),
    lazyFiles: lazy.filter(isLocal).map(fileOf),
    packages: [...specifiers, ...lazy].filter((specifier) => !isLocal(specifier)),
    reexports: passedOn.length,
  };
}
