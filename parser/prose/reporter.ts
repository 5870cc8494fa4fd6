import { divisionByCode, divisionParents } from '../../schema/law/vocabulary/divisions.ts';
import { canonicalOrgan, organKind } from '../../schema/law/vocabulary/organ-kinds.ts';
import { areaSubject, lowestLevelOf, organSubject, partSubject } from '../../schema/law/vocabulary/scope-words.ts';
import { type Agency, AgencyLevel } from '../../schema/record/agency.ts';
import { agencyKind, canonicalOrganOf } from '../../schema/record/agency-id.ts';

/** Who reports, as far as it tells whether a sentence speaks of it. */
export type Reporter = Pick<Agency, 'name' | 'divisionCode' | 'level'>;

const area = new RegExp(areaSubject, 'u');
const part = new RegExp(partSubject, 'u');
const namedOrgan = new RegExp(organSubject, 'u');
const levels = AgencyLevel.options;

/** Whether a clause begins with an area in which the reporter's is a part: 全省 in the report of a city. */
export function isWiderArea(clause: string, reporter: Reporter | null): boolean {
  const word = area.exec(clause)?.groups?.area;
  const lowest = word === undefined ? undefined : lowestLevelOf[word];
  if (lowest === undefined || reporter === null || reporter.level === null) return false;
  if (word === '市' && reporter.level === 'county' && isCity(reporter)) return false;
  return levels.indexOf(reporter.level) > levels.indexOf(lowest);
}

const levelWord = /^[省市县区州盟旗]/u;

/** Whether words for a level are for another than the reporter's: 市本级 in the report of a county. */
export function isOtherLevel(words: string, reporter: Reporter | null): boolean {
  const [word = ''] = levelWord.exec(words) ?? [];
  const level = lowestLevelOf[word];
  if (level === undefined || reporter === null || reporter.level === null || reporter.level === level) return false;
  const division = reporter.divisionCode === null ? null : divisionByCode(reporter.divisionCode);
  return division === null || !division.name.endsWith(word);
}

/** Whether a county is a city of its own, or nothing tells that it is none. */
function isCity({ divisionCode }: Reporter): boolean {
  const division = divisionCode === null ? null : divisionByCode(divisionCode);
  return division === null || division.name.endsWith('市');
}

/** Whether a clause has as its subject parts of what reports, or an organ that is not the reporter. */
export function isSomebodyElse(clause: string, reporter: Reporter | null): boolean {
  const organ = namedOrgan.exec(clause)?.groups?.organ;
  return part.test(clause) || (organ !== undefined && reporter !== null && !isReporter(organ, reporter));
}

/** Whether a clause begins with the reporter, by a name or as 我市, 本市. */
export function namesReporter(clause: string, reporter: Reporter | null): boolean {
  const organ = namedOrgan.exec(clause)?.groups?.organ;
  const isNamed = organ !== undefined && reporter !== null && isReporter(organ, reporter);
  return isNamed || (area.test(clause) && !isWiderArea(clause, reporter));
}

const levelBefore = /^[省市县区州盟旗](?=.{2})/u;
const withPlace = /^.{2,}[市县区州盟旗](?=.)/u;

/** Whether a name's characters stand in another in this order: 人防办 in 人民防空办公室. */
function isShortFor(short: string, name: string): boolean {
  let at = -1;
  return [...short].every((character) => {
    at = name.indexOf(character, at + 1);
    return at !== -1;
  });
}

/** 市公安局 is 内江市公安局, and so is 公安局; 东兴区公安局 is not, nor is 内江市 a district in it. */
function isReporter(organ: string, { name, divisionCode }: Reporter): boolean {
  const division = divisionCode === null ? null : divisionByCode(divisionCode);
  if (division !== null && divisionParents(division).some((parent) => organ.endsWith(parent.name))) return false;
  if (isShortFor(organ, name)) return true;
  const own = canonicalOrganOf({ name, divisionCode });
  const said = canonicalOrgan(canonicalOrganOf({ name: organ, divisionCode }).replace(levelBefore, ''));
  if (isShortFor(said, own)) return true;
  const kind = organKind(said);
  return !withPlace.test(said) && kind.key !== 'other' && kind.key === agencyKind({ name, divisionCode }).key;
}
