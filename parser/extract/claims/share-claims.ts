import { shareFillers, shareWords, wholeWords } from '../../../schema/vocabulary/claim-words.ts';
import { anyOf } from '../indicators/words.ts';
import type { ShareClaim } from './claim.ts';
import { percents } from './percents.ts';
import { sameUnit } from './same-unit.ts';
import type { PlacedFigure } from './sentence-figures.ts';

/** Between a part and its percentage nothing may stand but 占 with the words for the whole. */
const between = new RegExp(`^[,、(]?${anyOf(shareWords)}${anyOf(wholeWords)}{0,3}${anyOf(shareFillers)}?$`, 'u');

export type SentenceClaim<Kind> = Omit<Kind, 'text' | 'section'>;

/**
 * Shares stated directly after the figure they are of. `earlier` are figures of the sentences that this one goes on
 * about; a share is never of a figure after it.
 */
export function shareClaims(
  text: string,
  figures: readonly PlacedFigure[],
  earlier: readonly PlacedFigure[],
): SentenceClaim<ShareClaim>[] {
  return percents(text).flatMap(({ start, end: _, ...percent }) => {
    const part = figures.findLast((figure) => figure.end <= start);
    if (part === undefined || !between.test(text.slice(part.end, start))) return [];
    const before = [...earlier, ...figures].filter((figure) => figure !== part && precedes(figure, part, earlier));
    const whole = wholeBefore(part, [...earlier, ...figures]);
    const others = before.filter((figure) => figure !== whole && sameUnit(figure, part));
    return [
      {
        kind: 'share' as const,
        part,
        percent,
        wholes: [...(whole === null ? [] : [whole]), ...others],
        ofFirst: whole !== null,
      },
    ];
  });
}

function precedes(figure: PlacedFigure, part: PlacedFigure, earlier: readonly PlacedFigure[]): boolean {
  return earlier.includes(figure) || figure.end <= part.start;
}

/** The figure before the last 其中 that stands before the part; null where none does. */
function wholeBefore(part: PlacedFigure, figures: readonly PlacedFigure[]): PlacedFigure | null {
  const upTo = figures.slice(0, figures.indexOf(part) + 1);
  const opening = upTo.findLastIndex((figure) => figure.opensParts);
  const whole = opening > 0 ? upTo[opening - 1] : undefined;
  return whole !== undefined && sameUnit(whole, part) ? whole : null;
}
