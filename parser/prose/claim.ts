import { roundPercentEndings, roundPercentWords } from '../../schema/law/vocabulary/claim-words.ts';
import { partMarks, wholeMark } from '../../schema/law/vocabulary/prose-marks.ts';
import type { Scope } from '../../schema/record/scope.ts';
import { type ClauseSubject, noSubject } from './sentence-scopes.ts';
import { anyOf, type Clause, type Sentence } from './sentences.ts';
import type { Statement } from './statement.ts';

/** A figure as a sentence states it: with the indicators it is, none where it is no known one. */
export interface ClaimedFigure {
  readonly keys: readonly string[];
  readonly value: number;
  readonly unit: string;
  readonly approximate: boolean;
  readonly scope: Scope;
}

/** A percentage as printed. */
export interface Percent {
  readonly value: number;
  readonly decimals: number;
  readonly approximate: boolean;
}

interface Claimed {
  /** The sentence it was read from, as printed. */
  readonly text: string;
  /** Ordinal of its section, 0 for the preamble. */
  readonly section: number;
}

/** 予以公开114件,占48.7%: `wholes` are the figures before it that it may be a share of, the likeliest first. */
export interface ShareClaim extends Claimed {
  readonly kind: 'share';
  readonly part: ClaimedFigure;
  readonly percent: Percent;
  readonly wholes: readonly ClaimedFigure[];
  /** The part is said to be part (其中) of the first of `wholes`. */
  readonly ofFirst: boolean;
}

/** 收到申请224件,同比增加24件,增长12%. Falls are negative. What is not stated is null. */
export interface ChangeClaim extends Claimed {
  readonly kind: 'change';
  readonly now: ClaimedFigure;
  readonly percent: Percent | null;
  readonly difference: ClaimedFigure | null;
  readonly before: ClaimedFigure | null;
}

/** 公开信息1913条,其中网站1397条,微信534条: figures said to be parts of a whole, in the order of the text. */
export interface PartsClaim extends Claimed {
  readonly kind: 'parts';
  readonly whole: ClaimedFigure;
  readonly parts: readonly ClaimedFigure[];
}

/** What a sentence says of the relation between figures. */
export type Claim = ShareClaim | ChangeClaim | PartsClaim;

/** 场次 counts what 场 counts, 人次 what 人 does. */
const occasions = /(?<=.)次$/u;

/** Whether two figures are counted in one unit, so that they can be added up or compared. */
export function sameUnit(one: Pick<ClaimedFigure, 'unit'>, other: Pick<ClaimedFigure, 'unit'>): boolean {
  return one.unit.replace(occasions, '') === other.unit.replace(occasions, '');
}

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

/** A figure of a sentence with its place there. */
export interface PlacedFigure extends ClaimedFigure {
  readonly start: number;
  readonly end: number;
  readonly inBrackets: boolean;
  /** Words of its clause before it, back to the figure before. */
  readonly head: string;
  /** Everything between the figure before it, or the sentence's beginning, and this one. */
  readonly before: string;
  /** 其中 stands directly before its clause's own words: it is the first part of the figure before. */
  readonly opensParts: boolean;
}

const partMark = new RegExp(anyOf([...partMarks, wholeMark]), 'u');

/** Every figure of a sentence in order, with the indicators that were read of it and the scope of its clause; another's figure is no indicator. */
export function sentenceFigures(
  { text }: Sentence,
  clauses: readonly Clause[],
  statements: readonly Statement[],
  subjects: readonly ClauseSubject[],
): PlacedFigure[] {
  let last = 0;
  return clauses.flatMap((clause, index) => {
    const { scope, isAnother } = subjects[index] ?? noSubject;
    return clause.figures.map((quantity) => {
      const start = clause.start + quantity.start;
      const between = text.slice(last, start);
      last = clause.start + quantity.end;
      return {
        keys: isAnother ? [] : statements.filter(({ figureStart }) => figureStart === start).map(({ key }) => key),
        value: quantity.value,
        unit: quantity.unit,
        approximate: quantity.approximate,
        scope: scope?.scope ?? 'unknown',
        start,
        end: last,
        inBrackets: clause.inBrackets,
        before: between,
        head: text.slice(Math.max(clause.start, start - between.length), start),
        opensParts: partMark.test(between),
      };
    });
  });
}
