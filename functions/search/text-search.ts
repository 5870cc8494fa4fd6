import type { OpenSegment, Segments } from '../../infra/search/segments.ts';
import { findInText } from '../../parser/search/find.ts';
import { readTextQuery } from '../../parser/search/query.ts';
import { comparedSentences, standsInOneOf } from '../../parser/search/sentences.ts';
import { unitsOf } from '../../parser/search/units.ts';
import { isHeadOfKind, isInPlace, placeWithin } from '../../schema/record/lists/agency-list.ts';
import type { PlaceFilter } from '../../schema/record/record-store.ts';
import type { ReportRecord } from '../../schema/record/report.ts';
import {
  type ComparedSentence,
  type FoundText,
  type FoundTexts,
  keyOfText,
  type SearchedReports,
  type TextFilter,
  type TextQuery,
  type TextSearch,
  textOfRecord,
} from '../../schema/record/text-search.ts';
import { isIdentityInDoubt, type VersionHead } from '../../schema/record/version-head.ts';

export interface SearchLimits {
  /** Reports that no index has yet, and that one request reads one by one. */
  readonly mostRead: number;
  /** Milliseconds for which a request waits for indexes. */
  readonly waitMs: number;
  /** Sentences that are looked for in the reports of a year, each for some milliseconds. */
  readonly mostSentences: number;
}

export const usualSearchLimits: SearchLimits = { mostRead: 200, waitMs: 2_500, mostSentences: 300 };

/**
 * Searches the narrative of current reports: by the index of each year, and one by one in reports that it does not have yet. Which versions
 * are current the lists say, so that an index is never wrong, only late. Without `segments` reports are read one by one alone.
 */
export function createTextSearch(segments: Segments | null, limits: SearchLimits = usualSearchLimits): TextSearch {
  return {
    read: readTextQuery,
    sentences(query, text) {
      const found = findInText(text, query);
      if (found === null) throw new Error('The index names a text in which the words are not found.');
      return found;
    },
    compared: comparedSentences,
    others: (sentences, of, reports) => countOthers(sentences, of, { segments, reports, limits }),
    async find(query, filter, reports) {
      const years = [...(filter.years ?? (await reports.lists.years()))].sort((one, other) => other - one);
      const deadline = performance.now() + limits.waitMs;
      const found = await Promise.all(
        years.map((year) => searchYear({ segments, query, filter, deadline, lists: reports.lists }, year)),
      );
      const unread = await readUnread(found, { query, filter, reports, mostRead: limits.mostRead });
      if (segments !== null) await wantMissing(segments, found, unread, limits);
      return foundIn(found, unread, segments !== null);
    },
  };
}

interface Counting {
  readonly segments: Segments | null;
  readonly reports: SearchedReports;
  readonly limits: SearchLimits;
}

