import type { SectionKey } from '../law/vocabulary/sections.ts';
import type { Lists } from './list-store.ts';
import type { KindFilter, PlaceFilter } from './record-store.ts';
import type { ReportRecord } from './report.ts';
import type { VersionHead } from './version-head.ts';

/** The search of the narrative of reports: what is asked, what is found, and of how many reports that can be said. */

/** Units that stand one behind the other, folded; `joins` says whether nothing but blanks parts one from the next. */
export interface SearchPhrase {
  readonly units: readonly { readonly text: string; readonly isIdeograph: boolean; readonly joins: boolean }[];
}

/** Phrases that must all stand in one text. */
export interface TextQuery {
  readonly phrases: readonly SearchPhrase[];
  /** The same in the language of the index. */
  readonly expression: string;
}

/** Why nothing can be found by a search. */
export type QueryProblem = 'too-long' | 'too-many-phrases' | 'one-ideograph' | 'nothing-to-find';

/** A sentence as printed, where it begins in its text, and where in it the words found stand: UTF-16 units, from 0. */
export interface FoundSentence {
  readonly text: string;
  readonly offset: number;
  readonly words: readonly { readonly offset: number; readonly length: number }[];
}

export interface TextFilter extends KindFilter, PlaceFilter {
  /** Absent: every year. */
  readonly years?: readonly number[];
  readonly agencyId?: string;
  /** Absent: every section, and what stands before the first. */
  readonly sections?: readonly SectionKey[];
}

/** A text of a report by its number: 0 is what stands before the first section, 1 the first section. */
export interface FoundText {
  readonly head: VersionHead;
  readonly text: number;
}

/** What has been found, in how many of the reports that were asked for. */
export interface FoundTexts {
  /** By year, the newest first, then by division, agency and place in the report. */
  readonly texts: readonly FoundText[];
  /** Current reports that the filter lets through. */
  readonly of: number;
  /** Those whose texts have been looked through. */
  readonly searched: number;
  /** Those of the searched that print no text at all, but tables alone, or nothing that could be read. */
  readonly withoutText: number;
  /** Those left out because whose they are, or whether they are the published report, is in doubt. */
  readonly inDoubt: number;
  /** Whether those that are left will be searched when it is asked again. */
  readonly isComing: boolean;
}

/** What is searched: the lists of a moment, and the records of reports with their texts, null for one that cannot be had. */
export interface SearchedReports {
  readonly lists: Lists;
  readonly recordsOf: (heads: readonly VersionHead[]) => Promise<readonly (ReportRecord | null)[]>;
}

/** A sentence of a text, as it is compared with others: two with one `key` have the same words in the same order, whatever marks part them. */
export interface ComparedSentence {
  /** As printed. */
  readonly text: string;
  /** Its first UTF-16 unit in the text. */
  readonly offset: number;
  readonly key: string;
  /** Whether its words stand in the report of the year before, to its end. */
  readonly isRepeated: boolean;
}

/** A sentence of a section beside the report of the year before. */
export interface ReusedSentence extends Omit<ComparedSentence, 'key'> {
  /** Other agencies with the same sentence in the same year; null where it is not known. */
  readonly others: number | null;
}

/** What of a section stands in the agency's report of the year before. */
export interface TextReuse {
  readonly before: VersionHead;
  readonly sentences: readonly ReusedSentence[];
}

export interface TextSearch {
  read(text: string): TextQuery | QueryProblem;
  find(query: TextQuery, filter: TextFilter, searched: SearchedReports): Promise<FoundTexts>;
  /** The sentences of a text that was found. Throws where the query is not in it. */
  sentences(query: TextQuery, text: string): readonly FoundSentence[];
  /** The sentences of a text that are long enough to be compared, beside the texts of the year before. */
  compared(text: string, before: readonly string[]): readonly ComparedSentence[];
  /**
   * How many other agencies have each of the sentences in their current report on the same year; null where not every report of the year could
   * be searched, or there are too many sentences.
   */
  others(
    sentences: readonly ComparedSentence[],
    of: Pick<VersionHead, 'agencyId' | 'year'>,
    searched: SearchedReports,
  ): Promise<readonly number[] | null>;
}

/** The text of a report with a number. */
export function textOfRecord(
  { preamble, sections }: Pick<ReportRecord, 'preamble' | 'sections'>,
  text: number,
): string {
  return text === 0 ? preamble : (sections[text - 1]?.text ?? '');
}

/** What a text is about; null for what stands before the first section. */
export function keyOfText({ sections }: Pick<ReportRecord, 'sections'>, text: number): SectionKey | null {
  return sections[text - 1]?.key ?? null;
}
