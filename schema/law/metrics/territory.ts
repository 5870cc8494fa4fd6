import { agencyKind } from '../../record/agency-id.ts';
import type { Denominator, Denominators } from '../../record/denominator.ts';
import type { VersionHead } from '../../record/version-head.ts';
import type { DenominatorMeasure } from '../vocabulary/denominators.ts';
import { divisionByCode, divisionParents } from '../vocabulary/divisions.ts';

type Reporting = Pick<VersionHead, 'agencyName' | 'divisionCode' | 'level'>;

/**
 * The division that is an agency's whole area: its own, where the agency is one of that level. The area of a township, of a zone and of a
 * university is none of the vocabulary, though each lies in one; null for these, and where the division is not known.
 */
export function territoryOf({ agencyName, divisionCode, level }: Reporting): string | null {
  const division = divisionCode === null ? null : divisionByCode(divisionCode);
  if (division === null || division.level !== level) return null;
  const { key, duty } = agencyKind({ name: agencyName, divisionCode });
  return duty === 'zone' || (duty === null && key !== 'other') ? null : division.code;
}

/** What the territory of a report's agency has of a measure in the report's year; null where it has no such territory or nothing is imported. */
export function denominatorFor(
  head: Reporting & Pick<VersionHead, 'year'>,
  measure: DenominatorMeasure,
  denominators: Denominators,
): Denominator | null {
  // Most divisions have none, and a name takes longer to look at.
  const found = head.divisionCode === null ? null : denominators.of(head.divisionCode, head.year, measure);
  return found === null || territoryOf(head) === null ? null : found;
}

/** Whether no two of these are one division, and none lies in another. */
export function areApart(codes: readonly string[]): boolean {
  const all = new Set(codes);
  if (all.size < codes.length) return false;
  return codes.every((code) => {
    const division = divisionByCode(code);
    return division !== null && divisionParents(division).every((parent) => !all.has(parent.code));
  });
}
