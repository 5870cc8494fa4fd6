import {
  doubtPrecision,
  type LinkCounts,
  precision,
  recall,
  type SentenceScore,
} from '../test/labelled-sentences/score.ts';
import type { MutationScores } from '../test/support/mutation-scores.ts';

type Row = readonly string[];

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** How many of the reports changed in each way were found, head first. */
export function mutationRows({ scores }: MutationScores): Row[] {
  const rows = scores.map(({ kind, mutants, found }) => [kind, String(mutants), percent(found / Math.max(mutants, 1))]);
  return [['change', 'reports changed', 'found where it is'], ...rows];
}

/** The shares alone, which do not change with the number of reports. */
export function mutationShares(scores: MutationScores): Row[] {
  return mutationRows(scores).map(([kind = '', , share = '']) => [kind, share]);
}

/** How many of the links of labelled sentences were found and are right, head first; sets and runs apart. */
export function sentenceRows(scores: readonly SentenceScore[]): Row[] {
  const rows = scores.flatMap(({ name, sentences, firstRun, now }) => [
    ...(firstRun === null ? [] : [row(`${name}, first run`, sentences, firstRun)]),
    row(name, sentences, now),
  ]);
  return [['sentences', '', 'links found', 'right', 'of what they say found', 'doubts', 'right'], ...rows];
}

function row(name: string, sentences: number, counts: LinkCounts): Row {
  const { found, doubts } = counts;
  const shares = [precision(counts), recall(counts), doubtPrecision(counts)].map(percent);
  const [right = '', all = '', rightDoubts = ''] = shares;
  return [name, String(sentences), String(found), right, all, String(doubts), rightDoubts];
}
