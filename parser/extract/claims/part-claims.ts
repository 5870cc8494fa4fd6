import { comparisonMarks } from '../../../schema/law/vocabulary/prose-marks.ts';
import { anyOf } from '../indicators/words.ts';
import type { PartsClaim } from './claim.ts';
import { sameUnit } from './same-unit.ts';
import type { PlacedFigure } from './sentence-figures.ts';
import type { SentenceClaim } from './share-claims.ts';

const comparison = new RegExp(anyOf(comparisonMarks), 'u');

/**
 * Parts said of a whole, in brackets after it or after 其中, as far as they are counted in its unit. A second 其中 after
 * parts may be of the last part or of the whole again, so it is left.
 */
export function partClaims(
  figures: readonly PlacedFigure[],
  earlier: readonly PlacedFigure[],
): SentenceClaim<PartsClaim>[] {
  const all = [...earlier, ...figures];
  const taken = new Set<PlacedFigure>();
  return all.flatMap((first, index) => {
    const whole = all[index - 1];
    if (whole === undefined || taken.has(whole) || !opens(first, whole) || !sameUnit(first, whole)) return [];
    const parts = partsFrom(all.slice(index), first, whole);
    for (const part of parts) taken.add(part);
    return parts.length === 0 || !figures.includes(first) ? [] : [{ kind: 'parts' as const, whole, parts, at: null }];
  });
}

function opens(first: PlacedFigure, whole: PlacedFigure): boolean {
  return first.opensParts || (first.inBrackets && !whole.inBrackets && !comparison.test(first.before));
}

function partsFrom(rest: readonly PlacedFigure[], first: PlacedFigure, whole: PlacedFigure): PlacedFigure[] {
  const parts: PlacedFigure[] = [];
  for (const figure of rest) {
    const ends = figure !== first && (figure.opensParts || figure.inBrackets !== first.inBrackets);
    if (ends || !sameUnit(figure, whole) || comparison.test(figure.head)) break;
    parts.push(figure);
  }
  return parts;
}
