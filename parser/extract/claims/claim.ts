import type { Scope } from '../../../schema/record/scope.ts';

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
