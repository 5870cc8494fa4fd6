import { describe, expect, it } from 'vitest';
import { doubtPrecision, labelledSentences, precision, recall, sentenceScores } from './score.ts';

/** The share of what a sentence says that must be found, by the set it is in. */
const leastRecall: Readonly<Record<string, number>> = { tuned: 0.9, 'mended after': 0.75, 'held out': 0.75 };

describe('sentences labelled by hand', () => {
  it('are at least 300, and 100 that no phrase was made for', () => {
    expect(sentenceScores().map(({ name, sentences }) => [name, sentences])).toEqual([
      ['tuned', 310],
      ['mended after', 138],
      ['held out', 105],
    ]);
    const places = labelledSentences().map(({ context, section, text }) => `${context}${section}${text}`);
    expect(new Set(places).size).toBe(places.length);
  });
});

describe.each(sentenceScores().map((score) => [score.name, score] as const))('sentences %s', (name, score) => {
  const misjudged = JSON.stringify(score.misjudged, null, 1);

  it('are linked to figures with a precision of at least 95 %', () => {
    expect(precision(score.now), misjudged).toBeGreaterThanOrEqual(0.95);
  });

  it('raise doubts of which at least 95 % are right', () => {
    expect(doubtPrecision(score.now), misjudged).toBeGreaterThanOrEqual(0.95);
  });

  it('are mostly found', () => {
    expect(recall(score.now), misjudged).toBeGreaterThanOrEqual(leastRecall[name] ?? 1);
  });
});
