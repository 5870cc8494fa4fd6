import { AgencyLevel } from '../../record/agency.ts';
import { agencyKind, canonicalOrganOf } from '../../record/agency-id.ts';
import { scopeOfHead, type VersionHead } from '../../record/version-head.ts';
import { divisionByCode, divisionParents } from '../vocabulary/divisions.ts';

/** Why reports cannot be added up. */
export type DoubtCode = 'scopeUnknown' | 'overlap' | 'placeUnknown';

/** A report of which it is not known how much of others it counts. */
export interface Doubt {
  /**
   * `scopeUnknown`: nothing tells whether `whole` counts the parts too · `overlap`: it counts some of what they count ·
   * `placeUnknown`: nothing tells whether the parts lie in its area.
   */
  readonly code: DoubtCode;
  readonly whole: VersionHead;
  readonly parts: readonly VersionHead[];
}

/** Reports of a year without those that others of them count already, and what is not certain of them. */
export interface Cover {
  /** No two of these count the same, as far as `doubts` does not say otherwise. */
  readonly reports: readonly VersionHead[];
  /** Reports left out, each with one of `reports` that counts it. */
  readonly leftOut: readonly { readonly report: VersionHead; readonly within: VersionHead }[];
  /** With any, no sum of the reports is certain. */
  readonly doubts: readonly Doubt[];
}

/** How a report may count another: wholly, or perhaps, by the reason for the doubt. */
type Counting = 'counted' | DoubtCode;

interface Edge {
  readonly whole: VersionHead;
  readonly counting: Counting;
}

/** Of reports, which others may count each. */
type Containment = ReadonlyMap<VersionHead, readonly Edge[]>;

/** Made once for a list of reports, whatever is measured of it. */
const containments = new WeakMap<readonly VersionHead[], Containment>();

/**
 * Which reports count the figures of others, as far as scopes and places tell. A government's report on its territory
 * counts every organ and government in it; one on its own level its departments; a report on a system the organs of its
 * kind below; one on a zone the organs of its name. Divisions lie in each other by GB/T 2260.
 */
function containmentOf(reports: readonly VersionHead[]): Containment {
  const known = containments.get(reports);
  if (known !== undefined) return known;
  const wholesBy = candidatesAmong(reports);
  const bureaus = Map.groupBy(reports.filter(mayHaveBranches), systemOf);
  const containment: Containment = new Map(
    reports.map((report) => [
      report,
      [...bureausOf(report, bureaus), ...wholesBy(report).flatMap((whole) => edgeTo(whole, report))],
    ]),
  );
  containments.set(reports, containment);
  return containment;
}

/**
 * Of each report those that may count it, nearest first: of the divisions around it all but the systems at its own level, which are many and
 * count only what is below them; of a report whose place is not known, all.
 */
function candidatesAmong(reports: readonly VersionHead[]): (report: VersionHead) => readonly VersionHead[] {
  const wholes = Map.groupBy(reports.filter(mayCountOthers), ({ divisionCode }) => divisionCode);
  const all = [...wholes.values()].flat();
  // Of a division and level one list, made when it is first asked for.
  const known = new Map<string, readonly VersionHead[]>();
  const within = (code: string | null, level: AgencyLevel | null): readonly VersionHead[] => {
    const ofDivision = wholes.get(code) ?? [];
    if (level === null || ofDivision.length === 0) return ofDivision;
    const key = `${code} ${level}`;
    const found =
      known.get(key) ?? ofDivision.filter((whole) => whole.level !== level || roleOf(whole).duty !== 'other');
    known.set(key, found);
    return found;
  };
  return ({ divisionCode, level }) =>
    divisionCode === null ? all : [null, ...areasOf(divisionCode)].flatMap((code) => within(code, level));
}

