import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { parseSync, Visitor } from 'oxc-parser';
import { mulberry32 } from './random.ts';

/**
 * Tells how sharp the tests are: changes one place of the source at random, runs its tests, and puts the source back. A change that
 * every test lets pass has survived, and is either harmless or a hole.
 *
 * `npm run mutate -- --count 100 --seed 7 --rooms parser,infra,functions` prints each change with its line, then the share that was
 * killed. The nearest tests run first: those that import the file, and those of its folder and of the folders above. What they let pass
 * is tried by every other test that reaches the file, some of which take minutes; `--near` leaves those out. The same seed over the same
 * tree makes the same changes, and `--only 3,12` tries some of them again. Run it on a clean checkout: it writes into the source while
 * it works, and restores it when it is interrupted.
 */
interface Mutation {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly to: string;
}

/** What an operator is turned into: its neighbour, the mistake that a person would make. */
const neighbours: Record<string, string> = {
  '&&': '||',
  '||': '&&',
  '??': '&&',
  '===': '!==',
  '!==': '===',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '%': '*',
};

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    rooms: { type: 'string', default: 'parser,infra,functions' },
    minutes: { type: 'string', default: '10' },
    near: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const limit = Number(options.minutes) * 60_000;
const random = mulberry32(Number(options.seed));
const candidates = options.rooms.split(',').flatMap(sources).flatMap(mutationsOf);
const numbered = [...sample(candidates, Number(options.count)).entries()];
const only = options.only?.split(',').map(Number);
const chosen = numbered.filter(([index]) => only?.includes(index + 1) ?? true);

if (git('status', '--porcelain', '--', ...options.rooms.split(',')) !== '') {
  process.stderr.write(
    'The source has changes that are not committed. Commit them first: this tool writes into the source.\n',
  );
  process.exit(2);
}

const survivors: Mutation[] = [];
const testImports = new Map(filesBelow('test', '.test.ts').map((test) => [test, importsOf(test)]));
let running: ChildProcess | undefined;
let restore = () => {};
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    end(running);
    restore();
    process.exit(130);
  });
}
for (const [index, mutation] of chosen) {
  const killed = await isKilled(mutation);
  if (!killed) survivors.push(mutation);
  process.stdout.write(`${index + 1}/${numbered.length} ${killed ? 'killed  ' : 'SURVIVED'} ${describe(mutation)}\n`);
}
const share = chosen.length === 0 ? 0 : ((chosen.length - survivors.length) / chosen.length) * 100;
process.stdout.write(`\n${share.toFixed(0)} % of ${chosen.length} changes killed (of ${candidates.length} possible)\n`);

/** Whether a test fails with the change in place. */
async function isKilled(mutation: Mutation): Promise<boolean> {
  const before = readFileSync(mutation.file, 'utf8');
  restore = () => writeFileSync(mutation.file, before);
  writeFileSync(mutation.file, before.slice(0, mutation.start) + mutation.to + before.slice(mutation.end));
  try {
    for (const tests of testsOf(mutation.file)) if (!(await passes('run', ...tests))) return true;
    return !options.near && !(await passes('related', '--run', mutation.file));
  } finally {
    restore();
    restore = () => {};
  }
}

/** Whether the tests pass. Tests that do not end in time have noticed the change too. */
async function passes(...tests: string[]): Promise<boolean> {
  // A group of processes of its own: a worker caught in a loop does not end with the process that started it.
  running = spawn('npx', ['vitest', ...tests, '--bail=1'], { stdio: 'ignore', detached: true });
  const timer = setTimeout(end, limit, running);
  const [status] = await once(running, 'close');
  clearTimeout(timer);
  return status === 0;
}

function end(group: ChildProcess | undefined): void {
  if (group?.pid === undefined || group.exitCode !== null || group.signalCode !== null) return;
  process.kill(-group.pid, 'SIGKILL');
}

