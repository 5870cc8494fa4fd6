import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInText } from '../../../parser/search/find.ts';
import { readTextQuery } from '../../../parser/search/query.ts';
import '../../support/fixed-seed.ts';
import { standsIn } from '../../support/plain-scan.ts';
import { runs } from '../../support/runs.ts';

const text =
  '2023年,全市共收到政府信息公开申请234件,同比增长12.5%;其中予以公开１００件。\n依 申請公開工作以Web平台为主。坚持“以公开为常态”!';

function found(query: string, within = text) {
  const read = readTextQuery(query);
  if (typeof read === 'string') throw new Error(read);
  return findInText(within, read);
}

/** What of the sentences is marked. */
function marked(query: string, within = text): string[][] | null {
  return (
    found(query, within)?.map((sentence) =>
      sentence.words.map(({ offset, length }) => sentence.text.slice(offset, offset + length)),
    ) ?? null
  );
}

describe('a search in a text', () => {
  it.each([
    ['信息公开', [['信息公开']]],
    ['"信息 公开"', [['信息公开']]],
    ['信息公开 予以', [['信息公开'], ['予以']]],
    ['申请公开', [['申請公開']]],
    ['依申请', [['依 申請']]],
    ['100件', [['１００件']]],
    ['WEB', [['Web']]],
    ['１２.５', [['12.5']]],
    ['234件,同比', [['234件,同比']]],
    ['“以公开为常态”', [['以公开为常态']]],
    ['件。依申请', [['件。\n依 申請']]],
    ['公开 信息公开 息公', [['信息公开'], ['公开'], ['公開'], ['公开']]],
  ])('finds %s', (query, words) => {
    expect(marked(query)).toEqual(words);
  });

  it.each(['区块链', '34件', '23', '年全市', '公开 区块链', 'We', '234 件同比', '"件 依申请 公开 为主"'])(
    'does not find %s',
    (query) => {
      expect(found(query)).toBeNull();
    },
  );

  it('gives sentences as printed, and where they stand', () => {
    for (const { text: sentence, offset } of found('公开') ?? [])
      expect(text.slice(offset).startsWith(sentence)).toBe(true);
    expect(found('予以公开')).toEqual([
      { text: '其中予以公开１００件。', offset: 34, words: [{ offset: 2, length: 4 }] },
    ]);
    expect(found('坚持')?.[0]?.text).toBe('坚持“以公开为常态”!');
  });

  it('counts radicals and ideographs of compatibility as what they stand for', () => {
    expect(marked('人民来信', '接待⼈⺠来信3件')).toEqual([['⼈⺠来信']]);
    expect(marked('人民', '接待⼈⺠来信3件')).toEqual([['⼈⺠']]);
  });

  it('is not led astray by characters outside the first plane, nor by halves of them', () => {
    expect(marked('𠮷林', '吉林、𠮷林\ud842')).toEqual([['𠮷林']]);
    expect(readTextQuery('\ud842')).toBe('nothing-to-find');
  });
});

describe('what is searched for', () => {
  it.each([
    ['', 'nothing-to-find'],
    [' \u0000\u200b。,!', 'nothing-to-find'],
    ['""', 'nothing-to-find'],
    ['公', 'one-ideograph'],
    ['信息 公', 'one-ideograph'],
    ['信'.repeat(201), 'too-long'],
    [Array.from({ length: 11 }, (_, index) => `w${index}`).join(' '), 'too-many-phrases'],
  ])('is refused where it cannot be found: %s', (query, problem) => {
    expect(readTextQuery(query)).toBe(problem);
  });

  it('may be one figure or letter, and the same word twice', () => {
    expect(readTextQuery('5')).toMatchObject({ expression: '"5"' });
    expect(readTextQuery('公开 公开 公開')).toMatchObject({ expression: '"公开"' });
  });

  it('has no operators', () => {
    expect(readTextQuery('公开 OR 信息* NEAR(a b) -words:x "')).toMatchObject({
      expression: '"公开" AND "or" AND "信息" AND "near a" AND "b" AND "words x"',
    });
  });
});

/** Texts in which a short phrase is likely to stand. */
const searchedText = fc
  .array(fc.constantFrom(...'公开開信息申请請年件报報1２3aＢb。,;! \n\u200b\u3000㈠½'), { maxLength: 40 })
  .map((characters) => characters.join(''));

describe('every text', () => {
  it('is found by what stands in it, and by nothing else', () => {
    fc.assert(
      fc.property(
        searchedText,
        fc.oneof(
          searchedText.map((all) => all.slice(0, 4)),
          searchedText,
        ),
        (within, phrase) => {
          const query = readTextQuery(`"${phrase}"`.slice(0, 100));
          if (typeof query === 'string') return;
          expect(findInText(within, query) !== null).toBe(standsIn(within, phrase));
        },
      ),
      { numRuns: runs(3_000) },
    );
  });

  it('gives sentences that hold what is marked, which is what was searched for', () => {
    fc.assert(
      fc.property(searchedText, fc.nat(40), fc.integer({ min: 2, max: 6 }), (within, from, length) => {
        const phrase = within.slice(from, from + length).replaceAll('"', '');
        const query = readTextQuery(`"${phrase}"`);
        if (typeof query === 'string') return;
        for (const sentence of findInText(within, query) ?? []) {
          expect(within.slice(sentence.offset, sentence.offset + sentence.text.length)).toBe(sentence.text);
          expect(sentence.words.length).toBeGreaterThan(0);
          for (const { offset, length: units } of sentence.words)
            expect(standsIn(sentence.text.slice(offset, offset + units), phrase)).toBe(true);
        }
      }),
      { numRuns: runs(2_000) },
    );
  });
});