async function countOthers(
  sentences: readonly ComparedSentence[],
  { agencyId, year }: Pick<VersionHead, 'agencyId' | 'year'>,
  { segments, reports, limits }: Counting,
): Promise<readonly number[] | null> {
  if (sentences.length > limits.mostSentences) return null;
  const { lines } = await reports.lists.reports(year);
  const counts = sentences.map(() => 0);
  const isCounted = (head: VersionHead) => head.agencyId !== agencyId && !isInDoubt(head);
  const count = (open: OpenSegment | null): VersionHead[] => {
    for (const [at, { key }] of sentences.entries()) {
      // The words of the index in their order, to the last: the sentence ends there too.
      const rows = open?.segment.rowsWith(`"${key}"`) ?? null;
      if (open === null || rows === null) continue;
      for (const [place, head] of lines.entries()) {
        const report = open.segment.reports[open.places[place] ?? -1];
        const isThere = report?.texts.some((_, text) => rows[report.firstRow + text] === 1);
        if (isThere && isCounted(head)) counts[at] = (counts[at] ?? 0) + 1;
      }
    }
    return lines.filter((head, place) => isCounted(head) && (open === null || open.places[place] === -1));
  };
  const deadline = performance.now() + limits.waitMs;
  const unread = segments === null ? count(null) : await segments.use({ year, heads: lines, deadline }, count);
  if (unread.length > limits.mostRead / 2) await segments?.want(year);
  if (unread.length > limits.mostRead) return null;
  for (const record of unread.length === 0 ? [] : await reports.recordsOf(unread)) {
    if (record === null) return null;
    const stands = standsInOneOf(textNumbers(record).map((text) => textOfRecord(record, text)));
    for (const [at, { key }] of sentences.entries()) if (stands(key)) counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** A text that was found, by the place of its report among those of the year. */
interface Found extends FoundText {
  readonly place: number;
}

interface SearchedYear {
  readonly year: number;
  readonly texts: Found[];
  readonly of: number;
  searched: number;
  withoutText: number;
  readonly inDoubt: number;
  /** Reports that the index does not have, by their places. */
  readonly unread: ReadonlyMap<number, VersionHead>;
}

interface Asked {
  readonly segments: Segments | null;
  readonly query: TextQuery;
  readonly filter: TextFilter;
  readonly deadline: number;
  readonly lists: SearchedReports['lists'];
}

async function searchYear({ segments, query, filter, deadline, lists }: Asked, year: number): Promise<SearchedYear> {
  const { agencyId } = filter;
  const { lines } = await lists.reports(year, agencyId ?? placeWithin(filter));
  const search = (open: OpenSegment | null) => searchLines(lines, { year, query, filter, open });
  if (segments === null || lines.length === 0) return search(null);
  return segments.use({ year, heads: lines, deadline }, search);
}

interface InLines extends Pick<Asked, 'query' | 'filter'> {
  readonly year: number;
  readonly open: OpenSegment | null;
}

function searchLines(lines: readonly VersionHead[], { year, query, filter, open }: InLines): SearchedYear {
  const rows = open?.segment.rowsWith(query.expression) ?? null;
  const isAsked = filterTest(filter);
  const isWanted = sectionTest(filter);
  const texts: Found[] = [];
  const unread = new Map<number, VersionHead>();
  let [of, searched, withoutText, inDoubt] = [0, 0, 0, 0];
  for (const [place, head] of lines.entries()) {
    if (!isAsked(head)) continue;
    of += 1;
    const report = open?.segment.reports[open.places[place] ?? -1];
    if (isInDoubt(head)) inDoubt += 1;
    else if (report === undefined) unread.set(place, head);
    else {
      searched += 1;
      if (report.texts.length === 0) withoutText += 1;
      if (rows === null) continue;
      for (const [at, { text, key }] of report.texts.entries())
        if (rows[report.firstRow + at] === 1 && isWanted(key)) texts.push({ head, text, place });
    }
  }
  return { year, texts, of, searched, withoutText, inDoubt, unread };
}

/** Asks of each head only what the filter asks for: a search of all years goes through a hundred thousand. */
function filterTest({
  agencyId,
  years: _years,
  sections: _sections,
  ...filter
}: TextFilter): (head: VersionHead) => boolean {
  const { division, divisions, level, levels, type, types } = filter;
  const tests: ((head: VersionHead) => boolean)[] = [
    ...(agencyId === undefined ? [] : [(head: VersionHead) => head.agencyId === agencyId]),
    ...(division === undefined && divisions === undefined ? [] : [placeTest(filter)]),
    ...([level, levels, type, types].every((each) => each === undefined)
      ? []
      : [(head: VersionHead) => isHeadOfKind(head, filter)]),
  ];
  return (head) => tests.every((test) => test(head));
}

/** By the beginning of the id, which is looked at once for all agencies of a division. */
function placeTest(places: PlaceFilter): (head: VersionHead) => boolean {
  const known = new Map<string, boolean>();
  return ({ agencyId }) => {
    const code = agencyId.slice(0, divisionCodeLength);
    const before = known.get(code) ?? isInPlace({ id: agencyId }, places);
    known.set(code, before);
    return before;
  };
}

const divisionCodeLength = 6;

const doubts = new WeakMap<VersionHead, boolean>();

function isInDoubt(head: VersionHead): boolean {
  const known = doubts.get(head) ?? isIdentityInDoubt(head);
  doubts.set(head, known);
  return known;
}

/** Whether texts of a section are searched; what stands before the first is of none, and has no key. */
function sectionTest({ sections }: TextFilter): (key: string | null) => boolean {
  return (key) => sections === undefined || sections.some((section) => section === key);
}

interface Reading {
  readonly query: TextQuery;
  readonly filter: TextFilter;
  readonly reports: SearchedReports;
  readonly mostRead: number;
}

/** Searches reports that no index has, the newest first and so many at most; answers how many are left of each year. */
async function readUnread(
  years: readonly SearchedYear[],
  { query, filter, reports, mostRead }: Reading,
): Promise<ReadonlyMap<number, number>> {
  const all = years.flatMap((year) => [...year.unread].map(([place, head]) => ({ year, place, head })));
  const chosen = all.slice(0, mostRead);
  const left = new Map(years.map(({ year, unread }) => [year, unread.size]));
  const records = chosen.length === 0 ? [] : await reports.recordsOf(chosen.map(({ head }) => head));
  for (const [at, { year, place, head }] of chosen.entries()) {
    const record = records[at];
    if (record == null) continue;
    left.set(year.year, (left.get(year.year) ?? 0) - 1);
    year.searched += 1;
    if (!hasText(record)) year.withoutText += 1;
    for (const text of textsWith(record, query, filter)) year.texts.push({ head, text, place });
  }
  for (const { texts, unread } of years) {
    if (unread.size > 0) texts.sort((one, other) => one.place - other.place || one.text - other.text);
  }
  return left;
}

function hasText(record: ReportRecord): boolean {
  return textNumbers(record).some((text) => unitsOf(textOfRecord(record, text)).length > 0);
}

function textsWith(record: ReportRecord, query: TextQuery, filter: TextFilter): number[] {
  const isWanted = sectionTest(filter);
  return textNumbers(record).filter(
    (text) => isWanted(keyOfText(record, text)) && findInText(textOfRecord(record, text), query) !== null,
  );
}

/** What stands before the first section, and the sections. */
function textNumbers({ sections }: Pick<ReportRecord, 'sections'>): number[] {
  return Array.from({ length: sections.length + 1 }, (_, text) => text);
}

/** Has an index made of each year of which reports could not be searched, or so many had to be read that the next request would wait too. */
async function wantMissing(
  segments: Segments,
  years: readonly SearchedYear[],
  left: ReadonlyMap<number, number>,
  { mostRead }: SearchLimits,
): Promise<void> {
  const isMissing = ({ year, unread }: SearchedYear) => (left.get(year) ?? 0) > 0 || unread.size > mostRead / 2;
  await Promise.all(years.filter(isMissing).map(({ year }) => segments.want(year)));
}

function foundIn(years: readonly SearchedYear[], left: ReadonlyMap<number, number>, isIndexed: boolean): FoundTexts {
  const sum = (count: (year: SearchedYear) => number) => years.reduce((total, year) => total + count(year), 0);
  const isLeft = [...left.values()].some((count) => count > 0);
  return {
    texts: years.flatMap(({ texts }) => texts),
    of: sum(({ of }) => of),
    searched: sum(({ searched }) => searched),
    withoutText: sum(({ withoutText }) => withoutText),
    inDoubt: sum(({ inDoubt }) => inDoubt),
    isComing: isLeft && isIndexed,
  };
}
