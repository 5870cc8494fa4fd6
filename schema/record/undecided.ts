import { z } from 'zod';
import { divisionStem, divisionsByName, longestDivisionName } from '../law/vocabulary/division-names.ts';
import { divisionByCode } from '../law/vocabulary/divisions.ts';
import type { Agency } from './agency.ts';
import { agencyKind, canonicalOrganOf } from './agency-id.ts';
import { Reason } from './reason.ts';

/**
 * What was uploaded and may be the report of an agency under whose id it does not stand: no report was read in it, or it is held because the words
 * for its agency or its year disagree. Of an agency that it may be of, nobody can say that its report was not found.
 */

/** One record of an upload, or an upload without a record, of which it is not decided whose report on which year it is. */
export const Undecided = z.object({
  /** The words by which it may name its agency and year: those of the document, its file and its sender. */
  names: z.array(z.string()),
  /** The years that it may be of; empty where only its names tell. */
  years: z.array(z.int()),
  /** Why it was rejected; of a held one the titles of the rules that hold it. */
  reasons: z.array(Reason),
});
export type Undecided = z.infer<typeof Undecided>;

/** What is undecided of one upload, by its ingestion. */
export const UndecidedUpload = z.object({ ingestionId: z.string(), undecided: z.array(Undecided) });
export type UndecidedUpload = z.infer<typeof UndecidedUpload>;

/** Whether an upload may be an agency's report on a year. A name without its place may be that of any organ of its kind. */
export function mayBeReportOf({ names, years }: Undecided, agency: NamedAgency, year: number): boolean {
  const texts = names.map(comparable);
  return mayBeOfYear(texts, years, year) && texts.some((text) => mayName(text, agency));
}

type NamedAgency = Pick<Agency, 'name' | 'divisionCode'>;

function comparable(text: string): string {
  return text.normalize('NFKC').replace(/[\s_]+/gu, '');
}

/** A file of a year may be the report on the year before, which is published in it. */
function mayBeOfYear(texts: readonly string[], years: readonly number[], year: number): boolean {
  if (years.length > 0) return years.includes(year);
  const named = texts.flatMap((text) => text.match(/20[0-3]\d/gu) ?? []).map(Number);
  return named.length === 0 || named.some((each) => each === year || each === year + 1);
}

function mayName(text: string, { name, divisionCode }: NamedAgency): boolean {
  if (text.includes(name)) return true;
  return mayBePlaced(text, divisionCode) && namesOrganOf(text, { name, divisionCode });
}

/** Whether a text names a division, or none that would be another. */
function mayBePlaced(text: string, divisionCode: string | null): boolean {
  const division = divisionCode === null ? null : divisionByCode(divisionCode);
  if (division === null) return true;
  const own = [division.name, divisionStem(division)].some((each) => each !== null && text.includes(each));
  return own || !namesDivision(text);
}

function namesDivision(text: string): boolean {
  for (let start = 0; start < text.length; start += 1) {
    for (let length = 2; length <= longestDivisionName && start + length <= text.length; length += 1) {
      if (divisionsByName(text.slice(start, start + length)).length > 0) return true;
    }
  }
  return false;
}

/** What of a text is no name: the words for a report, and digits. */
const noName = /(?:政府|政务)?信息(?:与政务)?公开|政务公开|工作|年度|年报|报告|附件|\d+年?|[^\p{Script=Han}]+/gu;

/** Whether a text names an organ of an agency's kind, in whatever words: 教体局 for 教育和体育局; of other kinds, only the organ itself. A division alone is its government. */
function namesOrganOf(text: string, agency: NamedAgency): boolean {
  const organ = canonicalOrganOf(agency);
  const own = organ.replace(/人民政府$|办事处$/u, '');
  if (own.length > 1 && text.includes(own)) return true;
  const { key, names } = agencyKind(agency);
  if (key === 'other' || (key === 'government' && own !== '')) return false;
  const pieces = text.replace(noName, '\n').split('\n');
  const isGovernment = key === 'government' || key === 'governmentOffice';
  return pieces.some((piece) => names.test(piece) || (isGovernment && (/政府/u.test(piece) || isDivision(piece))));
}

function isDivision(piece: string): boolean {
  for (let start = 0; start < piece.length - 1; start += 1) {
    if (divisionsByName(piece.slice(start)).length > 0) return true;
  }
  return false;
}
