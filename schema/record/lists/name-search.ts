import { divisionByCode, divisionParents } from '../../law/vocabulary/divisions.ts';
import { readingsOf } from '../../law/vocabulary/pinyin.ts';
import type { Agency } from '../agency.ts';

/** Ends of the names of divisions, which people leave out: 贵阳清镇 for 贵阳市清镇市. */
const divisionSuffixes = /[省市县区旗盟州]/gu;

/** Words of English names that are no pinyin; provinces whose English names are none. */
const englishWords: Readonly<Record<string, string>> = {
  "people's government": '人民政府',
  'inner mongolia': '内蒙古',
  'autonomous region': '自治区',
  government: '政府',
  municipal: '市',
  county: '县',
  city: '市',
  district: '区',
  prefecture: '州',
  province: '省',
  shaanxi: '陕西',
  tibet: '西藏',
};
const englishWord = new RegExp(`\\b(?:${Object.keys(englishWords).join('|')})\\b`, 'g');

/** A search with letters is taken for pinyin. */
const letters = /[a-z]/;

/** A part of a name that is left out may stand between pieces of at least so many characters: 清镇政府 for 清镇市人民政府. */
const shortestPiece = 2;

/** Decides for each agency whether a search finds it. */
export type NameTest = (agency: Pick<Agency, 'name' | 'divisionCode'>) => boolean;

/**
 * Finds agencies by a part of the name (清镇), with the divisions above it (贵阳市清镇, 贵阳清镇), by pieces of it (清镇政府) and
 * by pinyin (qingzhen, qingzhenshi), its initials (qzs, gysqz) and names in English (Qingzhen City). Spaces are ignored. An empty search
 * finds all.
 */
export function nameTest(search: string): NameTest {
  const chinese = search
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(englishWord, (word) => englishWords[word] ?? word);
  const wanted = chinese.replace(/[\s']/gu, '');
  if (wanted === '') return () => true;
  if (letters.test(wanted)) return spellingTest(wanted.replaceAll('ü', 'v'));
  return (agency) => namesOf(agency).some((name) => name.includes(wanted) || hasPieces(name, wanted));
}

const known = new Map<string, readonly string[]>();

/** Everything an agency may be called: its name after those of its divisions, and both without suffixes. */
function namesOf({ name, divisionCode }: Parameters<NameTest>[0]): readonly string[] {
  const key = `${divisionCode} ${name}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const full = fullName(name, divisionCode).toLowerCase();
  const names = [full, full.replace(divisionSuffixes, '')];
  known.set(key, names);
  return names;
}

/** 贵州省贵阳市清镇市人民政府 for 清镇市人民政府. */
function fullName(name: string, divisionCode: string | null): string {
  const division = divisionCode === null ? null : divisionByCode(divisionCode);
  if (division === null) return name;
  const chain = [...divisionParents(division).reverse(), division].map((each) => each.name);
  const named = chain.findIndex((each) => name.startsWith(each));
  return [...chain.slice(0, named === -1 ? chain.length : named), name].join('');
}

function spellingTest(wanted: string): NameTest {
  // Passports and maps write lyu for lü.
  const spellings = new Set([wanted, wanted.replace(/([ln])yu/g, '$1v')]);
  const isNamed = (name: string): boolean => {
    const characters = [...name];
    return [...spellings].some((spelling) => characters.some((_, start) => isSpelt(characters, start, spelling)));
  };
  return (agency) => namesOf(agency).some(isNamed);
}

/** Whether characters from one on are spelt so: each by a reading or its first letter, the last by the beginning of a reading. */
function isSpelt(characters: readonly string[], start: number, wanted: string): boolean {
  // How many letters the characters so far may have taken.
  let taken = new Set([0]);
  for (let at = start; at < characters.length && taken.size > 0; at += 1) {
    const character = characters[at] ?? '';
    const further = new Set<number>();
    for (const reading of [character, ...readingsOf(character)]) {
      for (const count of taken) {
        if (reading.startsWith(wanted.slice(count))) return true;
        if (wanted.startsWith(reading, count)) further.add(count + reading.length);
        if (wanted[count] === reading[0]) further.add(count + 1);
      }
    }
    taken = further;
  }
  return false;
}

/** Whether the search falls into pieces that the name has in the same order. Each piece is taken as long as it can be. */
function hasPieces(name: string, wanted: string): boolean {
  let [from, done] = [0, 0];
  while (done < wanted.length) {
    const piece = longestPiece(wanted.slice(done), name.slice(from));
    if (piece.length < shortestPiece) return false;
    from = name.indexOf(piece, from) + piece.length;
    done += piece.length;
  }
  return true;
}

function longestPiece(wanted: string, name: string): string {
  let length = 0;
  while (length < wanted.length && name.includes(wanted.slice(0, length + 1))) length += 1;
  return wanted.slice(0, length);
}
