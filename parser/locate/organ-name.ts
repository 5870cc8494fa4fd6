import { canonicalOrgan } from '../../schema/law/vocabulary/organ-kinds.ts';
import { type Located, locateDivision } from './division.ts';
import {
  bareGovernment,
  barePlace,
  central,
  commissioners,
  disclosureOffice,
  goneCounty,
  government,
  governments,
  kindAgain,
  namesOrgan,
  nationalParents,
  officeOf,
  officePersons,
  officeWord,
  ownCommittee,
  ownPlace,
  partyFirst,
  sentenceWords,
  shortGovernment,
  standsAlone,
  startsPlaceless,
  townName,
  township,
  underCommissioners,
  unlistedDivision,
  wholeDivision,
  zoneCommittee,
} from './organ-words.ts';

/** A name with the part of it that says where. */
export interface NamedAgency {
  readonly name: string;
  readonly located: Located;
}

const longestName = 45;
const written = /^[\p{Script=Han}()、·—-]+$/u;

/** Another name of the organ, in brackets behind its own: 内江市教育局(市体育局), (挂县档案局牌子). */
const alias = /\((?:加挂|挂)?([\p{Script=Han}]{2,20}?(?:局|委员会|委|办公室|办|厅|部|中心|人民政府))(?:牌子?)?\)/gu;

/** What else stands in brackets behind a name: 档案局(馆), 孙村镇(镇政府). */
const aside = /\(\p{Script=Han}{1,12}\)$/u;
/** The organ to which another belongs, before its name: 汕头海关隶属|揭阳海关, 内江市教育局下属|内江市第一中学. */
const superior =
  /^[^()]{2,20}?(?:海关|局|厅|委员会|政府)(?:所属|隶属|下属|直属)(?=\p{Script=Han}{2,}(?:局|海关|中心|学校|中学|小学|学院|医院|院|所|站|队|馆)$)/u;
/** 叙州区(原宜宾县) */
const formerName = /\(原[^()]+\)/gu;
/** The division of which a zone is the government: 西海岸新区(黄岛区)人民政府, 泰州医药高新区(高港区). */
const zoneOf =
  /^[^()]+(?:\(([\p{Script=Han}]{2,12}[市县区旗])\)(?=(?:人民)?政府|管委会|管理委员会)|(?:开发区|高新区|经开区|新区|合作区)\(([\p{Script=Han}]{2,12}[市县区旗])\)$)/u;
/** A zone that is one with the division before it: 吴江区(吴江开发区)同里镇. */
const zoneAside = /(?<=[市县区旗])\([^()]{2,14}(?:开发区|高新区|经开区|新区|园区|合作区)\)(?=\p{Script=Han})/gu;

/** A name without what it has in brackets: another name of the organ or of its place. */
function plainName(words: string): string {
  const [zone, governed, alone] = zoneOf.exec(words) ?? [];
  const division = governed ?? alone ?? '';
  const isDivision = zone !== undefined && locateDivision(division).length === division.length;
  const own = isDivision ? words.replace(zone, division) : words;
  return own.replace(superior, '').replace(zoneAside, '').replace(formerName, '').replace(alias, '').replace(aside, '');
}

/** The other names that words give an organ in brackets, in its own place where they lack one. */
export function aliasesOf(words: string): NamedAgency[] {
  const own = words.slice(0, locateDivision(words).length);
  return Array.from(words.matchAll(alias), ([, other = '']) => {
    const isPlaced = locateDivision(other).length > 0;
    return completeName(isPlaced ? other : own + other.replace(startsPlaceless, ''));
  }).filter((named) => named !== null);
}

/** 教育局和体育局, 办公厅、发展改革委; not 文化和旅游局. */
const joint = /(?<=局|厅|委|委员会|政府|办公室|办事处|处|部|中心|管委会|[分支]行)(?:和|与|及|以及|暨|、)(?=.+)/u;
/** The same where only a blank stood between: 内江市财政局|国家税务总局内江市税务局. */
const afterOrgan = /(?<=局|厅|委|委员会|政府|办公室|办事处|管委会)(?=.{4,})/gu;

