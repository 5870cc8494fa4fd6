import { divisionsByName, longestDivisionName } from '../../schema/law/vocabulary/division-names.ts';
import { type Division, divisions } from '../../schema/law/vocabulary/divisions.ts';
import { locateDivision } from './division.ts';
import { type NamedAgency, organOf, shortens } from './organ-name.ts';
import { placelessDepartment, startsPlaceless, township, unlistedDivision } from './organ-words.ts';

/** As many characters before a short name may name its place. */
const longestPlace = 30;

/**
 * A short name with its place, from texts that use the full one: 区统计局 with a signature 鄞州区统计局 is that bureau.
 * The name itself where no text does. Of 宁波市鄞州区 an address gives only the nearest.
 */
export function placedName(words: string, texts: readonly string[], place: 'whole' | 'nearest' = 'whole'): string {
  for (const text of texts) {
    const longer = longerName(words, text);
    if (longer !== null) return place === 'whole' ? longer : withNearestDivision(longer);
  }
  return words;
}

/** The name whose beginning is wholly a place and whose end is `words`; the longest at their first such use. */
function longerName(words: string, text: string): string | null {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    for (let start = Math.max(0, at - longestPlace); start < at; start += 1) {
      const candidate = text.slice(start, at + words.length);
      const located = locateDivision(candidate);
      if (!located.abbreviated && located.length > 1 && located.length >= at - start) return candidate;
    }
  }
  return null;
}

/** 江西省瑞昌市对坊乡 → 瑞昌市对坊乡: the shortest end of a name that is in the same division. */
function withNearestDivision(name: string): string {
  const [whole] = locateDivision(name).divisions;
  for (let start = name.length - 1; start > 0; start -= 1) {
    const { divisions: found, abbreviated } = locateDivision(name.slice(start));
    if (!abbreviated && found.some(({ code }) => code === whole?.code)) return name.slice(start);
  }
  return name;
}

/** The name that a short one stands for: 市市场监管局 with a signature 绵阳市市场监督管理局. The short name where none is. */
export function spelledOut(words: string, names: readonly string[]): string {
  const [, kind = '', organ = ''] = placelessDepartment.exec(words) ?? [];
  if (organ === '') return words;
  const full = names.find((name) => {
    const { length, abbreviated } = locateDivision(name);
    return length > 0 && !abbreviated && name.slice(0, length).endsWith(kind) && shortens(organ, name.slice(length));
  });
  return full ?? words;
}

/** Texts that tell where a report's agency is, beside its name. */
export interface PlaceTexts {
  /** The page's lines above the text, and its signature. */
  readonly page: string;
  readonly body: string;
}

/** Postal addresses, and sites and offices of governments: who prints them is there. */
const address = /(?:地址|住址|办公地点)[:是为]?([^。;,:()\n]{3,40})/gu;
const site = /([\p{Script=Han}]{2,20}?)(?:人民政府|政府)(?:公众信息|门户|官方|信息公开)?(?:网站|网|办公室|信息公开)/gu;
const pageWeight = 3;
const nearWeight = 4;
const bodyWeight = 1;
/** Fewer words than these may be about another place; where the name says 区 or 县, a district or county is looked for. */
const leastWeight = { any: 3, ofKind: 2 };

/**
 * The one division that a document without a place in its agency's name can be in: where its address, its site and its
 * page's fields are, and what its text speaks of most. Null where two are as likely, or hardly anything tells.
 */
export function placeOf(named: NamedAgency, texts: PlaceTexts): Division | null {
  const weights = weigh(texts);
  const kind = placeKind(named, texts.body);
  const fitting = [...weights].filter(([name]) => kind === null || name.endsWith(kind));
  const wanted = fitting
    .map(([name, weight]) => ({ divisions: divisionsByName(name).filter((each) => each.level !== 'province'), weight }))
    .filter(({ divisions: found }) => found.length > 0);
  const counties = wanted.filter(({ divisions: found }) => found.some((each) => each.level === 'county'));
  const ranked = [...(kind === null && township.test(named.name) ? counties : wanted)].sort(
    (left, right) => right.weight - left.weight,
  );
  const [first, second] = ranked;
  const least = startsPlaceless.test(named.name) ? leastWeight.ofKind : leastWeight.any;
  if (first === undefined || first.weight < least || first.weight === second?.weight) return null;
  return first.divisions.length === 1 ? (first.divisions[0] ?? null) : withParentIn(first.divisions, weights);
}

/** Of namesakes the one whose parent the document names too. */
function withParentIn(namesakes: readonly Division[], weights: ReadonlyMap<string, number>): Division | null {
  const left = namesakes.filter(({ parentCode }) =>
    divisions.some((each) => each.code === parentCode && weights.has(each.name)),
  );
  return left.length === 1 ? (left[0] ?? null) : null;
}

