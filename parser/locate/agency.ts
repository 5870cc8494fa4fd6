import { createHash } from 'node:crypto';
import { type Division, divisionParents } from '../../schema/law/vocabulary/divisions.ts';
import type { Agency, AgencyLevel } from '../../schema/record/agency.ts';
import { agencyId } from '../../schema/record/agency-id.ts';
import type { AgencyBasis } from '../../schema/record/evidence.ts';
import { compactLines, unspaced } from '../wording/normalise.ts';
import { type AgencyContext, type AgencyPlace, chooseDivision, locateDivision, servedDivisions } from './division.ts';
import { definitions, type Naming, type NamingTexts, namingsIn, speakingPerson } from './namings.ts';
import {
  aliasesOf,
  completeName,
  isBareKind,
  isOfficeOf,
  isSelfSufficient,
  mayBeSame,
  type NamedAgency,
} from './organ-name.ts';
import {
  bareTownship,
  central,
  countyOfOneName,
  government,
  namesOrgan,
  nationalParents,
  partyOrgan,
  startsPlaceless,
  township,
  unlistedPart,
} from './organ-words.ts';
import {
  likelyDivisions,
  mayHost,
  ownSentences,
  type PlaceTexts,
  placedName,
  placeIncludes,
  placeOf,
  placesAgree,
  spelledOut,
} from './place.ts';

/** What a document says of who reports. Never the hosting site's footer, nor links to other agencies' reports. */
export interface AgencyEvidence {
  /** Lines that may be the report's title, the likeliest first. */
  readonly titles: readonly string[];
  /** Lines near the report's end that may be its signature. */
  readonly signature: readonly string[];
  /** The report's own text, a paragraph a line. */
  readonly body: string;
  /** Lines of the page above the text: metadata, trail of links. */
  readonly head?: readonly string[];
  /** Who the sender says it is: asked last, and to tell namesakes apart. */
  readonly hintAgency?: string;
  /** The name of its file. */
  readonly fileName?: string;
  readonly site?: Site;
  /** Two digits of GB/T 2260, where the document was received for one province. */
  readonly provinceCode?: string;
}

/** The site on which a document was published, and the divisions whose government's it may be; none where it is not named for one. */
export interface Site {
  readonly url: string;
  readonly divisions: readonly Division[];
}

/** Who reports, as far as the document tells, and what speaks for it. */
export interface Reporter {
  readonly agency: Agency;
  /** The kind of words that named it. */
  readonly from: AgencyBasis;
  /** From 0 to 1, by `trust` and what agrees or disagrees. */
  readonly confidence: number;
  /** Every naming in the document, the surest first. */
  readonly namings: readonly { readonly from: AgencyBasis; readonly words: string }[];
  /** Names of the divisions for which the printed one may be a slip. */
  readonly likely: readonly string[];
}

/** How far a naming of each kind is to be trusted where nothing else speaks. */
const trust: Readonly<Record<AgencyBasis, number>> = {
  title: 0.9,
  announcement: 0.85,
  maker: 0.85,
  definition: 0.8,
  signature: 0.8,
  contact: 0.7,
  subject: 0.6,
  field: 0.4,
  file: 0.45,
  hint: 0.6,
  site: 0,
};
const agreement = 0.05;
/** A page's field and a text that speaks as such an organ: 发布机构:贵德县司法局 and 我局. */
const ownPerson = 0.2;
const disagreement = 0.45;
/** A kind of organ without its place (应急管理局) is nobody in particular, and several organs together are no one agency. */
const mostOfNobody = 0.3;

/** Kinds of words in which a report speaks of its own agency, so that two of them that differ are a doubt. */
const ownWords: ReadonlySet<AgencyBasis> = new Set(['title', 'maker', 'definition', 'signature']);

/**
 * Who reports: the title's agency, else the one that the text announces, signs, has as its subject or gives for
 * questions, else the sender's hint; null where nothing names one. The agency's name is as printed, save that a bare
 * division stands for its people's government. Its place is null where several divisions share the name and
 * nothing tells which is meant.
 */
export function recogniseAgency(evidence: AgencyEvidence): Agency | null {
  return recogniseReporter(evidence)?.agency ?? null;
}