/** The organs whose names are joined in one, each in the place of the first where it has none of its own; one alone where none is. */
export function organsIn(printed: string): string[] {
  const words = withoutParty(plainName(printed));
  const start = locateDivision(words).length;
  const at = joint.exec(words.slice(start));
  if (at !== null && namesOrgan.test(words.slice(start + at.index + at[0].length))) {
    const first = words.slice(0, start + at.index);
    const others = organsIn(words.slice(start + at.index + at[0].length));
    return [first, ...others.map((other) => (locateDivision(other).length > 0 ? other : inPlaceOf(first, other)))];
  }
  const second = Array.from(words.matchAll(afterOrgan), ({ index }) => index).find(
    (index) => index > start && isWholeName(words.slice(index), words.slice(0, start)),
  );
  return second === undefined ? [words] : [words.slice(0, second), ...organsIn(words.slice(second))];
}

function inPlaceOf(first: string, organ: string): string {
  return first.slice(0, locateDivision(first).length) + organ.replace(startsPlaceless, '');
}

/** Whether words that follow an organ's name are another's, in the same place; no branch of it: 公安局|鹿城区分局. */
function isWholeName(words: string, place: string): boolean {
  const { length, abbreviated } = locateDivision(words);
  const isPlaced = length > 0 && !abbreviated && (words.startsWith(place) || nationalParents.test(words));
  const isZone = length > 0 && zoneCommittee.test(words.slice(length));
  return (
    (isPlaced || isZone) && place !== '' && namesOrgan.test(words.slice(length)) && !/(?:分局|支局|所|队)$/u.test(words)
  );
}

/** The organ that reports, of a party committee and a government under one name: 内江市委、市政府, 党工委管委会. */
function withoutParty(words: string): string {
  const [found, before = ''] = partyFirst.exec(words) ?? [];
  if (found === undefined) return words;
  const organ = words.slice(found.length);
  for (let overlap = Math.min(before.length, organ.length); overlap > 0; overlap -= 1) {
    if (before.endsWith(organ.slice(0, overlap))) return before + organ.slice(overlap);
  }
  return locateDivision(organ).length > 0 ? organ : before + organ;
}

/**
 * An agency's full name from the words that a document uses for it: a bare division stands for its people's government,
 * a bare township or subdistrict for its own, and another name in brackets is left out. Null for words that name neither a place nor an organ, or are a piece of
 * a sentence.
 */
export function completeName(printed: string): NamedAgency | null {
  const words = withoutParty(plainName(printed));
  if (words.length > longestName || !written.test(words)) return null;
  const located = locateDivision(words);
  const place = words.slice(0, located.length);
  const organ = organAfter(place, words.slice(located.length)).replace(wholeDivision, '');
  if (sentenceWords.test(organ) && !(located.length > 0 && townName.test(organ))) return null;
  if (located.length === 0) return unplacedName(organ, located);
  if (organ === '' && underCommissioners.test(place)) return { name: place + commissioners, located };
  if (organ === '' && ownCommittee.test(place)) return { name: place, located };
  if (goneCounty.test(organ)) return { name: place + organ + government, located };
  if (organ === '' || organ === government) return { name: wholeName(place, located) + government, located };
  if (!namesOrgan.test(governed(organ)) && !namesOrgan.test(organ)) return null;
  return { name: place + governed(organ.replace(shortGovernment, government)), located };
}

/** 随县|县文旅局 says twice what kind of place it is. */
function organAfter(place: string, organ: string): string {
  const kind = kindAgain.exec(organ)?.[0];
  return kind !== undefined && place.endsWith(kind) ? organ.slice(kind.length) : organ;
}

