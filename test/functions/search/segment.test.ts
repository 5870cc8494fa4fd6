import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { createSegment, openSegment, segmentFormat } from '../../../infra/search/segment-file.ts';
import { readTextQuery } from '../../../parser/search/query.ts';
import { indexWords, unitsOf } from '../../../parser/search/units.ts';
import '../../support/fixed-seed.ts';
import { standsIn } from '../../support/plain-scan.ts';
import { runs } from '../../support/runs.ts';

async function newFile(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gongkai-segment-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return path.join(folder, 'segment.sqlite');
}

const text = fc
  .array(fc.constantFrom(...'公开開信息申请請年件1２3aＢ,。\n \u200b㈠'), { maxLength: 60 })
  .map((characters) => characters.join(''));

it('finds every text in which the words stand, and no other, as a plain scan does', async () => {
  const file = await newFile();
  const texts = fc.sample(text, { numRuns: 400, seed: 7 });
  const half = createSegment(file);
  const add = (segment: typeof half, number: number) =>
    segment.add({ agencyId: `a${number}`, version: 'v' }, [
      { text: 1, key: 'overview', words: indexWords(unitsOf(texts[number] ?? '')).join(' ') },
    ]);
  for (let number = 0; number < 200; number += 1) add(half, number);
  while (half.merge());
  half.close();
  // What is added later is found as what was there at first.
  const rest = createSegment(file);
  expect(rest.has({ agencyId: 'a7', version: 'v' })).toBe(true);
  expect(rest.has({ agencyId: 'a7', version: 'w' })).toBe(false);
  for (let number = 200; number < 400; number += 1) add(rest, number);
  while (rest.merge());
  rest.close();
  const segment = openSegment(file);
  let hits = 0;
  const word = text.map((all) => all.slice(0, 4).replaceAll('"', ''));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 2 }), (words) => {
      const query = readTextQuery(words.map((each) => `"${each}"`).join(' '));
      if (typeof query === 'string') return;
      const wanted = words.filter((each) => unitsOf(each).length > 0);
      const rows = segment.rowsWith(query.expression);
      for (const { agencyId, firstRow } of segment.reports) {
        const isFound = rows?.[firstRow] === 1;
        hits += Number(isFound);
        expect(isFound).toBe(wanted.every((each) => standsIn(texts[Number(agencyId.slice(1))] ?? '', each)));
      }
    }),
    { numRuns: runs(400) },
  );
  expect(hits).toBeGreaterThan(1_000);
  segment.close();
});

it('counts its format up when the words of a text become others', () => {
  const words = indexWords(unitsOf('2023年,申請１２.5件；\n㈠ Web平台\u200b（⼈⺠）½'));
  expect([segmentFormat, words.join(' ')]).toEqual([1, '2023 年 申请 请 12 5 件 一 web 平台 台 人民 民 1 2']);
});

it('is no file of another release, and no other file', async () => {
  const file = await newFile();
  expect(() => openSegment(file)).toThrow();
  createSegment(file).close();
  expect(openSegment(file).reports).toEqual([]);
  expect(() => openSegment(import.meta.filename)).toThrow();
});
