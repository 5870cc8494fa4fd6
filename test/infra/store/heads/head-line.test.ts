import { expect, test } from 'vitest';
import { codeOf, decodeHead, encodeHead, figurePaths } from '../../../../infra/store/heads/head-line.ts';
import { buildHead } from '../../../support/build-head.ts';
import { buildRecord } from '../../../support/build-record.ts';

test('no two figures have the same code, and no code looks like a path', () => {
  expect(new Set(figurePaths.map(codeOf)).size).toBe(figurePaths.length);
  expect(figurePaths.map(codeOf).filter((code) => code.includes('.'))).toEqual([]);
});

test('a head is read back as it was written, a figure of no form among its figures', () => {
  const head = buildHead(buildRecord());
  const rules = { 'applications.row-sum': { error: 1, warning: 0, info: 2 } };
  const odd = { ...head, rules, figures: { ...head.figures, 'indicators.of.no.dictionary': 3 } };
  expect(decodeHead(encodeHead(odd))).toEqual(odd);
  const tasks = [{ number: 1, responsible: ['市政府办公室'], dueOn: ['2021-12-31'] }];
  expect(decodeHead(encodeHead({ ...odd, kind: 'work-plan', tasks, sha256: 'ab' }))).toMatchObject({
    tasks,
    sha256: 'ab',
  });
});

test('a head with its hundred figures takes less than two kilobytes', () => {
  const figures = Object.fromEntries(figurePaths.filter((path) => /\.total$/.test(path)).map((path) => [path, 1234]));
  const head = { ...buildHead(buildRecord()), figures };
  expect(Object.keys(figures).length).toBeGreaterThan(30);
  expect(encodeHead(head).length).toBeLessThan(2_000);
});
