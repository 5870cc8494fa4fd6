import { percentKeys } from '../../schema/law/vocabulary/indicators.ts';
import { changeClaims } from './change-claims.ts';
import type { ClaimedFigure, Percent } from './claim.ts';
import type { ReadSentence } from './read-sentences.ts';
import type { Clause } from './sentences.ts';
import { shareClaims } from './share-claims.ts';
import type { Statement } from './statement.ts';

interface PlacedClaim {
  readonly figure: ClaimedFigure;
  readonly ending: string;
  readonly percent: Percent | null;
  readonly at: number | null;
}

/** Shares and changes that a sentence gives of one known indicator, as indicators of their own: applications.granted.share, 65.1 %. */
export function percentStatements(
  { sentence, clauses, figures, earlier }: ReadSentence,
  year: number | null,
): Statement[] {
  const shares = shareClaims(sentence.text, figures, earlier).map(
    ({ part, percent, at }): PlacedClaim => ({ figure: part, ending: percentKeys.share, percent, at }),
  );
  const changes = changeClaims(sentence.text, figures, year).map(
    ({ now, percent, at }): PlacedClaim => ({ figure: now, ending: percentKeys.change, percent, at }),
  );
  return [...shares, ...changes].flatMap((claim) => statementOf(claim, clauses));
}

function statementOf({ figure, ending, percent, at }: PlacedClaim, clauses: readonly Clause[]): Statement[] {
  const [key, ...others] = figure.keys;
  const clause = clauses.find(({ start, end }) => at !== null && start <= at && at < end);
  if (key === undefined || others.length > 0 || percent === null || at === null || clause === undefined) return [];
  const { value, approximate } = percent;
  const place = { start: clause.start, end: clause.end, figureStart: at, atHome: false };
  return [{ key: key + ending, value, unit: '%', approximate, ...place }];
}
