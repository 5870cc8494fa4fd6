import type { Indicator } from '../../../schema/record/report.ts';

/** An indicator with whether it stands in a section that is about it. */
export interface FoundIndicator {
  readonly indicator: Indicator;
  readonly atHome: boolean;
}

/** A round figure stands for an exact one that differs by no more than this share. */
const roundingShare = 0.1;

function sameFigure(one: Indicator, other: Indicator): boolean {
  return one.key === other.key && one.value === other.value;
}

function roundedFrom(round: Indicator, exact: Indicator): boolean {
  const near = Math.abs(exact.value - round.value) <= exact.value * roundingShare;
  return round.key === exact.key && round.approximate && !exact.approximate && near;
}

/**
 * One indicator for what is stated more than once: of equal statements the first in a section that is about the figure,
 * else the first; a round figure (14万余) only where no exact one agrees with it. Statements that contradict each other
 * are all kept, for which is right the document does not say.
 */
export function distinctStatements(found: readonly FoundIndicator[]): Indicator[] {
  const preferred = [...found.filter(({ atHome }) => atHome), ...found.filter(({ atHome }) => !atHome)].map(
    ({ indicator }) => indicator,
  );
  const firsts = preferred.filter((one, index) => preferred.findIndex((other) => sameFigure(one, other)) === index);
  const kept = firsts.filter((one) => !firsts.some((other) => roundedFrom(one, other)));
  return kept.toSorted((a, b) => a.section - b.section || a.offset - b.offset);
}