/** The cover of `reports`, which are some of `all`. */
export function coverOf(all: readonly VersionHead[], reports: readonly VersionHead[]): Cover {
  const containment = containmentOf(all);
  const among = new Set(reports);
  const counting = (report: VersionHead) =>
    (containment.get(report) ?? []).filter(({ whole, counting }) => counting === 'counted' && among.has(whole));
  const kept = new Set(reports.filter((report) => counting(report).length === 0));
  const keptWhole = (report: VersionHead): VersionHead | undefined => {
    const wholes = counting(report).map(({ whole }) => whole);
    return wholes.find((whole) => kept.has(whole)) ?? wholes.map(keptWhole).find((whole) => whole !== undefined);
  };
  const leftOut = reports.flatMap((report) => {
    const within = keptWhole(report);
    return within === undefined ? [] : [{ report, within }];
  });
  const doubtful = [...kept].flatMap((part) =>
    (containment.get(part) ?? []).flatMap(({ whole, counting: code }) =>
      code !== 'counted' && kept.has(whole) ? [{ part, whole, code }] : [],
    ),
  );
  const doubts = [...Map.groupBy(doubtful, ({ whole }) => whole)].flatMap(([whole, pairs]): Doubt[] => {
    const [first] = pairs;
    return first === undefined ? [] : [{ code: first.code, whole, parts: pairs.map(({ part }) => part) }];
  });
  return { reports: [...kept], leftOut, doubts };
}

/**
 * Every one of `reports`, some of `all`, that counts others of them for certain, with the most of these that do not count one another. One
 * of whose parts it is doubtful what they count is left out, and so is of the parts one that is led from above the whole: the whole may not count it.
 */
export function wholesOf(
  all: readonly VersionHead[],
  reports: readonly VersionHead[],
): { readonly whole: VersionHead; readonly parts: readonly VersionHead[] }[] {
  const containment = containmentOf(all);
  const among = new Set(reports);
  const pairs = reports.flatMap((part) =>
    (containment.get(part) ?? []).flatMap(({ whole, counting }) =>
      counting === 'counted' && among.has(whole) && scopeOfHead(whole) !== 'organ' && !isLedFromAbove(part, whole)
        ? [{ whole, part }]
        : [],
    ),
  );
  return [...Map.groupBy(pairs, ({ whole }) => whole)].flatMap(([whole, ofWhole]) => {
    const cover = coverOf(
      all,
      ofWhole.map(({ part }) => part),
    );
    return cover.doubts.length > 0 ? [] : [{ whole, parts: cover.reports }];
  });
}

const branch = /(?:分局|支局|分中心|支队|大队|所)$/u;

/** Whether an organ is by its name, or by what its kind is at its level, a branch of the bureau above it. */
function isBranch(report: VersionHead): boolean {
  const { agencyName, level } = report;
  return branch.test(agencyName) || (level !== null && level === roleOf(report).branchesAt);
}

/** Reports of one kind of organ in one division. */
function systemOf(report: VersionHead): string {
  return `${report.divisionCode} ${roleOf(report).kind}`;
}

function mayHaveBranches(report: VersionHead): boolean {
  const { duty, kind, isAlone } = roleOf(report);
  return duty === 'other' && kind !== 'other' && !isAlone && report.level !== 'township' && !isBranch(report);
}

/**
 * The bureaus whose branch an organ is: of its kind in its division or the one above it. A branch is a part of its bureau, so its figures are not
 * added beside the bureau's, whether these count them or not.
 */
function bureausOf(report: VersionHead, bureaus: ReadonlyMap<string, readonly VersionHead[]>): Edge[] {
  if (!isBranch(report)) return [];
  const [own = null, above = null] = areasOf(report.divisionCode);
  const organ = organOf(report);
  const near = (code: string | null) => bureaus.get(systemOf({ ...report, divisionCode: code })) ?? [];
  const wholes = [...near(own), ...near(above).filter((bureau) => isBelow(report, bureau))].filter(
    (bureau) => organ.startsWith(organOf(bureau)) || report.level === 'county',
  );
  return wholes.map((whole) => ({ whole, counting: 'counted' }));
}

function organOf({ agencyName, divisionCode }: VersionHead): string {
  return canonicalOrganOf({ name: agencyName, divisionCode });
}

/** A branch of one of a government's departments in a part of its division, whose figures may be among its department's. */
function isBranchBelow(part: VersionHead, whole: VersionHead): boolean {
  return isBranch(part) && areasOf(part.divisionCode)[1] === whole.divisionCode;
}

