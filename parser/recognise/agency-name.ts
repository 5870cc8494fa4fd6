import { type Located, locateDivision } from './agency-division.ts';
import {
  government,
  governments,
  namesOrgan,
  officeOf,
  officePersons,
  shortGovernment,
  unlistedDivision,
  wholeDivision,
} from './agency-words.ts';

/** A name with the part of it that says where. */
export interface NamedAgency {
  readonly name: string;
  readonly located: Located;
}

/**
 * An agency's full name from the words that a document uses for it: a bare division stands for its people's government,
 * a bare township or subdistrict for its own. Null for words that name neither a place nor an organ.
 */
export function completeName(words: string): NamedAgency | null {
  const located = locateDivision(words);
  const place = words.slice(0, located.length);
  const organ = words.slice(located.length).replace(wholeDivision, '');
  if (located.length === 0) return unplacedName(organ, located);
  if (organ === '' || organ === government) return { name: wholeName(place, located) + government, located };
  return { name: place + governed(organ.replace(shortGovernment, government)), located };
}

/** An organ whose place is not printed, or a place that the list of divisions lacks: renamed since, or misspelt. */
function unplacedName(words: string, located: Located): NamedAgency | null {
  if (unlistedDivision.test(words)) return { name: words + government, located };
  return namesOrgan.test(words) ? { name: governed(words), located } : null;
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

/** The organ for which an office signs or answers letters, unless the report speaks as an office (我办). */
export function principalOf(words: string, person: string | null): string {
  const principal = officeOf.exec(words)?.[1];
  return principal === undefined || (person !== null && officePersons.has(person)) ? words : principal;
}
