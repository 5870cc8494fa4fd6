import type { Agency, AgencyLevel } from '../../schema/agency.ts';
import { agencyId } from '../../schema/agency-id.ts';
import type { AgencyPlace } from './agency-context.ts';
import type { NamedAgency } from './agency-name.ts';
import { central, township } from './agency-words.ts';

/** The record of a named agency in its place. */
export function agencyOf(named: NamedAgency, place: AgencyPlace): Agency {
  const identity = {
    name: named.name,
    divisionCode: place.division?.code ?? null,
    provinceCode: place.division === null ? place.provinceCode : place.division.code.slice(0, 2),
  };
  return { id: agencyId(identity), ...identity, level: levelOf(named, place) };
}

function levelOf(named: NamedAgency, place: AgencyPlace): AgencyLevel | null {
  if (township.test(named.name.slice(named.located.length))) return 'township';
  if (place.division !== null) return place.division.level;
  const levels = new Set(named.located.divisions.map((division) => division.level));
  if (levels.size === 1) return [...levels][0] ?? null;
  return named.located.length === 0 && central.test(named.name) ? 'central' : null;
}
