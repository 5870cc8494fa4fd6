import { type SentenceScore, sentenceScores } from '../labelled-sentences/score.ts';
import { corpusScores, generatedScores, type MutationScores } from './mutation-scores.ts';

/** What `docs/rules.md` says of how well the rules find what is wrong. */
export interface ReferenceScores {
  readonly generated: MutationScores;
  readonly corpus: MutationScores;
  readonly sentences: readonly SentenceScore[];
}

const generatedReports = 40;
const seed = 20;
const changesOfEach = 2;

export async function referenceScores(): Promise<ReferenceScores> {
  return {
    generated: generatedScores(generatedReports, seed),
    corpus: await corpusScores(changesOfEach),
    sentences: sentenceScores(),
  };
}