/** 区统计局 is a district's; a bureau whose report speaks of 县委 and 县政府 is a county's. */
function placeKind({ name }: NamedAgency, body: string): string | null {
  const printed = /^[市州盟县区旗]/u.exec(startsPlaceless.test(name) ? name : '')?.[0];
  if (printed !== undefined) return printed;
  const counts = ['县', '区', '市', '州', '旗', '盟'].map((kind) => ({ kind, count: spokenAs(kind, body) }));
  const [first, second] = counts.sort((left, right) => right.count - left.count);
  return first === undefined || first.count === 0 || first.count === second?.count ? null : first.kind;
}

function spokenAs(kind: string, body: string): number {
  return (
    body.match(new RegExp(`[我全]${kind}|(?<!\\p{Script=Han})${kind}(?:委|政府)|${kind}委、?${kind}政府`, 'gu'))
      ?.length ?? 0
  );
}

/** What a report tells of other places: whom it visited, learnt from, helped or courted, and whose papers it passed on. */
const elsewhere =
  /赴|前往|[到向与和][^。;\n]{2,20}(?:学习|调研|交流|参观|取经)|考察|借鉴|经验|做法|对口|帮扶|结对|支援|援助|招商|推介|博览会|展会|论坛|转发|兄弟|外地/u;

/** A text without the sentences that may be about other places than its agency's. */
export function ownSentences(body: string): string {
  return body
    .split('\n')
    .map((line) =>
      line
        .split(/(?<=[。;])/u)
        .filter((sentence) => !elsewhere.test(sentence))
        .join(''),
    )
    .join('\n');
}

/** A division whose party committee, government or people's congress a report speaks of, or what is in it, is likely its own. */
const ruled =
  /[\p{Script=Han}]{2,20}[市区县旗州盟](?=党?委|人民政府|政府|人大|政协|纪委|各|境内|辖区|范围|行政区域|域内)/gu;

function weigh(texts: PlaceTexts): Map<string, number> {
  const [page, body] = [ownSentences(texts.page), ownSentences(texts.body)];
  const weights = new Map<string, number>();
  const add = (text: string, weight: number) => {
    for (const name of divisionsNamed(text)) weights.set(name, (weights.get(name) ?? 0) + weight);
  };
  add(page, pageWeight);
  for (const match of body.matchAll(address)) add(match[1] ?? '', nearWeight);
  for (const match of body.matchAll(site)) add(match[1] ?? '', nearWeight);
  for (const [words] of body.replace(/《[^》]*》/gu, '').matchAll(ruled)) add(words, bodyWeight);
  return weights;
}

/** Every division that a text names in full, a namesake of parts of towns (城区) left out. */
function divisionsNamed(text: string): string[] {
  return Array.from(text.matchAll(/[市区县旗州盟]/gu), ({ index }) => divisionEndingAt(text, index + 1)).filter(
    (name) => name !== null,
  );
}

function divisionEndingAt(text: string, end: number): string | null {
  for (let length = Math.min(longestDivisionName, end); length > 2; length -= 1) {
    const name = text.slice(end - length, end);
    if (divisionsByName(name).length > 0) return name;
  }
  return null;
}

/** Divisions for which a name may be a slip of one character: 沐阳县 for 沭阳县. Those that the texts name where they name one. */
export function likelyDivisions(named: NamedAgency, texts: PlaceTexts): Division[] {
  const printed = /^(\p{Script=Han}{1,8}?[市县区旗州盟])/u.exec(named.name)?.[1];
  if (printed === undefined || named.located.length > 0 || !unlistedDivision.test(printed)) return [];
  const near = divisions.filter(({ name }) => differsByOne(printed, name));
  const seen = near.filter(({ name }) => texts.page.includes(name) || texts.body.includes(name));
  return seen.length > 0 ? seen : near;
}

/** Of one length, the same last character, and one of the others different, or two changed about. */
function differsByOne(left: string, right: string): boolean {
  if (left.length !== right.length || left.length < 3 || left.at(-1) !== right.at(-1)) return false;
  const different = Array.from(left).filter((character, index) => character !== right.charAt(index)).length;
  return different === 1;
}

/** Whether the place of one name may be the other's too: one of them has none, or both can mean one division. */
export function placesAgree(left: NamedAgency, right: NamedAgency): boolean {
  const [a, b] = [left.located.divisions, right.located.divisions];
  if (a.length === 0 || b.length === 0) return true;
  return a.some((one) => b.some((other) => one.code === other.code));
}

/** Whether a place is the other's or has it in it: 毕节市 has 七星关区 in it. */
export function placeIncludes(outer: NamedAgency, inner: NamedAgency): boolean {
  return outer.located.divisions.some((one) =>
    inner.located.divisions.some(({ code }) => code === one.code || code.startsWith(one.code.replace(/(?:00)+$/u, ''))),
  );
}

/** A government, or an organ that runs its site, which may put up pages for an agency in its division. */
export function mayHost(host: NamedAgency, agency: NamedAgency): boolean {
  return (
    /^(?:人民政府|政务服务|大数据|信息中心|.*(?:办公厅|办公室)$)/u.test(organOf(host)) && placeIncludes(host, agency)
  );
}
