import type { Comparison } from '../comparison.ts';
import type { UndecidedUpload } from '../undecided.ts';

/** What lists of agencies and of their documents are ordered by. */
export interface Placed {
  readonly id: string;
  readonly name: string;
  readonly divisionCode: string | null;
}

/** Where a line stands in such a list: division, name, id. An agency without a division comes before all others. */
export type Rank = readonly (string | number)[];

export function rankOf({ id, name, divisionCode }: Placed): readonly [string, string, string] {
  return [divisionCode ?? '', name, id];
}

/** By the first part in which two ranks differ; strings by their UTF-16 units, so that every machine agrees. */
export function compareRanks(a: Rank, b: Rank): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  const [left, right] = [a[at], b[at]];
  if (left === undefined || right === undefined) return 0;
  return left < right ? -1 : 1;
}

/** Orders lines by division, name and id. */
export function byDivisionAndName<Line>(placed: (line: Line) => Placed): (a: Line, b: Line) => number {
  return (one, other) => {
    const [a, b] = [placed(one), placed(other)];
    return compare(a.divisionCode ?? '', b.divisionCode ?? '') || compare(a.name, b.name) || compare(a.id, b.id);
  };
}

/** Orders what reports say of others by agency and kind. */
export function byAgencyAndKind(one: Comparison, other: Comparison): number {
  return compare(one.agencyId, other.agencyId) || compare(one.kind, other.kind);
}

/** Orders uploads by the ids of their ingestions. */
export function byIngestion(one: UndecidedUpload, other: UndecidedUpload): number {
  return compare(one.ingestionId, other.ingestionId);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
