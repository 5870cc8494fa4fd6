import { abolishedDivisions, type Division, divisions } from './divisions.ts';

/** The nationalities in names of autonomous divisions, as they are written there; 各 is 龙胜各族自治县's. */
const nationalities =
  '蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|' +
  '东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|鄂温克|保安|裕固|独龙|鄂伦春|各';

/** 恩施土家族苗族自治州 → 恩施 and 州. The first part is greedy by one character at least: 鄂温克族自治旗 is a place too. */
const autonomous = new RegExp(`^(.{2,}?)(?:(?:${nationalities})族?)*族?自治(区|州|县|旗)$`, 'u');

/** What a division's own name ends in, longest first: 内江市 → 内江. */
const suffixes = /(?:特别行政区|地区|林区|新区|特区|矿区|省|市|区|县|旗|州|盟)$/u;

/** Names of a whole division shorter than its own: 恩施州 and 恩施自治州 for 恩施土家族苗族自治州. */
function shortNames(division: Division): string[] {
  const match = autonomous.exec(division.name);
  if (match === null) return [];
  const [, stem = '', kind = ''] = match;
  return [stem + kind, `${stem}自治${kind}`];
}

/** A division's name without what kind of division it is: 内江, 贡井, 恩施. Null where less than two characters remain. */
export function divisionStem(division: Division): string | null {
  const stem = autonomous.exec(division.name)?.[1] ?? division.name.replace(suffixes, '');
  return stem.length >= 2 && stem !== division.name ? stem : null;
}

function index(
  indexed: readonly Division[],
  keysOf: (division: Division) => readonly string[],
): ReadonlyMap<string, readonly Division[]> {
  const map = new Map<string, Division[]>();
  for (const division of indexed) {
    for (const key of keysOf(division)) map.set(key, [...(map.get(key) ?? []), division]);
  }
  return map;
}

const everyDivision = [...divisions, ...abolishedDivisions];

let byName: ReadonlyMap<string, readonly Division[]> | undefined;
let byStem: ReadonlyMap<string, readonly Division[]> | undefined;

/**
 * Divisions with a name, whole or in its usual short form (恩施州). Several where a name is shared: 鼓楼区, 朝阳区.
 * The index is made for the first who asks: a function that only serves records starts without it.
 */
export function divisionsByName(name: string): readonly Division[] {
  byName ??= index(everyDivision, (division) => [...new Set([division.name, ...shortNames(division)])]);
  return byName.get(name) ?? [];
}

/** Divisions with a name without its suffix: 内江; 朝阳 has several. Of today's alone: 九江 is the city, not the county that was. */
export function divisionsByStem(stem: string): readonly Division[] {
  byStem ??= index(divisions, (division) => [divisionStem(division) ?? division.name]);
  return byStem.get(stem) ?? [];
}

/** Ranks through which a county's name rises when it is made a city or a district; it keeps its stem. */
const formerRanks: Readonly<Record<string, RegExp>> = { 县: /[市区]$/, 市: /区$/, 地区: /市$/ };

/** Divisions that bear a name no longer in the list under a higher rank: 平安县 is 平安区 today. */
export function divisionsByFormerName(name: string): readonly Division[] {
  const rank = Object.keys(formerRanks).find((suffix) => name.endsWith(suffix) && name.length > suffix.length + 1);
  if (rank === undefined || divisionsByName(name).length > 0) return [];
  const today = formerRanks[rank];
  const stem = name.slice(0, -rank.length);
  const level = rank === '地区' ? 'prefecture' : 'county';
  return divisionsByStem(stem).filter((division) => division.level === level && today?.test(division.name));
}

/** Long names of autonomous divisions, banners and leagues, which are contracted in daily use. */
const contractible = new RegExp(`${autonomous.source}|.{3,}[旗盟]$`, 'u');
const contraction = /^.{1,4}[县旗盟州]$/u;
let byEnds: ReadonlyMap<string, readonly Division[]> | undefined;

/** The first character of a name and its last, which a contraction keeps. */
function endsOf(name: string): string {
  return name.charAt(0) + name.slice(-1);
}

/** The one division of whose long name a short one keeps some characters, the first and its kind among them: 科右前旗 is 科尔沁右翼前旗, 阜蒙县 阜新蒙古族自治县. None where several may be. */
export function divisionsByContraction(name: string): readonly Division[] {
  if (!contraction.test(name) || divisionsByName(name).length > 0) return [];
  byEnds ??= index(
    divisions.filter((division) => contractible.test(division.name)),
    (division) => [endsOf(division.name)],
  );
  const long = (byEnds.get(endsOf(name)) ?? []).filter((division) => contracts(name, division.name));
  return long.length === 1 ? long : [];
}

function contracts(short: string, long: string): boolean {
  let at = -1;
  const isIn = Array.from(short).every((character) => {
    at = long.indexOf(character, at + 1);
    return at !== -1;
  });
  return isIn && short.length < long.length;
}

/** Length of the longest name, to look names up from a text's start. */
export const longestDivisionName = Math.max(...everyDivision.map((division) => division.name.length));