/** The agency of `recogniseAgency` with what named it, and how sure that is. */
export function recogniseReporter(evidence: AgencyEvidence): Reporter | null {
  const texts = textsOf(evidence);
  const namings = namingsIn(texts);
  const person = speakingPerson(texts.body);
  const first = leadOf(namings, person);
  const lead = first === null ? null : (bySender(first, namings) ?? first);
  if (lead === null) return null;
  const named = completed(lead, namings, texts);
  const place = placeTexts(texts);
  const unplaced = !isSelfSufficient(named) && !central.test(named.name);
  const found = unplaced ? placeOf(named, place) : null;
  const whole =
    found !== null && isBareKind(named) && !bareTownship.test(named.name) ? withDivision(named, found.name) : named;
  const likely = likelyDivisions(whole, place);
  const [only] = likely.length === 1 && place.page.includes(likely[0]?.name ?? '\n') ? likely : [];
  const candidates =
    found !== null ? [found] : only !== undefined ? [only] : servedDivisions(whole.name, whole.located);
  const chosen = withoutOuter(whole, chooseDivision(candidates, contextOf(evidence, texts)));
  const { site } = evidence;
  const isElsewhere = site !== undefined && chosen.division !== null && isSiteElsewhere(site, chosen.division);
  const sites = isElsewhere ? [{ from: 'site' as const, words: site.url }] : [];
  return {
    agency: agencyOf(whole, chosen, texts.body),
    from: lead.from,
    confidence: confidenceOf({ lead, named: whole, namings, person, isElsewhere }),
    namings: [...namings.map(({ from, words }) => ({ from, words })), ...sites],
    likely: likely.map(({ name }) => name),
  };
}

/** The agency that a document names in so many words, an office as itself; null where the words name none. */
export function agencyNamed(words: string, context: AgencyContext): Agency | null {
  const named = completeName(compactText(words));
  if (named === null) return null;
  const divisions = servedDivisions(named.name, named.located);
  return agencyOf(named, withoutOuter(named, chooseDivision(divisions, context)), context.texts.join('\n'));
}

/** Whether a name goes on with a division that the list lacks, as one abolished: 沈阳市|东陵区教育局. */
function hasUnlistedPart({ name, located }: NamedAgency): boolean {
  const organ = name.slice(located.length);
  return located.length > 0 && !located.abbreviated && (unlistedPart.test(organ) || countyOfOneName.test(organ));
}

/** The organ of such a name is in the inner division and not in the outer one. */
function withoutOuter(named: NamedAgency, place: AgencyPlace): AgencyPlace {
  return hasUnlistedPart(named) ? { ...place, division: null } : place;
}

function textsOf(evidence: AgencyEvidence): NamingTexts {
  return {
    titles: evidence.titles,
    signature: evidence.signature.map(compactText),
    body: compactLines(evidence.body),
    head: evidence.head ?? [],
    fileName: evidence.fileName ?? '',
    hintAgency: compactText(evidence.hintAgency ?? ''),
  };
}

function compactText(text: string): string {
  return unspaced(text.normalize('NFKC'));
}

/** Whether a site is of other places than a division, those that it is in and those in it. */
export function isSiteElsewhere(site: Site, own: Division): boolean {
  const isIn = (inner: Division, outer: Division) =>
    inner.code === outer.code || divisionParents(inner).some(({ code }) => code === outer.code);
  return site.divisions.length > 0 && !site.divisions.some((each) => isIn(each, own) || isIn(own, each));
}

function contextOf({ provinceCode, site }: AgencyEvidence, texts: NamingTexts): AgencyContext {
  const near = [...texts.titles.map(compactText), ...texts.signature, texts.hintAgency].join('\n');
  const page = texts.head.map(compactText).join('\n');
  const places = site?.divisions.map(({ name }) => name) ?? [];
  return { texts: [near, places.join('\n'), ownSentences(texts.body), page], provinceCode: provinceCode ?? null };
}

function placeTexts({ head, signature, hintAgency, body }: NamingTexts): PlaceTexts {
  return { page: [...head.map(compactText), ...signature, hintAgency].join('\n'), body };
}

/**
 * The surest naming; a kind of organ without a place only where no surer words than a page's fields name another. Of
 * several fields the one that the text speaks as: of 来源 a government's and 发布机构 a bureau's the bureau's for 我局.
 */
