import { respectively, shareFillers, shareWords, wholeWords } from '../../schema/law/vocabulary/claim-words.ts';
import { comparisonMarks } from '../../schema/law/vocabulary/prose-marks.ts';
import {
  type PartsClaim,
  type PlacedFigure,
  type PlacedPercent,
  percents,
  type ShareClaim,
  sameUnit,
} from './claim.ts';
import { anyOf } from './sentences.ts';

/** Between a part and its percentage nothing may stand but 占 with the words for the whole. */
const between = new RegExp(`^[,、(]?${anyOf(shareWords)}${anyOf(wholeWords)}{0,3}${anyOf(shareFillers)}?$`, 'u');

/** 分别占, between the last of several parts and the first of their percentages. */
const inTurn = new RegExp(
  `^[,、(]?${respectively}${anyOf(shareFillers)}?${anyOf(shareWords)}${anyOf(wholeWords)}{0,3}${anyOf(shareFillers)}?$`,
  'u',
);
/** Between the percentages of a list. */
const listed = /^[、,和及与]$/u;

/** A claim before its sentence is known. `at` is where its percentage stands there, null where it has none. */
export type SentenceClaim<Kind> = Omit<Kind, 'text' | 'section'> & { readonly at: number | null };

/**
 * Shares stated directly after the figure they are of. `earlier` are figures of the sentences that this one goes on
 * about; a share is never of a figure after it.
 */
export function shareClaims(
  text: string,
  figures: readonly PlacedFigure[],
  earlier: readonly PlacedFigure[],
): SentenceClaim<ShareClaim>[] {
  const all = percents(text);
  const turns = new Map(all.flatMap((first) => sharesInTurn(text, figures, all.slice(all.indexOf(first)))));
  return all.flatMap((placed) => {
    const { start, end: _, ...percent } = placed;
    const part = turns.get(placed) ?? figureBefore(text, figures, start);
    if (part === undefined) return [];
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
        at: start,
      },
    ];
  });
}

function figureBefore(text: string, figures: readonly PlacedFigure[], start: number): PlacedFigure | undefined {
  const part = figures.findLast((figure) => figure.end <= start);
  return part !== undefined && between.test(text.slice(part.end, start)) ? part : undefined;
}

/** Of percentages that begin with 分别占 each with its part: as many figures of one unit as there are percentages. */
function sharesInTurn(
  text: string,
  figures: readonly PlacedFigure[],
  from: readonly PlacedPercent[],
): [PlacedPercent, PlacedFigure][] {
  const [first] = from;
  const before = figures.filter((figure) => figure.end <= (first?.start ?? 0));
  const last = before.at(-1);
  if (first === undefined || last === undefined || !inTurn.test(text.slice(last.end, first.start))) return [];
  const ends = from.findIndex((each, at) => !listed.test(text.slice(each.end, from[at + 1]?.start ?? each.end)));
  const list = from.slice(0, ends + 1);
  const parts = before.slice(-list.length);
  if (parts.length < list.length || parts.some((part) => !sameUnit(part, last))) return [];
  return list.flatMap((each, at): [PlacedPercent, PlacedFigure][] => {
    const part = parts[at];
    return part === undefined ? [] : [[each, part]];
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
