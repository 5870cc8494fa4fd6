import {
  divisionStem,
  divisionsByContraction,
  divisionsByFormerName,
  divisionsByName,
  divisionsByStem,
  longestDivisionName,
} from '../../schema/law/vocabulary/division-names.ts';
import { type Division, divisionParents } from '../../schema/law/vocabulary/divisions.ts';
import {
  branch,
  commonWords,
  kindAgain,
  namesOrgan,
  nationalParents,
  scenicZone,
  shortGovernment,
  startsTownship,
  zoneName,
} from './organ-words.ts';

/** Where a name stands: every division that its first `length` characters can mean, and that much is place. */
export interface Located {
  readonly divisions: readonly Division[];
  readonly length: number;
  /** True where the place is given without its suffix: 内江统计局. */
  readonly abbreviated: boolean;
}

/** What is known beside an agency's name, the surest text first: title and signature before the report's body. */
export interface AgencyContext {
  readonly texts: readonly string[];
  /** Two digits, where the sender's own place is evidence. */
  readonly provinceCode: string | null;
}

/** Where an agency is, as far as the document tells. */
export interface AgencyPlace {
  readonly division: Division | null;
  readonly provinceCode: string | null;
}

const nowhere: Located = { divisions: [], length: 0, abbreviated: false };

/** An organ after an abbreviated place has at least so many characters; 局 alone does not make 公安局 a bureau of 公安县. */
const shortestOrgan = 3;
/** Organs as short as that, which are no part of a place's name. */
const shortOrgan = /^(?:海关|分局$|支行$)/u;
/** Customs districts that bear the name of a place in another than the one they serve. */
const otherPlaces: ReadonlySet<string> = new Set(['黄埔海关']);
/** Names of parts that many towns have. */
const anyTownsPart = /^.区$/u;

/**
 * The longest reading of a name's beginning as divisions, outer before inner: 自贡市贡井区, 四川省清镇市 stops at 四川省.
 * The branch of a national organ is looked up after that organ's name: 国家税务总局|内江市税务局.
 */
export function locateDivision(name: string): Located {
  const national = nationalParents.exec(name)?.[0].length ?? 0;
  const located = locateWithin(name.slice(national), null, national > 0 ? branchStems : stems);
  return located.length === 0 ? nowhere : { ...located, length: located.length + national };
}

/** A customs house is of no division's government: its offices are in places that are not its own. */
const officeElsewhere = /^海关驻(?=.{2,8}办事处$)/u;

/** The divisions that the branch of a department serves: 温州市公安局|鹿城区|分局. The department's own where it names none. */
export function servedDivisions(name: string, located: Located): readonly Division[] {
  const organ = name.slice(located.length);
  const [outer] = located.divisions;
  const office = officeElsewhere.exec(organ)?.[0];
  if (office !== undefined) return locateWithin(organ.slice(office.length), null).divisions;
  const department = branch.exec(organ)?.[0];
  if (department === undefined || located.divisions.length !== 1 || outer === undefined) return located.divisions;
  const inner = locateWithin(organ.slice(department.length), outer);
  return inner.length > 0 ? inner.divisions : located.divisions;
}

function locateWithin(text: string, outer: Division | null, abbreviations: Lookup = stems): Located {
  const whole = longest(text, outer, names);
  if (whole.length > 0) return whole;
  const former = longest(text, outer, formerNames);
  if (former.length > 0) return former;
  const contracted = longest(text, outer, contractions);
  if (contracted.length > 0) return contracted;
  return { ...longest(text, outer, abbreviations), abbreviated: true };
}

/** 东区, 城区, 矿区 are divisions, and also what any town calls a part of itself. */
function names(name: string, rest: string, outer: Division | null): readonly Division[] {
  return outer === null && anyTownsPart.test(name) && !isOrgan(rest) ? [] : divisionsByName(name);
}

function formerNames(name: string, rest: string): readonly Division[] {
  return rest === '' || namesOrgan.test(rest) ? divisionsByFormerName(name) : [];
}

function contractions(name: string, rest: string): readonly Division[] {
  return rest === '' || namesOrgan.test(rest) ? divisionsByContraction(name) : [];
}

/** 东湖高新区 is Wuhan's, and not in the 东湖区 of Nanchang: a zone may be named by what a district is named by. */
function isDistrict({ level, name }: Division): boolean {
  return level === 'county' && name.endsWith('区');
}