function leadOf(namings: readonly Naming[], person: string | null): Naming | null {
  const [first = null] = namings;
  if (first?.from === 'field' && person !== null) {
    const [self, ...others] = namings.filter(({ from, named }) => from === 'field' && speaksAs(named, person));
    return self !== undefined && others.length === 0 ? self : first;
  }
  if (first === null || !isBareKind(first.named) || first.from === 'title') return first;
  const own = namings.filter(({ from }) => from !== 'field' && from !== 'file' && from !== 'hint');
  return own.find(({ named }) => !isBareKind(named)) ?? first;
}

/**
 * Of two organs that a document names as its own, the one of which its sender says that it is: a report under a title that was left in is filed as
 * the signer's. The title still speaks against it.
 */
function bySender(lead: Naming, namings: readonly Naming[]): Naming | undefined {
  const hint = namings.find(({ from }) => from === 'hint')?.named;
  const isSenders = ({ named }: Naming) => hint !== undefined && mayBeSame(named, hint) && placesAgree(named, hint);
  return isSenders(lead) ? undefined : namings.find((each) => ownWords.has(each.from) && isSenders(each));
}

/** The name with its place, or in full, from where the document prints it so. */
function completed(lead: Naming, namings: readonly Naming[], texts: NamingTexts): NamedAgency {
  const { words, named } = lead;
  const defined = definitions(texts.body).find(({ short }) => short === words);
  if (defined !== undefined) return completeName(defined.full) ?? named;
  if (isSelfSufficient(named) || central.test(words)) return named;
  const printed = namings.filter((each) => each !== lead).map((each) => each.words);
  const full = [
    placedName(words, [...texts.signature, texts.hintAgency]),
    spelledOut(words, texts.signature),
    placedName(words, [ownSentences(texts.body), ...texts.head.map(compactText)], 'nearest'),
    spelledOut(words, printed),
  ].find((name) => name !== words);
  const found = full === undefined ? null : completeName(full);
  return found ?? fuller(named, namings) ?? named;
}

/** The placed name of an organ that may be the same; 区人社局 is no county's. Of 镇人民政府 any name that ends so. */
function fuller(named: NamedAgency, namings: readonly Naming[]): NamedAgency | null {
  if (bareTownship.test(named.name)) {
    const whole = ({ name }: NamedAgency) => name.endsWith(named.name) && name !== named.name;
    const wholes = namings.filter((each) => whole(each.named)).map((each) => each.named);
    return wholes.find(({ located }) => located.length > 0) ?? wholes[0] ?? null;
  }
  const kind = startsPlaceless.exec(named.name)?.[0] ?? '';
  const same = namings.find(({ named: { name, located } }) => {
    const place = name.slice(0, located.length);
    return place !== '' && !located.abbreviated && place.endsWith(kind) && mayBeSame(named, { name, located });
  });
  return same?.named ?? null;
}

function withDivision({ name }: NamedAgency, division: string): NamedAgency {
  const whole = division + name.replace(/^[省市州盟县区旗](?=.{2})/u, '');
  return { name: whole, located: locateDivision(whole) };
}

interface Answer {
  readonly lead: Naming;
  readonly named: NamedAgency;
  readonly namings: readonly Naming[];
  /** Who speaks in the text: 我局, 我县. */
  readonly person: string | null;
  /** Its page is on the site of another place. */
  readonly isElsewhere: boolean;
}

function confidenceOf({ lead, named, namings, person, isElsewhere }: Answer): number {
  const others = namings.filter((each) => each !== lead && each.words !== lead.words);
  const same = others.some((each) => mayBeSame(named, each.named) && placesAgree(named, each.named));
  const aliases = namings.flatMap((each) => aliasesOf(each.words));
  const isAlias = (each: Naming) =>
    aliases.some((alias) => mayBeSame(alias, each.named) && placesAgree(alias, each.named));
  const contradicting = others.filter((each) => contradicts(each, named) && !isAlias(each));
  const isContradicted = ownWords.has(lead.from) && contradicting.some(({ from }) => ownWords.has(from));
  const isMisnamed = contradicting.some(
    (each) =>
      (each.from === 'file' || each.from === 'hint') && each.named.located.length > 0 && !mayHost(each.named, named),
  );
  const isOfAnother = lead.from === 'title' && isAnothersText(named, others);
  const isAnothersPage = contradicting.some(
    ({ from, named: other }) => (from === 'field' || from === 'announcement') && isNeighbour(other, named),
  );
  const against = isContradicted || isMisnamed || isAnothersPage || isOfAnother || isElsewhere;
  const self = lead.from === 'field' && person !== null && speaksAs(named, person);
  const sum =
    trust[lead.from] + (self ? ownPerson : 0) + (same && !against ? agreement : 0) - (against ? disagreement : 0);
  const most = isBareKind(named) || lead.isJoint || isPartys(named) ? mostOfNobody : 1;
  return Math.round(Math.min(sum, most) * 100) / 100;
}

