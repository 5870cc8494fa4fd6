import { divisionByCode, divisionParents } from '../../law/vocabulary/divisions.ts';
import { initialsOf } from '../../law/vocabulary/pinyin-initials.ts';
import type { Agency } from '../agency.ts';

/** Ends of the names of divisions, which people leave out: 贵阳清镇 for 贵阳市清镇市. */
const divisionSuffixes = /[省市县区旗盟州]/gu;

/** Letters alone are taken for initials of pinyin. */
const letters = /^[a-z]+$/;

/** A part of a name that is left out may stand between pieces of at least so many characters: 清镇政府 for 清镇市人民政府. */
const shortestPiece = 2;

/** Decides for each agency whether a search finds it. */
export type NameTest = (agency: Pick<Agency, 'name' | 'divisionCode'>) => boolean;

/**
 * Finds agencies by a part of the name (清镇), with the divisions above it (贵阳市清镇, 贵阳清镇), by pieces of it (清镇政府) and
 * by initials (qzs, gysqz). Spaces are ignored. An empty search finds all.
 */
export function nameTest(search: string): NameTest {
  const wanted = search.replace(/\s/gu, '').toLowerCase();
  if (wanted === '') return () => true;
  if (letters.test(wanted)) return (agency) => namesOf(agency).some((name) => hasInitials(name, wanted));
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

function hasInitials(name: string, wanted: string): boolean {
  const characters = [...name];
  return characters.some((_, start) =>
    [...wanted].every((letter, offset) => initialsOf(characters[start + offset] ?? '').includes(letter)),
  );
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