/** A branch of an organ above the government in whose division it lies: 市公安局东兴分局 is no department of the district. */
function isLedFromAbove(part: VersionHead, whole: VersionHead): boolean {
  const { duty } = roleOf(whole);
  if (duty !== 'government' && duty !== 'office') return false;
  const isUncounted =
    part.divisionCode === whole.divisionCode || (scopeOfHead(whole) === 'ownLevel' && isBranchBelow(part, whole));
  return roleOf(part).isLedFromAbove || (isBranch(part) && isUncounted);
}

/** Reports of one level and kind of organ. */
export interface Alike {
  readonly level: AgencyLevel;
  /** Key of the kind. */
  readonly type: string;
  readonly reports: readonly VersionHead[];
}

/** The most of `reports` of one level and kind that can be added up without doubt, for who was refused a sum of all; null where none can. */
export function mostAddable(all: readonly VersionHead[], reports: readonly VersionHead[]): Alike | null {
  const alike = Map.groupBy(reports, (report) => `${report.level} ${roleOf(report).kind}`);
  const addable = [...alike.values()].flatMap((group): Alike[] => {
    const [first] = group;
    if (first === undefined || first.level === null || coverOf(all, group).doubts.length > 0) return [];
    return [{ level: first.level, type: roleOf(first).kind, reports: group }];
  });
  return addable.reduce<Alike | null>(
    (most, each) => (most !== null && most.reports.length >= each.reports.length ? most : each),
    null,
  );
}

/** None where the whole does not count the report; of two that count each other the government's own stands for both. */
function edgeTo(whole: VersionHead, report: VersionHead): Edge[] {
  if (whole === report) return [];
  const counting = countingOf(whole, report);
  if (counting === null) return [];
  const isMutual = counting === 'counted' && mayCountOthers(report) && countingOf(report, whole) === 'counted';
  return isMutual && precedes(report, whole) ? [] : [{ whole, counting }];
}

function precedes(one: VersionHead, other: VersionHead): boolean {
  const [first, second] = [one, other].map((report) => (roleOf(report).duty === 'government' ? 0 : 1));
  return first === second ? one.agencyId < other.agencyId : (first ?? 0) < (second ?? 0);
}

/** What an agency is, as far as it decides whose figures count its own. */
interface Role {
  readonly kind: string;
  readonly duty: 'government' | 'office' | 'zone' | 'other';
  /** Its figures are in no government's: it is under a system of its own, or no administrative organ. */
  readonly isApart: boolean;
  /** A body that reports on nobody else: a university, a hospital. */
  readonly isAlone: boolean;
  /** The level at which organs of its kind are branches; undefined where at none. */
  readonly branchesAt: AgencyLevel | undefined;
  /** Organs of its kind are led from above their government. */
  readonly isLedFromAbove: boolean;
}

const roles = new WeakMap<VersionHead, Role>();

function roleOf(report: VersionHead): Role {
  const known = roles.get(report);
  if (known !== undefined) return known;
  const kind = agencyKind({ name: report.agencyName, divisionCode: report.divisionCode });
  const { duty } = kind;
  const isGovernment = (duty === 'government' || duty === 'office') && report.level !== 'township';
  const isAlone = duty === null && kind.key !== 'other';
  const role: Role = {
    kind: kind.key,
    duty: isGovernment || duty === 'zone' ? duty : 'other',
    isApart: kind.ownSystem === true || isAlone,
    isAlone,
    branchesAt: kind.branchesAt,
    isLedFromAbove: kind.ledFromAbove === true,
  };
  roles.set(report, role);
  return role;
}

function mayCountOthers(report: VersionHead): boolean {
  const scope = scopeOfHead(report);
  const { duty, kind, isAlone } = roleOf(report);
  if (scope === 'organ' || report.level === 'township' || isAlone) return false;
  return duty !== 'other' || (scope !== 'ownLevel' && kind !== 'other') || scope === 'territory';
}