function isPartys({ name, located }: NamedAgency): boolean {
  return partyOrgan.test(name.slice(located.length));
}

/** Whether every subject of a text is the same organ of another place, as in one that was copied: 资兴市's title above what 北湖区 did. */
function isAnothersText(named: NamedAgency, others: readonly Naming[]): boolean {
  const told = others.filter(({ from }) => from === 'subject' || from === 'contact' || from === 'signature');
  return told.some(({ from }) => from === 'subject') && told.every((each) => isNeighbour(each.named, named));
}

/** Whether 我局 or 我县 may be the agency. */
function speaksAs({ name, located }: NamedAgency, person: string): boolean {
  const organ = name.slice(located.length);
  return organ === government
    ? name.slice(0, located.length).endsWith(person)
    : organ.replace(government, '').endsWith(person);
}

/**
 * Whether a naming is of another organ: of another place, be it a part of the agency's, or of another kind, save its own
 * office. A definition may be of a government that the text only speaks of; who makes or signs a report is never its host.
 */
function contradicts({ from, named: other }: Naming, named: NamedAgency): boolean {
  if (isBareKind(other)) return false;
  if (placesAgree(named, other) && (mayBeSame(named, other) || isOfficeOf(other, named) || isOfficeOf(named, other))) {
    return false;
  }
  return from !== 'definition' || !mayHost(other, named);
}

/** Another township, or the same organ of a place that neither has this one in it nor lies in it: no host of its page. */
function isNeighbour(other: NamedAgency, named: NamedAgency): boolean {
  const isTown = (each: NamedAgency) => township.test(each.name.slice(each.located.length));
  const isApart = !placeIncludes(other, named) && !placeIncludes(named, other);
  return (isTown(other) && isTown(named)) || (other.located.length > 0 && isApart && mayBeSame(named, other));
}

/** The record of a named agency in its place. An agency that no place tells apart from its namesakes shares its id with none. */
function agencyOf(named: NamedAgency, place: AgencyPlace, document: string): Agency {
  const identity = {
    name: named.name,
    divisionCode: place.division?.code ?? null,
    provinceCode: place.division === null ? place.provinceCode : place.division.code.slice(0, 2),
  };
  const level = levelOf(named, place);
  const told =
    place.division !== null ||
    level === 'central' ||
    hasUnlistedPart(named) ||
    (named.located.length === 0 && isSelfSufficient(named));
  return { id: agencyId({ ...identity, ...(told ? {} : { document: digestOf(document) }) }), ...identity, level };
}

/** What renderings of one document have in common. */
function digestOf(document: string): string {
  return createHash('sha256')
    .update(document.replace(/[^\p{Script=Han}\d]/gu, ''))
    .digest('hex');
}

function levelOf(named: NamedAgency, place: AgencyPlace): AgencyLevel | null {
  if (township.test(named.name.slice(named.located.length))) return 'township';
  if (place.division !== null) return place.division.level;
  if (hasUnlistedPart(named)) return null;
  const levels = new Set(named.located.divisions.map((division) => division.level));
  if (levels.size === 1) return [...levels][0] ?? null;
  return named.located.length === 0 && central.test(named.name) && !isBranch(named.name) ? 'central' : null;
}

/** 国家税务总局|西咸新区税务局 is in a place that the list of divisions lacks, and no organ of the whole country. */
function isBranch(name: string): boolean {
  const parent = nationalParents.exec(name)?.[0] ?? '';
  return parent !== '' && namesOrgan.test(name.slice(parent.length));
}
