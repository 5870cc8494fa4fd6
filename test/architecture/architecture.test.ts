import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Module, readModules, rooms } from './modules.ts';

type Room = (typeof rooms)[number];

/** Which rooms a room may import, besides itself. */
const doors: Record<Room, readonly Room[]> = {
  schema: [],
  parser: ['schema'],
  infra: ['schema'],
  functions: ['schema', 'parser', 'infra'],
  cli: ['schema', 'parser', 'infra', 'functions'],
  'tools/rehearsal': ['infra'],
};

/**
 * Which folders of the parser each may import, besides itself: a document is read, located and extracted before rules check it.
 * Files beside the folders are the walk through them, and only these of them serve the folders.
 */
const parserDoors: Record<string, readonly string[]> = {
  wording: [],
  read: ['wording'],
  tables: ['wording', 'read'],
  locate: ['wording', 'read', 'tables'],
  annex: ['wording', 'read', 'tables', 'locate'],
  plans: ['wording', 'read', 'locate'],
  prose: ['wording', 'read'],
  differences: ['wording'],
  search: ['wording'],
  rules: ['wording', 'prose', 'differences'],
};
const parserShared = ['parser/records.ts', 'parser/reading-rules.ts', 'parser/version.ts'];

/** Packages that each room alone may import, beyond Node's own modules. */
const packages: Partial<Record<Room, RegExp>> = {
  schema: /^(?:zod|node:crypto)$/,
  parser:
    /^(?:parse5|saxes|@e965\/xlsx(?:\/.+)?|pdfjs-dist(?:\/.+)?|opencc-js(?:\/.+)?|node:(?:crypto|buffer|zlib|path|module))$/,
};
const graphqlPackages = /^(?:zod|graphql|dataloader|@pothos\/.+|node:crypto)$/;

const modules = readModules();
const roomOf = (path: string) => (rooms.find((room) => path.startsWith(`${room}/`)) ?? path.split('/')[0]) as Room;
const imports = ({ path, files, lazyFiles }: Module) => [...files, ...lazyFiles].map((file) => ({ path, file }));
const parserFolder = (path: string) => /^parser\/([^/]+)\//.exec(path)?.[1];
const named = (found: readonly Module[]) => found.map(({ path }) => path);

describe('the rooms of the source tree', () => {
  it('are all read', () => {
    expect(new Set(modules.map(({ path }) => roomOf(path)))).toEqual(new Set(rooms));
  });

  it.each(rooms)('%s imports only the rooms it may', (room) => {
    const strays = modules
      .filter(({ path }) => roomOf(path) === room)
      .flatMap(imports)
      .filter(({ file }) => roomOf(file) !== room && !doors[room].includes(roomOf(file)))
      .filter(({ file }) => !file.startsWith('package.json'));
    expect(strays).toEqual([]);
  });

  it('keep the schema and the parser free of services and clocks', () => {
    const strays = modules.flatMap(({ path, packages: names }) => {
      const allowed = path.startsWith('schema/graphql/') ? graphqlPackages : packages[roomOf(path)];
      return allowed === undefined ? [] : names.filter((name) => !allowed.test(name)).map((name) => ({ path, name }));
    });
    expect(strays).toEqual([]);
  });

  it('import the AWS SDK in infra alone', () => {
    const users = modules.filter(({ packages: names }) => names.some((name) => name.startsWith('@aws-sdk/')));
    expect(named(users.filter(({ path }) => roomOf(path) !== 'infra'))).toEqual([]);
    expect(users.length).toBeGreaterThan(0);
  });

  it('name each folder of the parser', () => {
    const folders = modules.flatMap(({ path }) => parserFolder(path) ?? []);
    expect(new Set(folders)).toEqual(new Set(Object.keys(parserDoors)));
  });

  it.each(Object.keys(parserDoors))('parser/%s imports only the folders it may', (folder) => {
    const strays = modules
      .filter(({ path }) => parserFolder(path) === folder)
      .flatMap(imports)
      .filter(({ file }) => file.startsWith('parser/') && !parserShared.includes(file))
      .filter(({ file }) => ![folder, ...(parserDoors[folder] ?? [])].includes(parserFolder(file) ?? ''));
    expect(strays).toEqual([]);
  });

  it('have no barrel file', () => {
    expect(named(modules.filter(({ path, reexports }) => reexports > 0 || path.endsWith('/index.ts')))).toEqual([]);
  });

  it('have no import cycle', () => {
    expect(cycles(modules)).toEqual([]);
  });
});

describe('complete', () => {
  /** Lines of code that give the word a value. */
  const says = (path: string) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => /^(?:[^*/].*(?<![\w.']))?complete\s*(?::|=(?!=))/.test(line));

  it('is said of a report by parser/completeness.ts alone', () => {
    const said = modules
      .map(({ path }) => path)
      .filter((path) => path.startsWith('parser/') && !notReports.includes(path))
      .flatMap((path) => says(path).map((line) => ({ path, line })));
    expect(said).toEqual([
      { path: 'parser/parse-report.ts', line: 'const complete = isComplete({ ...draft, findings });' },
      { path: 'parser/records.ts', line: 'complete: false,' },
    ]);
    expect(named(modules.filter(({ files }) => files.includes('parser/completeness.ts')))).toEqual([
      'parser/parse-report.ts',
    ]);
  });
});

/** Work plans have tasks and no cells; examples of rules are written by hand, and a difference between two records makes none. */
const notReports = ['parser/plans/work-plan.ts', 'parser/rules/examples.ts', 'parser/differences/record-difference.ts'];

/** Every way back to a file that a depth-first walk over imports meets. */
function cycles(all: readonly Module[]): string[][] {
  const byPath = new Map(all.map((module) => [module.path, module]));
  const done = new Set<string>();
  const found: string[][] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push([...trail.slice(start), path]);
    if (start >= 0 || done.has(path)) return;
    for (const file of byPath.get(path)?.files ?? []) visit(file, [...trail, path]);
    done.add(path);
  };
  for (const { path } of all) visit(path, []);
  return found;
}
