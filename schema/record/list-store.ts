import type { Agency } from './agency.ts';
import type { Comparison } from './comparison.ts';
import type { DenominatorStatement } from './denominator.ts';
import type { RegisteredAgency } from './register.ts';
import type { UndecidedUpload } from './undecided.ts';
import type { VersionHead } from './version-head.ts';

/**
 * The part of the store that serves lists and measures: small lines of all agencies and of all documents of a year, read
 * whole, kept in the process and brought up to date by what has changed.
 */

/** Names a list: all agencies, the register, denominators, uploads of which it is undecided whose they are, or the current reports or plans of a year, or what its reports say of others. */
export type ListName =
  | 'agencies'
  | 'register'
  | 'denominators'
  | 'undecided'
  | `reports/${number}`
  | `plans/${number}`
  | `comparisons/${number}`;

/** Every line of one list, by division, name and id. `version` is another whenever a line is; null where a part of the list is missing. */
export interface ListSnapshot<Line> {
  readonly lines: readonly Line[];
  readonly version: string | null;
}

/**
 * The lists of one moment. With `within`, the beginning of a division code, a list may lack lines that do not lie there: who
 * needs no others need not wait for them. Throws `ListTooLarge` where a request asks for more than can be held.
 */
export interface Lists {
  agencies(within?: string): Promise<ListSnapshot<Agency>>;
  /** Every statement of the register, old ones too: `currentRegister` tells which hold. */
  register(within?: string): Promise<ListSnapshot<RegisteredAgency>>;
  /** Every statement on what figures of divisions are divided by, old ones too: `denominatorsOf` tells which hold. */
  denominators(within?: string): Promise<ListSnapshot<DenominatorStatement>>;
  /** Uploads of which it is not decided whose report on which year they are. */
  undecided(within?: string): Promise<ListSnapshot<UndecidedUpload>>;
  /** Current annual reports of a year. */
  reports(year: number, within?: string): Promise<ListSnapshot<VersionHead>>;
  /** Current work plans of a year. */
  plans(year: number, within?: string): Promise<ListSnapshot<VersionHead>>;
  /** What current reports of a year say of the report of the year before and of other documents of theirs: those with findings, by agency. */
  comparisons(year: number, within?: string): Promise<ListSnapshot<Comparison>>;
  /** What a list is at, which takes less than to read it where it is many provinces'. */
  version(list: ListName): Promise<string | null>;
  /** The day in China, ISO 8601, on which the lists are read: what is due depends on it. */
  today(): string;
  /** Years of which anything was ever stored, oldest first. */
  years(): Promise<readonly number[]>;
}

/** An agency with the current version of each of its documents, oldest year first. */
export interface AgencySnapshot {
  readonly agency: Agency;
  readonly heads: readonly VersionHead[];
  /** How its reports compare with one another. */
  readonly comparisons: readonly Comparison[];
}

export interface ListReader {
  /** The lists as they were some seconds ago at most; `current`: as they are when they are asked for. */
  lists(wanted?: { readonly current: boolean }): Lists;
  /** Many agencies in the order asked, in one batch a hundred; null where there is none of an id. */
  agencySnapshots(ids: readonly string[]): Promise<(AgencySnapshot | null)[]>;
}
