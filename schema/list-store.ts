import type { Agency } from './agency.ts';
import type { Comparison } from './comparison.ts';
import type { VersionHead } from './record-store.ts';

/**
 * The part of the store that serves lists and measures: small lines of all agencies and of all documents of a year, read
 * whole and kept in the process as long as the table says that nothing was written.
 */

/** Every line of one list, by division, name and id. `version` is null where nothing may be kept: a write is under way. */
export interface Board<Line> {
  readonly lines: readonly Line[];
  readonly version: string | null;
}

/**
 * The lists of one moment. With `within`, the beginning of a division code, a list may lack lines that do not lie there: who
 * needs no others need not wait for them. Throws `ListTooLarge` where a request asks for more than can be held.
 */
export interface Boards {
  agencies(within?: string): Promise<Board<Agency>>;
  /** Current annual reports of a year. */
  reports(year: number, within?: string): Promise<Board<VersionHead>>;
  /** Current work plans of a year. */
  plans(year: number, within?: string): Promise<Board<VersionHead>>;
  /** Years of which anything was ever stored, oldest first. */
  years(): Promise<readonly number[]>;
}

/** Something whose change can be told: an agency with its years, one list, or the whole table. */
export type Scope = `agency/${string}` | 'agencies' | `reports/${number}` | `plans/${number}` | 'table';

/** What `versionsOf` says of an agency of which nothing is stored. */
export const nothingStored = 'none';

/** An agency with the current version of each of its documents, oldest year first. */
export interface AgencyCard {
  readonly agency: Agency;
  readonly heads: readonly VersionHead[];
  /** How its reports compare with one another. */
  readonly comparisons: readonly Comparison[];
}

export interface ListReader {
  /** The lists as they are when the first of them is asked for. */
  boards(): Boards;
  /** Many agencies in the order asked, in one batch a hundred; null where there is none of an id. */
  cards(ids: readonly string[]): Promise<(AgencyCard | null)[]>;
  /** What each scope is at now, every write that has ended included; null where nothing may be kept of it. */
  versionsOf(scopes: readonly Scope[]): Promise<(string | null)[]>;
}
