import { roundPercentEndings, roundPercentWords } from '../../../schema/law/vocabulary/claim-words.ts';
import { anyOf } from '../indicators/words.ts';
import type { Percent } from './claim.ts';

/** A percentage and where it stands in its sentence: `start` at its first digit or at 约, `end` after the sign. */
export interface PlacedPercent extends Percent {
  readonly start: number;
  readonly end: number;
}

const pattern = new RegExp(
  `(?<before>${anyOf(roundPercentWords)})?(?<![\\d.])(?<number>\\d+(?:\\.(?<decimals>\\d+))?)%(?<after>${anyOf(roundPercentEndings)})?`,
  'gu',
);

/** Every percentage of an aligned sentence, in order. */
export function percents(text: string): PlacedPercent[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    value: Number(match.groups?.number),
    decimals: match.groups?.decimals?.length ?? 0,
    approximate: match.groups?.before !== undefined || match.groups?.after !== undefined,
    start: match.index,
    end: match.index + match[0].length,
  }));
}