/** An organ whose place is not printed, or a place that the list of divisions lacks: renamed since, or misspelt. */
function unplacedName(words: string, located: Located): NamedAgency | null {
  if (barePlace.test(words)) return null;
  if (unlistedDivision.test(words)) return { name: words + government, located };
  return namesOrgan.test(words) || namesOrgan.test(governed(words)) ? { name: governed(words), located } : null;
}

/** 内江 stands for 内江市 where it is all there is. */
function wholeName(place: string, located: Located): string {
  const [only] = located.divisions;
  return located.abbreviated && located.divisions.length === 1 && only !== undefined ? only.name : place;
}

function governed(organ: string): string {
  const rule = governments.find((each) => each.bare.test(organ));
  return rule === undefined ? organ : organ.replace(rule.bare, rule.organ);
}

/**
 * The organ for which an office signs or answers letters: 教育局信息公开领导小组办公室 answers for the 教育局. A government's
 * own office is itself an agency where the report speaks as an office (我办).
 */
export function principalOf(words: string, person: string | null): string {
  const [, principal, office = ''] = officeOf.exec(words) ?? [];
  if (principal === undefined || office === '') return words;
  const isAgency =
    principal.endsWith('政府') && officeWord.test(office) && person !== null && officePersons.has(person);
  return isAgency ? words : principal;
}

/** Whether one name is of the office by which the other works: 清镇市政务公开领导小组办公室 is 清镇市人民政府's. Of their places nothing is asked. */
export function isOfficeOf(office: NamedAgency, organ: NamedAgency): boolean {
  const own = office.name.slice(office.located.length);
  const principal = officeOf.exec(own);
  if (principal !== null && principal[2] !== '')
    return mayBeSame({ ...office, name: place(office) + principal[1] }, organ);
  return disclosureOffice.test(own) && organOf(organ) === government;
}

function place({ name, located }: NamedAgency): string {
  return name.slice(0, located.length);
}

/** What a name says of the organ alone, in one spelling. */
export function organOf({ name, located }: NamedAgency): string {
  return canonicalOrgan(name.slice(located.length));
}

/** Whether two names can be one organ's: the same, or one shortens the other, and neither is placed where the other is not. */
export function mayBeSame(left: NamedAgency, right: NamedAgency): boolean {
  const [a, b] = [organOf(left), organOf(right)].map((organ) => organ.replace(/^[省市州盟县区旗](?=.{2})/u, ''));
  if (a === undefined || b === undefined) return false;
  return a === b || shortens(a, b) || shortens(b, a);
}

/** Whether a name's characters stand in a longer one in the same order, from its first to its last: 人社局 in 人力资源和社会保障局. */
export function shortens(short: string, long: string): boolean {
  if (short.length < 2) return false;
  let at = 0;
  for (const character of long) if (character === short.charAt(at)) at += 1;
  return at === short.length && long.startsWith(short.charAt(0)) && long.endsWith(short.slice(-1));
}

/** Whether a name says which organ it is without a place: 教育部, 拱北海关, 西咸新区底张街道办事处. */
export function isSelfSufficient(named: NamedAgency): boolean {
  const { name, located } = named;
  return located.length > 0 || standsAlone.test(name) || hasOwnPlace(name);
}

function hasOwnPlace(name: string): boolean {
  const place = ownPlace.exec(name)?.[1];
  return unlistedDivision.test(name.replace(/人民政府$/u, '')) || (place !== undefined && !barePlace.test(place));
}

/** Whether a name tells a kind of organ only, of which every division has one: 应急管理局, 高新区管委会. */
export function isBareKind({ name, located }: NamedAgency): boolean {
  if (located.length > 0 || central.test(name) || standsAlone.test(name) || hasOwnPlace(name)) return false;
  return (
    bareGovernment.test(name) ||
    startsPlaceless.test(name) ||
    !(township.test(name) || /管理委员会$|管委会$/u.test(name))
  );
}