/** Of 衡阳 the city, after a suffix only a place of that kind (内江|县教育局 is no organ of 内江市), not the county of that name in it. */
function stems(name: string, rest: string, outer: Division | null): readonly Division[] {
  if (!isOrgan(rest) || commonWords.has(name) || otherPlaces.has(name + rest)) return [];
  const kind = kindAgain.exec(rest)?.[0];
  const isZone = zoneName.test(rest) && (outer === null || scenicZone.test(rest));
  const found = divisionsByStem(name).filter(
    (each) => (kind === undefined || each.name.endsWith(kind)) && !(isZone && isDistrict(each)),
  );
  const capital = found.find(({ code }) => isCapital(code));
  if (capital !== undefined) return [capital];
  // Districts called as a province is (河北区) do not go without their suffix.
  const isProvince = found.some(({ level }) => level === 'province');
  return found.filter(
    (each) => !(isProvince && each.level === 'county') && !found.some((other) => isWithin(each, other)),
  );
}

/** Of 西安 the capital of 陕西, not districts called 西安区 elsewhere. The first city of a province's codes is its capital. */
function isCapital(code: string): boolean {
  return /^(?!11|12|31|50)\d\d0100$/.test(code);
}

/** After a national organ's name 局 alone is its branch: 国家矿山安全监察局|山西|局. */
function branchStems(name: string, rest: string, outer: Division | null): readonly Division[] {
  return rest === '局' ? divisionsByStem(name).filter(({ level }) => level === 'province') : stems(name, rest, outer);
}

/** What may follow a place without its suffix. 兴国|镇人民政府 is not in 兴国县: the town's own name begins there. */
function isOrgan(rest: string): boolean {
  if (rest === '' || shortGovernment.test(rest) || shortOrgan.test(rest)) return true;
  if (longest(rest, null, divisionsByName).length > 0) return true;
  return rest.length >= shortestOrgan && namesOrgan.test(rest) && !startsTownship.test(rest);
}

type Lookup = (name: string, rest: string, outer: Division | null) => readonly Division[];

function longest(text: string, outer: Division | null, lookup: Lookup): Located {
  let best = nowhere;
  for (let length = Math.min(text.length, longestDivisionName); length >= 2; length -= 1) {
    for (const division of lookup(text.slice(0, length), text.slice(length), outer)) {
      if (outer === null || isWithin(division, outer)) best = longerOf(best, extend(text, length, division));
    }
  }
  return best;
}

function extend(text: string, length: number, division: Division): Located {
  const inner = locateWithin(text.slice(length), division);
  if (inner.length === 0) return { divisions: [division], length, abbreviated: false };
  return { ...inner, length: length + inner.length };
}

function longerOf(left: Located, right: Located): Located {
  if (left.length !== right.length) return left.length > right.length ? left : right;
  return { ...left, divisions: [...new Set([...left.divisions, ...right.divisions])] };
}

function isWithin(division: Division, outer: Division): boolean {
  return divisionParents(division).some((parent) => parent.code === outer.code);
}

/**
 * Which of several divisions of one name is meant: the one in the sender's province, else the one whose prefecture or
 * province the surest text names. Where that leaves several, none; the province only where all agree.
 */
export function chooseDivision(candidates: readonly Division[], context: AgencyContext): AgencyPlace {
  const near = candidates.filter((division) => division.code.startsWith(context.provinceCode ?? ''));
  const left = narrow(near.length > 0 ? near : candidates, context.texts);
  const provinces = new Set(left.map((division) => division.code.slice(0, 2)));
  const [province = null] = provinces.size === 1 ? provinces : [context.provinceCode];
  const [only = null] = left.length === 1 ? left : [];
  return { division: only, provinceCode: province };
}

function narrow(candidates: readonly Division[], texts: readonly string[]): readonly Division[] {
  return texts.reduce((left, text) => (left.length > 1 ? mentioned(left, text) : left), candidates);
}

/** The candidates with the most parents named in a text; all of them where it names no parent. */
function mentioned(candidates: readonly Division[], text: string): readonly Division[] {
  const scores = candidates.map((division) => divisionParents(division).filter((each) => isNamed(text, each)).length);
  const best = Math.max(...scores);
  return best === 0 ? candidates : candidates.filter((_, index) => scores[index] === best);
}

function isNamed(text: string, division: Division): boolean {
  if (text.includes(division.name)) return true;
  const stem = division.level === 'province' ? divisionStem(division) : null;
  return stem !== null && text.includes(stem);
}
