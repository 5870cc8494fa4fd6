import type { ClaimedFigure } from './claim.ts';

/** 场次 counts what 场 counts, 人次 what 人 does. */
const occasions = /(?<=.)次$/u;

/** Whether two figures are counted in one unit, so that they can be added up or compared. */
export function sameUnit(one: Pick<ClaimedFigure, 'unit'>, other: Pick<ClaimedFigure, 'unit'>): boolean {
  return one.unit.replace(occasions, '') === other.unit.replace(occasions, '');
}
