import type { Agency } from '../agency.ts';
import { agencyKind } from '../agency-id.ts';
import type { Lists } from '../list-store.ts';
import type { AgencyCondition, AgencyFilter, KindFilter, Page, PageRequest, PlaceFilter } from '../record-store.ts';
import { agencyOfHead, type VersionHead } from '../version-head.ts';
import { pageOf } from './keyset.ts';
import { nameTest } from './name-search.ts';
import { byDivisionAndName, rankOf } from './order.ts';

/** Agencies by division and name. Those of years are the ones with a report of any of them, as the newest of these names them. */
export async function agencyPage(lists: Lists, filter: AgencyFilter, page: PageRequest): Promise<Page<Agency>> {
  const within = placeWithin(filter);
  const lines =
    filter.years === undefined ? (await lists.agencies(within)).lines : await reporting(lists, filter.years, within);
  const test = eitherTest(filter, agencyTest);
  return pageOf({ lines: lines.filter(test), rank: rankOf, name: ['agencies', filter] }, page);
}

async function reporting(lists: Lists, years: readonly number[], division: string | undefined): Promise<Agency[]> {
  const reports = await Promise.all(
    years.toSorted((one, other) => one - other).map(async (year) => (await lists.reports(year, division)).lines),
  );
  const newest = new Map(reports.flat().map((head) => [head.agencyId, agencyOfHead(head)]));
  return years.length === 1 ? [...newest.values()] : [...newest.values()].sort(byDivisionAndName((agency) => agency));
}

/** Whether a filter's own conditions hold of a line, and one of its alternatives where it has any. */
export function eitherTest<Condition, Line>(
  filter: Condition & { readonly or?: readonly Condition[] },
  testOf: (condition: Condition) => (line: Line) => boolean,
): (line: Line) => boolean {
  const test = testOf(filter);
  const alternatives = filter.or?.map(testOf);
  return (line) => test(line) && (alternatives === undefined || alternatives.some((each) => each(line)));
}

function agencyTest(condition: AgencyCondition): (agency: Agency) => boolean {
  const { placed, nameContains } = condition;
  const isNamed = nameTest(nameContains ?? '');
  return (agency) =>
    isInPlace(agency, condition) &&
    (placed === undefined || isPlaced(agency) === placed) &&
    isNamed(agency) &&
    isOfKind(agency, condition);
}

/** Whether it is known where an agency is: its division, or the whole country. */
function isPlaced({ divisionCode, level }: Agency): boolean {
  return divisionCode !== null || level === 'central';
}

/** Whether an agency is of a level and kind of organ; the kind is the one that a register says of it, else its name's. */
export function isOfKind(agency: KindOf, { level, levels, type, types }: KindFilter): boolean {
  return (
    (level === undefined || agency.level === level) &&
    (levels === undefined || levels.some((each) => each === agency.level)) &&
    (type === undefined || kindKeyOf(agency) === type) &&
    (types === undefined || types.includes(kindKeyOf(agency)))
  );
}

/** What tells the kind of an agency. */
export type KindOf = Pick<Agency, 'name' | 'divisionCode' | 'level'> & { readonly type?: string };

export function kindKeyOf(agency: KindOf): string {
  return agency.type ?? agencyKind(agency).key;
}

/** Kinds that were told from names. A line stays the same object while it does not change, and goes with its list. */
const kindsOfHeads = new WeakMap<VersionHead, string>();

/** The agency of a document with its kind, which is told from its name once. */
export function typedAgencyOf(head: VersionHead): KindOf & Agency {
  const agency = agencyOfHead(head);
  const type = kindsOfHeads.get(head) ?? kindKeyOf(agency);
  kindsOfHeads.set(head, type);
  return { ...agency, type };
}

/** Whether the agency of a document is of a level and kind of organ. */
export function isHeadOfKind(head: VersionHead, filter: KindFilter): boolean {
  const asksKind = filter.type !== undefined || filter.types !== undefined;
  return isOfKind(asksKind ? typedAgencyOf(head) : agencyOfHead(head), filter);
}

/**
 * Whether an agency lies in a division, given by its code in two, four or six digits: 51, 5110 and 511000, and 510000 for the whole province.
 * An id begins with where the agency is.
 */
export function isWithin({ id }: Pick<Agency, 'id'>, division: string | undefined): boolean {
  return division === undefined || id.startsWith(division.replace(/(?:00){1,2}$/, ''));
}

/** Whether an agency lies in the division asked for, and in one of those asked for. */
export function isInPlace(agency: Pick<Agency, 'id'>, { division, divisions }: PlaceFilter): boolean {
  return isWithin(agency, division) && (divisions === undefined || divisions.some((each) => isWithin(agency, each)));
}

/** The division in which all that a filter asks for lies, as lists take it; absent where there is none. */
export function placeWithin({ division, divisions = [] }: PlaceFilter): string | undefined {
  if (division !== undefined) return division;
  const [first, ...others] = new Set(divisions.map((each) => each.slice(0, 2)));
  return divisions.length === 1 ? divisions[0] : others.length > 0 ? undefined : first;
}
