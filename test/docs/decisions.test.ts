import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = 'docs/decisions';
const decisions = readdirSync(folder).filter((name) => /^\d{4}-.+\.md$/.test(name));
const numbers = new Set(decisions.map((name) => name.slice(0, 4)));

const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n');
/** What is told in prose: READMEs and the pages of docs. What changed in a release may name what is gone. */
const pages = tracked.filter((path) => path.endsWith('.md') && !/^(?:CHANGELOG|test\/corpus\/)/.test(path));

/** Numbers by which a text refers to decisions: `decision 0014`, `docs/decisions/0014-…`, and in prose of the docs `(0014)` or `(0014, 0015)`. */
function referred(path: string, text: string): string[] {
  const named = [...text.matchAll(/(?:[Dd]ecisions?[ /])(\d{4})\b/g)].map(([, number]) => number ?? '');
  const bracketed = path.endsWith('.md') ? [...text.matchAll(/\((\d{4}(?:, \d{4})*)\)/g)] : [];
  const listed = bracketed.flatMap(([, list]) => list?.split(', ') ?? []).filter((number) => number.startsWith('00'));
  return [...named, ...listed];
}

describe('decisions', () => {
  it('each stand once in the index', () => {
    const index = readFileSync(`${folder}/README.md`, 'utf8');
    const linked = [...index.matchAll(/\]\((\d{4}-[^)]+\.md)\)/g)].map(([, name]) => name);
    expect([...linked].sort()).toEqual([...decisions].sort());
  });

  it('have numbers of their own', () => {
    expect(numbers.size).toBe(decisions.length);
  });

  it('are referred to by numbers that exist', () => {
    const references = tracked
      .filter((path) => /\.(?:md|ts)$/.test(path) && !path.startsWith('test/corpus/'))
      .flatMap((path) => referred(path, readFileSync(path, 'utf8')).map((number) => ({ path, number })));
    expect(references.length).toBeGreaterThan(20);
    expect(references.filter(({ number }) => !numbers.has(number))).toEqual([]);
  });
});

describe('pages', () => {
  it.each(pages)('%s names only sources that are there', (page) => {
    const named = [...readFileSync(page, 'utf8').matchAll(/`([\w.-]+(?:\/[\w.-]+)*\.(?:tsx?|py))`/g)].map(
      ([, path]) => path ?? '',
    );
    const isThere = (path: string) => tracked.some((file) => file === path || file.endsWith(`/${path}`));
    expect(named.filter((path) => !isThere(path))).toEqual([]);
  });
});
