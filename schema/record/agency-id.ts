import { createHash } from 'node:crypto';
import { divisionsByContraction, divisionsByFormerName, divisionsByName } from '../law/vocabulary/division-names.ts';
import { divisionByCode, divisionParents } from '../law/vocabulary/divisions.ts';
import { canonicalOrgan, type OrganKind, organKind, soleParent } from '../law/vocabulary/organ-kinds.ts';

/** What of an agency makes its id. */
export interface AgencyIdentity {
  readonly name: string;
  readonly divisionCode: string | null;
  readonly provinceCode: string | null;
  /** A digest of the document, where nothing tells the agency from its namesakes elsewhere. */
  readonly document?: string;
}

const digestDigits = 12;
const noProvince = '00';

/**
 * The agency's id, the same in every year: six digits of where it is (its division, else its province, else zeros), `-`,
 * and twelve hexadecimal digits of SHA-256 over those six digits and the organ. The organ is the name without the
 * division names before it, and without a national organ that all of its kind are branches of, in its full spelling, so that 贡井区市场监管局 and 自贡市贡井区市场监督管理局 are one
 * agency. So are 科右前旗教育局 and 科尔沁右翼前旗教育局, and those of a county and of the city that it became. Where nothing tells an agency from its namesakes, the document is digested too, and the id is its alone.
 * (`node:crypto` is the one import in `schema/` that is neither zod nor our own: ids are part of the contract.)
 */
export function agencyId(agency: AgencyIdentity): string {
  const place = agency.divisionCode ?? `${agency.provinceCode ?? noProvince}0000`;
  const organ = canonicalOrgan(organOf(agency.name, agency.divisionCode));
  const only = agency.document === undefined ? '' : `\n${agency.document}`;
  const digest = createHash('sha256').update(`${place}\n${organ}${only}`).digest('hex');
  return `${place}-${digest.slice(0, digestDigits)}`;
}

/** The agency's name in one spelling, its division by its own name alone: 贡井区市场监督管理局. */
export function canonicalName({ name, divisionCode }: Pick<AgencyIdentity, 'name' | 'divisionCode'>): string {
  const division = divisionCode === null ? null : divisionByCode(divisionCode);
  const organ = canonicalOrgan(organOf(name, divisionCode));
  return division === null || organ.includes(division.name) ? organ : division.name + organ;
}

/** What kind of organ an agency is: 教育, 人民政府, 街道办事处. */
export function agencyKind(agency: Pick<AgencyIdentity, 'name' | 'divisionCode'>): OrganKind {
  return organKind(canonicalOrganOf(agency));
}

/** The name of an agency's organ in one spelling, without its division: 市场监督管理局. */
export function canonicalOrganOf({ name, divisionCode }: Pick<AgencyIdentity, 'name' | 'divisionCode'>): string {
  return canonicalOrgan(organOf(name, divisionCode));
}

function organOf(name: string, divisionCode: string | null): string {
  const division = divisionCode === null ? null : divisionByCode(divisionCode);
  if (division === null) return name;
  const chain = [...divisionParents(division).reverse(), division];
  const own = name.replace(soleParent, '');
  return chain.reduce((rest, each) => withoutDivision(rest, each.code), own) || name;
}

function withoutDivision(name: string, code: string): string {
  for (let length = name.length; length > 1; length -= 1) {
    const place = name.slice(0, length);
    const isThis = [divisionsByName, divisionsByContraction, divisionsByFormerName].some((lookup) =>
      lookup(place).some((division) => division.code === code),
    );
    if (isThis) return name.slice(length);
  }
  return name;
}
