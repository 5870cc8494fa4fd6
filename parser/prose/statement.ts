import type { Indicator } from '../../schema/record/report.ts';
import { differentScopes, scopeOf } from '../../schema/record/scope.ts';

/** A figure found in a sentence. `start` and `end` of its clause are indices of the sentence. */
export interface Statement {
  readonly key: string;
  readonly value: number;
  readonly unit: string | null;
  readonly approximate: boolean;
  readonly start: number;
  readonly end: number;
  /** Where the figure itself begins in the sentence; of an absence the clause's start. */
  readonly figureStart: number;
  /** It stands in a section that is about it. */
  readonly atHome: boolean;
}

/** An indicator with whether it stands in a section that is about it. */
export interface FoundIndicator {
  readonly indicator: Indicator;
  readonly atHome: boolean;
}

/** A round figure stands for an exact one that differs by no more than this share. */
const roundingShare = 0.1;

/** Of one key, and not known to be of two scopes: 市本级2件 is another figure than 全市2件. */
function comparable(one: Indicator, other: Indicator): boolean {
  return one.key === other.key && !differentScopes(scopeOf(one), scopeOf(other));
}

function sameFigure(one: Indicator, other: Indicator): boolean {
  return comparable(one, other) && one.value === other.value;
}

function roundedFrom(round: Indicator, exact: Indicator): boolean {
  const near = Math.abs(exact.value - round.value) <= exact.value * roundingShare;
  return comparable(round, exact) && round.approximate && !exact.approximate && near;
}

/**
 * One indicator for what is stated more than once: of equal statements the first in a section that is about the figure,
 * else the first; a round figure (14万余) only where no exact one agrees with it. Statements that contradict each other
 * are all kept, for which is right the document does not say. Where the statement kept does not tell its scope, an equal
 * one that does tells it.
 */
export function distinctStatements(found: readonly FoundIndicator[]): Indicator[] {
  const preferred = [...found.filter(({ atHome }) => atHome), ...found.filter(({ atHome }) => !atHome)].map(
    ({ indicator }) => indicator,
  );
  const firsts = preferred.filter((one, index) => preferred.findIndex((other) => sameFigure(one, other)) === index);
  const kept = firsts.filter((one) => !firsts.some((other) => roundedFrom(one, other)));
  const scoped = kept.map((one) => (scopeOf(one) === 'unknown' ? { ...one, ...scopeElsewhere(one, preferred) } : one));
  return scoped.toSorted((a, b) => a.section - b.section || a.offset - b.offset);
}

/** The scope of the first equal statement that tells it; none where equal statements tell different ones. */
function scopeElsewhere(one: Indicator, all: readonly Indicator[]): Pick<Indicator, 'scope'> {
  const told = all.filter((other) => sameFigure(one, other) && scopeOf(other) !== 'unknown');
  const scopes = new Set(told.map(scopeOf));
  return scopes.size === 1 ? { scope: told[0]?.scope } : {};
}
