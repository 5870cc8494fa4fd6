import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { extractIndicators } from '../../parser/prose/extract-indicators.ts';
import { SectionKey } from '../../schema/law/vocabulary/sections.ts';
import { Agency } from '../../schema/record/agency.ts';

/** `says`: the figures of indicators that a careful reader finds in the sentence; `year` and `agency`: those of its report, if they matter. */
const Sentence = z.object({
  section: SectionKey,
  text: z.string(),
  says: z.array(z.string()),
  year: z.int().optional(),
  agency: Agency.pick({ name: true, divisionCode: true, level: true }).optional(),
});
type Sentence = z.infer<typeof Sentence>;

/** `leastFound`: the share of the labelled figures that must be found. */
interface SentenceSet {
  readonly name: string;
  readonly file: string;
  readonly sentences: number;
  readonly leastFound: number;
}

/**
 * Each set was labelled before it was first run, in wordings unlike those the phrases knew then.
 *
 * - `tuned`: 320 of 413 figures were found at first, and 11 that are not labelled. Three labels were completed then, and five
 *   taken away because 办理 does not say whether an application was received or closed; later four were completed (complaints
 *   denied, people trained, 均予以公开). Phrases were added for it.
 * - `first`: 149 of 215 were found at first, and 12 that are not labelled. Eight sentences were labelled anew: a closing of all
 *   applications is one on time too, 办理 and published replies count neither decisions nor proposals, 全国人大代表建议 is a
 *   ministry's total, a figure of 全市 counts with its scope.
 * - `second`: 57 of 66 were found at first, and none that is not labelled.
 * - `third`: 54 of 57 were found at first, and 4 that are not labelled, of which one label was completed.
 * - `fourth`: 35 of 37 were found at first, and 4 that are not labelled, of which two labels were completed.
 * - `fifth` attacks: other times, other organs, wider areas, duties, other things, kinds of absence. 66 of 79 were found at first, and 14
 *   that are not labelled. Five labels were taken away because 均 states no figure, and one was completed.
 * - `sixth` is of the same kinds: 39 of 45 were found at first, and 6 that are not labelled.
 * - `seventh` names who reports in many ways, and areas of every level: 30 of 33 were found at first, and none that is not labelled. One label was
 *   completed (各处室 is the organ).
 * - `eighth` attacks as the fifth does, in other wordings: all 15 were found at first, and 5 that are not labelled.
 * - `ninth` is worded as reports of 2008 to 2018 are: 84 of 115 were found at first, and 6 that are not labelled. Two labels were completed and eight taken
 *   away: 处理 and 办理 do not say whether an application was closed, 均 and 尚在审理中 state no figure, and 条 of 依申请公开 may count either.
 *
 * After each first run what was missed or wrong was mended by kinds.
 */
const sets: readonly SentenceSet[] = [
  { name: 'tuned', file: 'stated-figures.jsonl', sentences: 304, leastFound: 0.95 },
  { name: 'first', file: 'stated-figures-first.jsonl', sentences: 163, leastFound: 0.95 },
  { name: 'second', file: 'stated-figures-second.jsonl', sentences: 61, leastFound: 0.95 },
  { name: 'third', file: 'stated-figures-third.jsonl', sentences: 40, leastFound: 0.94 },
  { name: 'fourth', file: 'stated-figures-fourth.jsonl', sentences: 30, leastFound: 0.94 },
  { name: 'fifth', file: 'stated-figures-fifth.jsonl', sentences: 104, leastFound: 0.95 },
  { name: 'sixth', file: 'stated-figures-sixth.jsonl', sentences: 60, leastFound: 0.9 },
  { name: 'seventh', file: 'stated-figures-seventh.jsonl', sentences: 37, leastFound: 0.95 },
  { name: 'eighth', file: 'stated-figures-eighth.jsonl', sentences: 40, leastFound: 0.95 },
  { name: 'ninth', file: 'stated-figures-ninth.jsonl', sentences: 100, leastFound: 0.9 },
];

function sentencesOf({ file }: SentenceSet): Sentence[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => Sentence.parse(JSON.parse(line)));
}

function figuresIn({ section, text, year, agency }: Sentence): string[] {
  const paragraph = { kind: 'paragraph', text, line: 1, offset: 0 } as const;
  const found = extractIndicators([{ ordinal: 1, key: section, paragraphs: [paragraph] }], {
    year: year ?? null,
    agency: agency ?? null,
  });
  return found.filter(({ key }) => !/\.(?:share|change)$/u.test(key ?? '')).map(({ key, value }) => `${key}=${value}`);
}

it('no sentence is in two sets', () => {
  const texts = sets.flatMap(sentencesOf).map(({ text }) => text);
  expect(new Set(texts).size).toBe(texts.length);
});

describe.each(sets)('figures of narrative and of sections one and five: $name', (set) => {
  const read = sentencesOf(set).map((sentence) => ({ ...sentence, found: figuresIn(sentence) }));
  const labelled = read.flatMap(({ says }) => says).length;
  const wrong = read.flatMap(({ found, says, text }) =>
    found.filter((figure) => !says.includes(figure)).map((figure) => `${figure} in ${text}`),
  );
  const missed = read.flatMap(({ found, says, text }) =>
    says.filter((figure) => !found.includes(figure)).map((figure) => `${figure} in ${text}`),
  );

  it('stand in as many sentences as were labelled', () => {
    expect(read.length).toBe(set.sentences);
  });

  it('are found', () => {
    expect(1 - missed.length / labelled, missed.join('\n')).toBeGreaterThanOrEqual(set.leastFound);
  });

  it('are right, 99 in a hundred', () => {
    const found = read.flatMap((each) => each.found).length;
    expect(1 - wrong.length / found, wrong.join('\n')).toBeGreaterThanOrEqual(0.99);
  });
});
