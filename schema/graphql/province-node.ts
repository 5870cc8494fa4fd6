import type { Agency } from '../agency.ts';
import type { Board, Boards } from '../list-store.ts';
import { isWithin } from '../lists/agency-list.ts';
import type { Aggregated } from '../metrics/aggregate.ts';
import type { Group, Population } from '../metrics/province.ts';
import type { VersionHead } from '../record-store.ts';
import { divisionByCode } from '../vocabulary/divisions.ts';

/** A province of which something is stored, by its two digits. */
export interface ProvinceNode {
  readonly prefix: string;
}

/** Agencies of a division: those known, and those that reported for a year. */
export interface CoverageNode {
  readonly year: number;
  readonly agencies: readonly Pick<Agency, 'id'>[];
  readonly reports: readonly VersionHead[];
  /** What `agencies` were taken from, for the missing ones to be named. */
  readonly known: readonly Agency[];
}

/** A measure over a group, and the group itself. */
export interface AggregateNode extends Aggregated {
  readonly group: Group;
  readonly coverage: CoverageNode;
}

const prefixLength = 2;

/** Provinces that agencies lie in, by code; of one at least that one. An agency of an unknown province is in none. */
export async function provinceNodes(boards: Boards, within?: string): Promise<ProvinceNode[]> {
  const { lines } = await boards.agencies(within);
  const prefixes = new Set(lines.map(({ id }) => id.slice(0, prefixLength)));
  return [...prefixes]
    .filter((prefix) => divisionByCode(`${prefix}0000`) !== null)
    .sort()
    .map((prefix) => ({ prefix }));
}

/** Agencies of a division and their reports of a year. */
export async function populationOf(boards: Boards, within: string, year: number): Promise<Population> {
  const [agencies, reports] = await Promise.all([boards.agencies(within), boards.reports(year, within)]);
  return {
    within,
    agencies: agencies.lines.filter((agency) => isWithin(agency, within)),
    reports: reportsWithin(reports, within),
  };
}

export function reportsWithin({ lines }: Board<VersionHead>, within: string): VersionHead[] {
  return lines.filter(({ agencyId }) => isWithin({ id: agencyId }, within));
}
