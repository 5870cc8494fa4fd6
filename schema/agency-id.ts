import { createHash } from 'node:crypto';
import { divisionsByName } from './vocabulary/division-names.ts';
import { divisionByCode, divisionParents } from './vocabulary/divisions.ts';

/** What of an agency makes its id. */
export interface AgencyIdentity {
  readonly name: string;
  readonly divisionCode: string | null;
  readonly provinceCode: string | null;
}

const digestDigits = 12;
const noProvince = '00';

/**
 * The agency's id, the same in every year: six digits of where it is (its division, else its province, else zeros), `-`,
 * and twelve hexadecimal digits of SHA-256 over those six digits and the organ. The organ is the name without the
 * division names before it, so that 贡井区人民政府 and 自贡市贡井区人民政府 are one agency.
 * (`node:crypto` is the one import in `schema/` that is neither zod nor our own: ids are part of the contract.)
 */
export function agencyId(agency: AgencyIdentity): string {
  const place = agency.divisionCode ?? `${agency.provinceCode ?? noProvince}0000`;
  const organ = organOf(agency.name, agency.divisionCode);
  const digest = createHash('sha256').update(`${place}\n${organ}`).digest('hex');
  return `${place}-${digest.slice(0, digestDigits)}`;
}

function organOf(name: string, divisionCode: string | null): string {
  const division = divisionCode === null ? null : divisionByCode(divisionCode);
  if (division === null) return name;
  const chain = [...divisionParents(division).reverse(), division];
  return chain.reduce((rest, each) => withoutDivision(rest, each.code), name) || name;
}

function withoutDivision(name: string, code: string): string {
  for (let length = name.length; length > 1; length -= 1) {
    const isThis = divisionsByName(name.slice(0, length)).some((division) => division.code === code);
    if (isThis) return name.slice(length);
  }
  return name;
}
