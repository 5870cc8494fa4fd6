import type { Agency, AgencyLevel } from '../../record/agency.ts';
import type { VersionHead } from '../../record/record-store.ts';
import { type Division, divisionByCode } from '../vocabulary/divisions.ts';

/** What agencies are grouped by. */
export type GroupBy = 'division' | 'level';

/** Agencies that are counted together: all of a division, of the divisions below it one, or of one level. */
export interface Group {
  readonly divisionCode: string | null;
  readonly level: AgencyLevel | null;
  readonly agencies: readonly Pick<Agency, 'id'>[];
  readonly reports: readonly VersionHead[];
  /** Whether an agency within the division, known or not, belongs to it. */
  readonly includes: (agency: Described) => boolean;
}

/** Agencies known and their reports of a year, all within one division. */
export interface Population {
  /** Prefix of the division's code, two to six digits. */
  readonly within: string;
  readonly agencies: readonly Agency[];
  readonly reports: readonly VersionHead[];
  /** Which agencies within the division it is of; all where that is not said. */
  readonly only?: (agency: Described) => boolean;
}

/** What of an agency tells where it belongs. */
export type Described = Pick<Agency, 'name' | 'divisionCode' | 'level'>;

const codeLength = 6;

/** The groups of a population in order of division or level; without `by` it is one group. */
export function groupsOf({ within, agencies, reports, only = () => true }: Population, by: GroupBy | null): Group[] {
  const whole = within.padEnd(codeLength, '0');
  if (by === null) return [{ divisionCode: whole, level: null, agencies, reports, includes: only }];
  const keyOf = by === 'level' ? levelKey : (place: Placement) => divisionBelow(place.divisionCode ?? whole, whole);
  const ofAgencies = Map.groupBy(agencies, keyOf);
  const ofReports = Map.groupBy(reports, keyOf);
  const keys = [...new Set([...ofAgencies.keys(), ...ofReports.keys()])].sort();
  return keys.map((key) => ({
    divisionCode: by === 'level' ? whole : key,
    level: by === 'level' ? (levels.find((level) => level === key) ?? null) : null,
    agencies: ofAgencies.get(key) ?? [],
    reports: ofReports.get(key) ?? [],
    includes: (agency) => only(agency) && keyOf(agency) === key,
  }));
}

type Placement = Pick<Agency, 'divisionCode' | 'level'>;

const levels: readonly AgencyLevel[] = ['central', 'province', 'prefecture', 'county', 'township'];

/** Agencies whose level cannot be told are a group too. */
function levelKey({ level }: Placement): string {
  return level ?? '';
}

/** The division of the level next below, in which another one lies; itself for organs of the division asked. */
function divisionBelow(code: string, whole: string): string {
  const division = divisionByCode(code);
  if (division === null || code === whole) return code;
  return lineage(division).find(({ parentCode }) => parentCode === whole)?.code ?? code;
}

function lineage(division: Division): Division[] {
  const parent = division.parentCode === null ? null : divisionByCode(division.parentCode);
  return parent === null ? [division] : [division, ...lineage(parent)];
}
