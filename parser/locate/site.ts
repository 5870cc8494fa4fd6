import { divisionStem } from '../../schema/law/vocabulary/division-names.ts';
import { type Division, divisions } from '../../schema/law/vocabulary/divisions.ts';
import { readingsOf } from '../../schema/law/vocabulary/pinyin.ts';
import type { Site } from './agency.ts';

/** The government whose site an address is of: http://www.neijiang.gov.cn/…, http://jyj.neijiang.gov.cn/… */
const governmentSite = /^https?:\/\/(?:[a-z\d-]+\.)*?([a-z\d]+)\.gov\.cn(?=[:/?#]|$)/iu;

let known: ReadonlyMap<string, readonly Division[]> | undefined;

/** The site that an address is of. Told by names in pinyin, whose table is loaded with this file: few documents come with an address. */
export function siteOf(url: string): Site {
  known ??= divisionsByPinyin();
  const label = governmentSite.exec(url)?.[1]?.toLowerCase();
  return { url, divisions: label === undefined ? [] : (known.get(label) ?? []) };
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
