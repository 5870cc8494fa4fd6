import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { SectionKey } from '../../schema/law/vocabulary/sections.ts';
import { verdictsOn } from './verdicts.ts';

/** `says`: what the sentence says of its report's figures and whether that is so, labelled by hand. */
const Labelled = z.object({
  context: z.string(),
  section: SectionKey.nullable(),
  text: z.string(),
  says: z.array(z.string()),
});
type Labelled = z.infer<typeof Labelled>;

/** Links from sentences to figures: how many are labelled, how many were found, how many of those are not labelled. */
export interface LinkCounts {
  readonly labelled: number;
  readonly found: number;
  readonly wrong: number;
  /** Of those found, how many contradict a figure. */
  readonly doubts: number;
  readonly wrongDoubts: number;
}

interface SentenceSet {
  readonly name: string;
  readonly file: string;
  /** Counts of the first run, for sentences that were labelled before the phrases had seen them. */
  readonly firstRun?: LinkCounts;
}

/**
 * The phrases were made for the first set. The second was labelled apart from them; after its first run what was generally
 * wrong was mended. The third was labelled and run after that; one false doubt was mended.
 */
const sets: readonly SentenceSet[] = [
  { name: 'tuned', file: 'sentences.jsonl' },
  {
    name: 'mended after',
    file: 'mended-after.jsonl',
    firstRun: { labelled: 197, found: 117, wrong: 5, doubts: 13, wrongDoubts: 0 },
  },
  {
    name: 'held out',
    file: 'held-out.jsonl',
    firstRun: { labelled: 172, found: 142, wrong: 3, doubts: 19, wrongDoubts: 1 },
  },
];

/** A sentence that was judged otherwise than it is labelled. */
interface Misjudged {
  readonly text: string;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

export interface SentenceScore {
  readonly name: string;
  readonly sentences: number;
  readonly firstRun: LinkCounts | null;
  readonly now: LinkCounts;
  readonly misjudged: readonly Misjudged[];
}

export function sentenceScores(): SentenceScore[] {
  return sets.map(scoreOf);
}

/** Every labelled sentence of every set. */
export function labelledSentences(): Labelled[] {
  return sets.flatMap(({ file }) => read(file));
}

function read(file: string): Labelled[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => Labelled.parse(JSON.parse(line)));
}

const isDoubt = (verdict: string): boolean => verdict.includes(' contradicts ');

function scoreOf({ name, file, firstRun }: SentenceSet): SentenceScore {
  const judged = read(file).map(({ context, section, text, says }) => {
    const found = verdictsOn(text, section ?? 'overview', context);
    const wrong = found.filter((verdict) => !says.includes(verdict));
    return { text, says, found, wrong, missed: says.filter((label) => !found.includes(label)) };
  });
  const [found, wrong] = [judged.flatMap((each) => each.found), judged.flatMap((each) => each.wrong)];
  return {
    name,
    sentences: judged.length,
    firstRun: firstRun ?? null,
    now: {
      labelled: judged.flatMap(({ says }) => says).length,
      found: found.length,
      wrong: wrong.length,
      doubts: found.filter(isDoubt).length,
      wrongDoubts: wrong.filter(isDoubt).length,
    },
    misjudged: judged
      .filter((each) => each.wrong.length + each.missed.length > 0)
      .map((each) => ({ text: each.text, wrong: each.wrong, missed: each.missed })),
  };
}

/** The share of what was found that is labelled. */
export function precision({ found, wrong }: LinkCounts): number {
  return 1 - wrong / Math.max(found, 1);
}

/** The share of the doubts that are labelled. */
export function doubtPrecision({ doubts, wrongDoubts }: LinkCounts): number {
  return 1 - wrongDoubts / Math.max(doubts, 1);
}

/** The share of what is labelled that was found. */
export function recall({ labelled, found, wrong }: LinkCounts): number {
  return (found - wrong) / Math.max(labelled, 1);
}