/**
 * The tests of a file from near to far, each once: those that import it, those of the folder under `test/` that mirrors its own and for
 * the parser the corpus; then those of each folder above.
 */
function testsOf(file: string): string[][] {
  const importing = [...testImports].filter(([, imports]) => imports.has(file)).map(([test]) => test);
  const corpus = file.startsWith('parser/') ? ['test/parser/corpus.test.ts'] : [];
  const [own = [], ...above] = foldersUpward(dirname(file)).map(testsIn);
  const seen = new Set<string>();
  return [[...importing, ...own, ...corpus], ...above]
    .map((tests) => tests.filter((test) => !seen.has(test) && seen.add(test)))
    .filter((tests) => tests.length > 0);
}

/** A folder and those that it lies in, but for the room: its own tests are of everything in it, and take minutes. */
function foldersUpward(folder: string): string[] {
  const above = dirname(folder);
  return above === '.' || dirname(above) === '.' ? [folder] : [folder, ...foldersUpward(above)];
}

function testsIn(folder: string): string[] {
  const mirror = join('test', folder);
  const names = existsSync(mirror) ? readdirSync(mirror) : [];
  return names.filter((name) => name.endsWith('.test.ts')).map((name) => join(mirror, name));
}

/** The files that one imports, by their paths from the root. */
function importsOf(file: string): Set<string> {
  const { staticImports } = parseSync(file, readFileSync(file, 'utf8')).module;
  return new Set(staticImports.map(({ moduleRequest }) => join(dirname(file), moduleRequest.value)));
}

function mutationsOf(file: string): Mutation[] {
  const text = readFileSync(file, 'utf8');
  const { program } = parseSync(file, text);
  const found: Mutation[] = [];
  const between = (left: { end: number }, right: { start: number }, operator: string) => {
    const to = neighbours[operator];
    const start = text.indexOf(operator, left.end);
    if (to === undefined || start < 0 || start >= right.start) return;
    found.push({ file, start, end: start + operator.length, to });
  };
  new Visitor({
    BinaryExpression: ({ left, right, operator }) => between(left, right, operator),
    LogicalExpression: ({ left, right, operator }) => between(left, right, operator),
    Literal: (literal) => {
      if (typeof literal.value === 'boolean') found.push({ file, ...span(literal), to: String(!literal.value) });
      else if (typeof literal.value === 'number') found.push({ file, ...span(literal), to: String(literal.value + 1) });
    },
    UnaryExpression: ({ operator, argument, start }) => {
      if (operator === '!') found.push({ file, start, end: argument.start, to: '' });
    },
    ConditionalExpression: ({ test }) =>
      found.push({ file, ...span(test), to: `!(${text.slice(test.start, test.end)})` }),
    IfStatement: ({ test }) => found.push({ file, ...span(test), to: `!(${text.slice(test.start, test.end)})` }),
  }).visit(program);
  return found;
}

function describe({ file, start, end, to }: Mutation): string {
  const text = readFileSync(file, 'utf8');
  const lines = text.slice(0, start).split('\n');
  const column = (lines.at(-1)?.length ?? 0) + 1;
  return `${file}:${lines.length}:${column} ${short(text.slice(start, end))} → ${short(to === '' ? '(nothing)' : to)}`;
}

function short(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 60 ? `${flat.slice(0, 57)}…` : flat;
}

function span({ start, end }: { start: number; end: number }): { start: number; end: number } {
  return { start, end };
}

function sources(room: string): string[] {
  return filesBelow(room, '.ts').filter((path) => !path.endsWith('.d.ts') && !path.includes('.generated.'));
}

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
}

function sample<T>(all: readonly T[], count: number): T[] {
  const left = [...all];
  return Array.from({ length: Math.min(count, left.length) }, () => {
    const [taken] = left.splice(Math.floor(random() * left.length), 1);
    return taken as T; // The index is below the length.
  });
}

function git(...args: string[]): string {
  return spawnSync('git', args, { encoding: 'utf8' }).stdout.trim();
}
