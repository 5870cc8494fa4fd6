import { z } from 'zod';
import { divisionsByName, divisionsByStem, longestDivisionName } from '../law/vocabulary/division-names.ts';
import type { Agency } from './agency.ts';
import { agencyKind, canonicalOrganOf } from './agency-id.ts';
import { Reason } from './reason.ts';

/**
 * What was uploaded and may be the report of an agency under whose id it does not stand: no report was read in it, or it is held because the words
 * for its agency or its year disagree. Of an agency that it may be of, nobody can say that its report was not found.
 */

/** One record of an upload, or an upload without a record, of which it is not decided whose report on which year it is. */
export const Undecided = z.object({
  /** The words by which it may name its agency and year: those of the document, its file and its sender; none where nothing names anybody. */
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

/** The uploads that may be an agency's report on a year, with what is undecided of them. */
export function uploadsOf(agency: NamedAgency, year: number, uploads: readonly UndecidedUpload[]): UndecidedUpload[] {
  return near(agency, uploads).flatMap(({ ingestionId, undecided }) => {
    const own = undecided.filter((each) => mayBeReportOf(each, agency, year));
    return own.length === 0 ? [] : [{ ingestionId, undecided: own }];
  });
}

/** The uploads that name nobody and may be a report on a year: nothing says of which agency. A calendar tells how many there are. */
export function unattributed(uploads: readonly UndecidedUpload[], year: number): UndecidedUpload[] {
  const isUnnamed = ({ names, years }: Undecided) => names.length === 0 && (years.length === 0 || years.includes(year));
  return uploads.filter(({ undecided }) => undecided.some(isUnnamed));
}

/** Uploads by the divisions that their words name; under null those that name none. */
type ByDivision = ReadonlyMap<string | null, readonly UndecidedUpload[]>;

const indexed = new WeakMap<readonly UndecidedUpload[], ByDivision>();

/** Of many uploads those that name an agency's division or none: a calendar asks for each of thousands of organs. */
function near({ divisionCode }: NamedAgency, uploads: readonly UndecidedUpload[]): readonly UndecidedUpload[] {
  if (divisionCode === null) return uploads;
  const index = indexed.get(uploads) ?? byDivision(uploads);
  indexed.set(uploads, index);
  return [...new Set([...(index.get(divisionCode) ?? []), ...(index.get(null) ?? [])])];
}

function byDivision(uploads: readonly UndecidedUpload[]): ByDivision {
  const index = new Map<string | null, UndecidedUpload[]>();
  for (const upload of uploads) {
    const texts = upload.undecided.flatMap((each) => readOnce(each).texts);
    const places = texts.flatMap((text): readonly (string | null)[] => text.places ?? [null]);
    for (const place of new Set(places)) index.set(place, [...(index.get(place) ?? []), upload]);
  }
  return index;
}

/** Whether an upload may be an agency's report on a year. A name without its place may be that of any organ of its kind. */
export function mayBeReportOf(undecided: Undecided, agency: NamedAgency, year: number): boolean {
  const { texts, years } = readOnce(undecided);
  return (years === null || years.has(year)) && texts.some((text) => mayName(text, agency));
}

type NamedAgency = Pick<Agency, 'name' | 'divisionCode'>;

/** Words as they are asked, for each of the thousands of organs of a register. */
interface Text {
  readonly words: string;
  /** Codes of the divisions that may be meant; null where none is named in full. */
  readonly places: readonly string[] | null;
  readonly pieces: readonly string[];
}

interface Known {
  readonly texts: readonly Text[];
  /** Null: of any. */
  readonly years: ReadonlySet<number> | null;
}

const known = new WeakMap<Undecided, Known>();

function readOnce(undecided: Undecided): Known {
  const before = known.get(undecided);
  if (before !== undefined) return before;
  const texts = undecided.names.map((name): Text => {
    const words = name.normalize('NFKC').replace(/[\s_]+/gu, '');
    return { words, places: placesIn(words), pieces: words.replace(noName, '\n').split('\n') };
  });
  const read = { texts, years: yearsOf(undecided, texts) };
  known.set(undecided, read);
  return read;
}

/** A file of a year may be the report on the year before, which is published in it. */
function yearsOf({ years }: Undecided, texts: readonly Text[]): ReadonlySet<number> | null {
  if (years.length > 0) return new Set(years);
  const named = texts.flatMap(({ words }) => words.match(/20[0-3]\d/gu) ?? []).map(Number);
  return named.length === 0 ? null : new Set(named.flatMap((year) => [year, year - 1]));
}

function mayName(text: Text, { name, divisionCode }: NamedAgency): boolean {
  if (text.words.includes(name)) return true;
  return mayBePlaced(text, divisionCode) && namesOrganOf(text, { name, divisionCode });
}

/** Whether a text names a division, or none that would be another. */
function mayBePlaced({ places }: Text, divisionCode: string | null): boolean {
  return places === null || divisionCode === null || places.includes(divisionCode);
}

/** Divisions that a text names, with their suffix or without it. */
function placesIn(words: string): readonly string[] | null {
  const found = new Set<string>();
  let isPlaced = false;
  for (let start = 0; start < words.length; start += 1) {
    for (let length = 2; length <= longestDivisionName && start + length <= words.length; length += 1) {
      const piece = words.slice(start, start + length);
      const named = divisionsByName(piece);
      isPlaced ||= named.length > 0;
      for (const { code } of [...named, ...divisionsByStem(piece)]) found.add(code);
    }
  }
  return isPlaced ? [...found] : null;
}

/** What of a text is no name: the words for a report, and digits. */
const noName = /(?:政府|政务)?信息(?:与政务)?公开|政务公开|工作|年度|年报|报告|附件|\d+年?|[^\p{Script=Han}]+/gu;

/** Whether a text names an organ of an agency's kind, in whatever words: 教体局 for 教育和体育局; of other kinds, only the organ itself. A division alone is its government. */
function namesOrganOf({ words, pieces }: Text, agency: NamedAgency): boolean {
  const organ = canonicalOrganOf(agency);
  const own = organ.replace(/人民政府$|办事处$/u, '');
  if (own.length > 1 && words.includes(own)) return true;
  const { key, names } = agencyKind(agency);
  if (key === 'other' || (key === 'government' && own !== '')) return false;
  const isGovernment = key === 'government' || key === 'governmentOffice';
  return pieces.some((piece) => names.test(piece) || (isGovernment && (government.test(piece) || isDivision(piece))));
}

/** A government, or a committee of the party, whose office may be the government's too. */
const government = /政府|[省市州盟县区旗]委(?:办|$)/u;

function isDivision(piece: string): boolean {
  for (let start = 0; start < piece.length - 1; start += 1) {
    if (divisionsByName(piece.slice(start)).length > 0) return true;
  }
  return false;
}
