import { divisionStem } from '../../schema/law/vocabulary/division-names.ts';
import { type Division, divisionParents, divisions } from '../../schema/law/vocabulary/divisions.ts';
import { readingsOf } from '../../schema/law/vocabulary/pinyin.ts';

/** The government whose site an address is of: http://www.neijiang.gov.cn/…, http://jyj.neijiang.gov.cn/… */
const governmentSite = /^https?:\/\/(?:[a-z\d-]+\.)*?([a-z\d]+)\.gov\.cn(?=[:/?#]|$)/iu;

let known: ReadonlyMap<string, readonly Division[]> | undefined;

/** The divisions whose government's site an address may be of, by their names in pinyin; none where the site is not named so. */
export function divisionsOfSite(url: string): readonly Division[] {
  known ??= divisionsByPinyin();
  const label = governmentSite.exec(url)?.[1]?.toLowerCase();
  return label === undefined ? [] : (known.get(label) ?? []);
}

/** Whether an address is of the site of other places than a division, those that it is in and those in it. */
export function isSiteElsewhere(url: string, { code }: Division): boolean {
  const found = divisionsOfSite(url);
  const chain = (division: Division) => [division, ...divisionParents(division)].map((each) => each.code);
  return found.length > 0 && !found.some((site) => chain(site).includes(code) || isIn(code, site));
}

function isIn(code: string, site: Division): boolean {
  const own = divisions.find((each) => each.code === code);
  return own !== undefined && divisionParents(own).some((parent) => parent.code === site.code);
}

function divisionsByPinyin(): ReadonlyMap<string, readonly Division[]> {
  const found = new Map<string, Division[]>();
  for (const division of divisions) {
    const spelled = [division.name, divisionStem(division) ?? division.name].flatMap(spellings);
    for (const label of new Set(spelled)) found.set(label, [...(found.get(label) ?? []), division]);
  }
  return found;
}

/** All ways to read a name; ü is written v or u. */
function spellings(name: string): string[] {
  return Array.from(name).reduce<string[]>(
    (before, character) =>
      before.flatMap((start) =>
        readingsOf(character)
          .flatMap((reading) => (reading.includes('v') ? [reading, reading.replace('v', 'u')] : [reading]))
          .map((reading) => start + reading),
      ),
    [''],
  );
}
