import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SectionKey } from '../../schema/vocabulary/sections.ts';
import { verdictsOn } from './verdicts.ts';

/** `says`: what the sentence says of its report's figures and whether that is so, labelled by hand. */
const Labelled = z.object({
  context: z.string(),
  section: SectionKey.nullable(),
  text: z.string(),
  says: z.array(z.string()),
});

const sentences = readFileSync('test/labelled-sentences/sentences.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => Labelled.parse(JSON.parse(line)));

const judged = sentences.map(({ context, section, text, says }) => {
  const found = verdictsOn(text, section ?? 'overview', context);
  const wrong = found.filter((verdict) => !says.includes(verdict));
  const missed = says.filter((label) => !found.includes(label));
  return { text, says, found, wrong, missed };
});

const count = (lists: readonly (readonly string[])[]) => lists.reduce((sum, list) => sum + list.length, 0);
const isDoubt = (verdict: string) => verdict.includes(' contradicts ');
const report = judged.filter(({ wrong, missed }) => wrong.length + missed.length > 0);

describe('sentences labelled by hand', () => {
  it('are at least 300', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(300);
    expect(new Set(sentences.map(({ context, section, text }) => `${context}${section}${text}`)).size).toBe(
      sentences.length,
    );
  });

  it('are linked to figures with a precision of at least 95 %', () => {
    const found = count(judged.map((each) => each.found));
    const wrong = judged
      .filter((each) => each.wrong.length > 0)
      .map((each) => ({ text: each.text, wrong: each.wrong }));
    expect(1 - count(wrong.map((each) => each.wrong)) / found, JSON.stringify(wrong, null, 1)).toBeGreaterThanOrEqual(
      0.95,
    );
  });

  it('raise doubts of which at least 95 % are right', () => {
    const doubts = judged.map((each) => each.found.filter(isDoubt));
    const wrong = judged.map((each) => each.wrong.filter(isDoubt));
    expect(1 - count(wrong) / count(doubts), JSON.stringify(report, null, 1)).toBeGreaterThanOrEqual(0.95);
  });

  it('are mostly found: at least 90 % of what they say', () => {
    const missed = count(judged.map((each) => each.missed));
    expect(1 - missed / count(judged.map((each) => each.says)), JSON.stringify(report, null, 1)).toBeGreaterThanOrEqual(
      0.9,
    );
  });
});
