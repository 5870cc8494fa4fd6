import type { Agency, AgencyLevel } from '../../record/agency.ts';
import { isOfKind, type KindOf, kindKeyOf, typedAgencyOf } from '../../record/lists/agency-list.ts';
import type { KindFilter } from '../../record/record-store.ts';
import { agencyOfHead, type VersionHead } from '../../record/version-head.ts';
import { type Division, divisionByCode } from '../vocabulary/divisions.ts';

/** What agencies are grouped by. */
export type GroupBy = 'division' | 'level' | 'type';

/** Agencies that are counted together: all of a division, of the divisions below it one, of one level, or of one kind of organ. */
export interface Group {
  readonly divisionCode: string | null;
  readonly level: AgencyLevel | null;
  /** Key of the kind of organ; null where they are not grouped by it. */
  readonly type: string | null;
  readonly agencies: readonly Pick<Agency, 'id'>[];
  readonly reports: readonly VersionHead[];
  /** Whether an agency within the division, known or not, belongs to it. */
  readonly includes: (agency: KindOf) => boolean;
}

/** Agencies known and their reports of a year, all within one division. */
export interface Population {
  /** Prefix of the division's code, two to six digits. */
  readonly within: string;
  /** Of which level and kind all of them are. */
  readonly kind: KindFilter;
  readonly agencies: readonly Agency[];
  readonly reports: readonly VersionHead[];
}

const codeLength = 6;

/** The groups of a population in order of division, level or kind; without `by` it is one group. */
export function groupsOf({ within, kind, agencies, reports }: Population, by: GroupBy | null): Group[] {
  const whole = within.padEnd(codeLength, '0');
  const all = { divisionCode: whole, level: null, type: null };
  if (by === null) return [{ ...all, agencies, reports, includes: (agency) => isOfKind(agency, kind) }];
  const keyOf = keys[by](whole);
  const ofAgencies = Map.groupBy(agencies, keyOf);
  const ofReports = Map.groupBy(reports, (head) => keyOf(by === 'type' ? typedAgencyOf(head) : agencyOfHead(head)));
  return [...new Set([...ofAgencies.keys(), ...ofReports.keys()])].sort().map((key) => ({
    ...all,
    ...(by === 'division' ? { divisionCode: key } : {}),
    ...(by === 'level' ? { level: levels.find((level) => level === key) ?? null } : {}),
    ...(by === 'type' ? { type: key } : {}),
    agencies: ofAgencies.get(key) ?? [],
    reports: ofReports.get(key) ?? [],
    includes: (agency) => isOfKind(agency, kind) && keyOf(agency) === key,
  }));
}

/** What tells an agency's group, within a division of six digits; agencies whose level cannot be told are a group too. */
const keys: Readonly<Record<GroupBy, (whole: string) => (agency: KindOf) => string>> = {
  division: (whole) => (agency) => divisionBelow(agency.divisionCode ?? whole, whole),
  level: () => (agency) => agency.level ?? '',
  type: () => kindKeyOf,
};

const levels: readonly AgencyLevel[] = ['central', 'province', 'prefecture', 'county', 'township'];

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