function countingOf(whole: VersionHead, part: VersionHead): Counting | null {
  const { duty } = roleOf(whole);
  if (duty === 'zone') return byZone(whole, part);
  return duty === 'other' ? bySystem(whole, part) : byGovernment(whole, part);
}

/** Certain where the whole's scope is known; else it is not known whether it counts the part. */
function ifTerritory(whole: VersionHead): Counting {
  return scopeOfHead(whole) === 'unknown' ? 'scopeUnknown' : 'counted';
}

function byGovernment(whole: VersionHead, part: VersionHead): Counting | null {
  if (roleOf(part).isApart) return null;
  if (scopeOfHead(whole) === 'ownLevel') return byLevel(whole, part);
  const lies = liesIn(part, whole);
  if (lies === null) return scopeOfHead(whole) === 'unknown' ? 'scopeUnknown' : 'placeUnknown';
  return lies ? ifTerritory(whole) : null;
}

/** A level is a government and its departments; what reaches further is counted in part. */
function byLevel(whole: VersionHead, part: VersionHead): Counting | null {
  if (isBranchBelow(part, whole)) return 'counted';
  if (part.divisionCode !== null && part.divisionCode !== whole.divisionCode) return null;
  if (part.level !== null && part.level !== whole.level) return null;
  if (part.divisionCode === null || part.level === null) return 'placeUnknown';
  const { duty } = roleOf(part);
  const scope = scopeOfHead(part);
  const isGovernment = duty === 'government' || duty === 'office';
  if (scope === 'organ' || scope === 'ownLevel' || !mayCountOthers(part)) return 'counted';
  if (scope === 'unknown') return 'scopeUnknown';
  return isGovernment ? null : 'overlap'; // a government's territory counts its level, not the other way round
}

const levels = AgencyLevel.options;

function isBelow(part: VersionHead, whole: VersionHead): boolean {
  if (part.level === null || whole.level === null) return part.divisionCode !== whole.divisionCode;
  return levels.indexOf(part.level) > levels.indexOf(whole.level);
}

/** A system counts its own organs below, which the governments below count too. */
function bySystem(whole: VersionHead, part: VersionHead): Counting | null {
  const lies = liesIn(part, whole);
  if (lies === false || !isBelow(part, whole)) return null;
  const { kind, duty } = roleOf(part);
  const own = roleOf(whole);
  if (kind === own.kind && kind !== 'other') return lies === null ? 'placeUnknown' : ifTerritory(whole);
  const counts = (duty === 'government' || duty === 'office') && scopeOfHead(part) !== 'organ';
  return counts && !own.isApart && scopeOfHead(whole) === 'territory' ? 'overlap' : null;
}

const committee = /管理委员会$|管委会$/u;

/** A zone has no code of its own: its organs are told by its name before theirs. */
function byZone(whole: VersionHead, part: VersionHead): Counting | null {
  const zone = whole.agencyName.replace(committee, '');
  const isItsOrgan = part.agencyName.startsWith(zone) && !roleOf(part).isApart && liesIn(part, whole) !== false;
  return isItsOrgan ? ifTerritory(whole) : null;
}

/** Whether a report's agency lies in the division of another's; null where one of the two places is not known. */
function liesIn(part: VersionHead, whole: VersionHead): boolean | null {
  if (part.provinceCode !== null && whole.provinceCode !== null && part.provinceCode !== whole.provinceCode)
    return false;
  if (whole.divisionCode === null) return null;
  if (part.divisionCode === null)
    return part.provinceCode !== null && whole.divisionCode.endsWith('0000') ? true : null;
  return areasOf(part.divisionCode).includes(whole.divisionCode);
}

const areas = new Map<string, readonly string[]>();

/** A division's code and those of the divisions that it lies in. */
function areasOf(code: string | null): readonly string[] {
  if (code === null) return [];
  const known = areas.get(code) ?? [code, ...areasAround(code)];
  areas.set(code, known);
  return known;
}

function areasAround(code: string): string[] {
  const division = divisionByCode(code);
  if (division === null) return [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`];
  return divisionParents(division).map((parent) => parent.code);
}
