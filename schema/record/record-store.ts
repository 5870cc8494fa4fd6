import type { FormId } from '../law/forms/form.ts';
import type { MetricKey } from '../law/metrics/metrics.ts';
import type { Agency, AgencyLevel } from './agency.ts';
import type { Comparison, ComparisonKind } from './comparison.ts';
import type { Ingestion } from './ingestion.ts';
import type { Outcome, ReportRecord } from './report.ts';
import type { Review, ReviewRef } from './review.ts';
import type { Scope } from './scope.ts';
import type { VersionHead, VersionRef } from './version-head.ts';

/**
 * The port between what is served or ingested and where it is kept. `infra/` implements it on DynamoDB;
 * `docs/access-patterns.md` counts the calls each method may make.
 */

export interface AgencyWithHeads {
  readonly agency: Agency;
  /** The current version of every year and work plan, oldest first. */
  readonly heads: readonly VersionHead[];
  /** How its reports compare with one another, and what was decided of findings. */
  readonly comparisons: readonly Comparison[];
  readonly reviews: readonly Review[];
  /** Changes with everything above. */
  readonly version: string;
}

/** The reports of a year and of its neighbours, and how they compare. */
export interface YearsAround {
  readonly reports: readonly VersionHead[];
  readonly comparisons: readonly Comparison[];
  readonly reviews: readonly Review[];
}

export interface PageRequest {
  readonly first: number;
  readonly after: string | null;
  /** Where it is given, the page is the last `first` items before this cursor, or of the whole list where that is null. */
  readonly backward?: { readonly before: string | null };
}

/** `cursors` are one an item, opaque. `totalCount` counts every item that the filter lets through. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly totalCount: () => Promise<number>;
}

/** Agencies of a level, and of a kind of organ by its key (`schema/law/vocabulary/organ-kinds.ts`), or of one of several; all where nothing is given. */
export interface KindFilter {
  readonly level?: AgencyLevel;
  readonly levels?: readonly AgencyLevel[];
  readonly type?: string;
  readonly types?: readonly string[];
}

/** Agencies of a division, or of one of several, each a prefix of a code that ends at a level: `51`, `5110`, `511000`. */
export interface PlaceFilter {
  readonly division?: string;
  readonly divisions?: readonly string[];
}

/** What an agency itself must be; every condition given must hold. */
export interface AgencyCondition extends KindFilter, PlaceFilter {
  /** Whether the documents tell its division; national organs have none to tell. */
  readonly placed?: boolean;
  /** Words, partial names or initials, see `schema/record/lists/name-search.ts`. */
  readonly nameContains?: string;
}

export interface AgencyFilter extends AgencyCondition {
  /** Only agencies with an annual report of one of these years. */
  readonly years?: readonly number[];
  /** Only agencies of which one of these holds. */
  readonly or?: readonly AgencyCondition[];
}

/** A measure of `schema/law/metrics/` within bounds, both included. A report that has no such figure is outside. */
export interface MetricRange {
  readonly metric: MetricKey;
  readonly min?: number;
  readonly max?: number;
}

/** What a report itself must be; every condition given must hold. */
export interface ReportCondition extends KindFilter, PlaceFilter {
  readonly form?: FormId;
  /** Whose figures they give as a whole. */
  readonly scope?: Scope;
  readonly scopes?: readonly Scope[];
  readonly outcome?: Outcome;
  /** Only reports with a finding of this rule. */
  readonly rule?: string;
  readonly metrics?: readonly MetricRange[];
}

export interface ReportFilter extends ReportCondition {
  readonly years: readonly number[];
  /** Only reports of which one of these holds. */
  readonly or?: readonly ReportCondition[];
}

export interface IngestionFilter {
  readonly outcome?: Outcome;
}

/** Which parts of a stored record to read: narrative texts are kept apart, so a query without them costs less. */
export interface RecordParts {
  readonly texts: boolean;
}

export interface RecordReader {
  /** Names the part of the store that an agency is in, where parts can fail apart; absent: the store is one. */
  readonly partOf?: (agencyId: string) => string;
  agencyWithHeads(id: string): Promise<AgencyWithHeads | null>;
  /** In the order asked; null where no such version is stored. Without `texts`, section texts and the preamble are empty. */
  records(refs: readonly VersionRef[], parts: RecordParts): Promise<(ReportRecord | null)[]>;
  /** Every document published as a report, newest arrival first, as the newest parser that read it did; none that was retracted. */
  versions(agencyId: string, year: number): Promise<VersionHead[]>;
  /** What was decided of findings, in the order asked. */
  reviews(refs: readonly ReviewRef[]): Promise<(Review | null)[]>;
  agencies(filter: AgencyFilter, page: PageRequest): Promise<Page<Agency>>;
  /** Current annual reports of a year, by division and name. */
  reports(filter: ReportFilter, page: PageRequest): Promise<Page<VersionHead>>;
  ingestion(id: string): Promise<Ingestion | null>;
  /** Newest first. */
  ingestions(filter: IngestionFilter, page: PageRequest): Promise<Page<Ingestion>>;
}

/** What the reports of an agency say of each other. Read as it is now, not as it was a moment ago: what is written next depends on it. */
export interface ComparisonStore {
  /** Current annual reports of a year, the one before and the one after, and the comparisons and decisions stored under these years. */
  yearsAround(agencyId: string, year: number): Promise<YearsAround>;
  /** Documents published as the report of a year, as `RecordReader.versions`. */
  versions(agencyId: string, year: number): Promise<VersionHead[]>;
  records(refs: readonly VersionRef[], parts: RecordParts): Promise<(ReportRecord | null)[]>;
}

/** Writes that change what readers see. Each may be repeated. */
export interface RecordWrites {
  /** Stores a version whole, then makes the best of the report's versions current. Doing it again changes nothing. */
  putRecord(head: VersionHead, record: ReportRecord): Promise<void>;
  /**
   * Takes a version back: a newer parser reads the same upload as another agency's, year's or plan's. The best of the
   * versions left becomes current; where none is left the year has no report, and an agency without any is no longer listed.
   */
  retract(ref: VersionRef): Promise<void>;
  /** Takes the place of whatever stands there. */
  putComparison(comparison: Comparison): Promise<void>;
  removeComparison(agencyId: string, year: number, kind: ComparisonKind): Promise<void>;
  /** Stores a decision on a finding, unless a later one stands. */
  putReview(review: Review): Promise<void>;
}

export interface RecordWriter extends ComparisonStore {
  ingestion(id: string): Promise<Ingestion | null>;
  /**
   * Makes writes that belong together: the lists they change are announced once, and what is kept of their agencies for
   * lists is brought up to date when all are made. Work that throws leaves its announcement: it may be half done.
   */
  change<T>(work: (writes: RecordWrites) => Promise<T>): Promise<T>;
  /** Stores what happened, unless something else than `known` stands there by now: then it answers false. */
  putIngestion(ingestion: Ingestion, known: Ingestion | null): Promise<boolean>;
}
