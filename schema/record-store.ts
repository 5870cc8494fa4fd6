import type { Agency } from './agency.ts';
import type { FormId } from './forms/form.ts';
import type { Ingestion } from './ingestion.ts';
import type { Kind, Outcome, ReportRecord } from './report.ts';

/**
 * The port between what is served or ingested and where it is kept. `infra/` implements it on DynamoDB;
 * `docs/access-patterns.md` counts the calls each method may make.
 */

/** When a document arrived, comparable as a string: the later one is current. */
export type Arrival = string;

/** One stored version of a record, named by what was read and what read it: the same bytes and parser give the same version. */
export interface VersionRef {
  readonly agencyId: string;
  readonly year: number;
  readonly kind: Exclude<Kind, 'unrecognised'>;
  /** Tells the work plans of a year apart; empty for the annual report, of which a year has one. */
  readonly slot: string;
  readonly version: string;
}

/** What is known of a version without reading it: enough for lists, rankings and aggregates. */
export interface VersionHead extends VersionRef {
  readonly agencyName: string;
  readonly divisionCode: string | null;
  readonly form: FormId | null;
  readonly title: string | null;
  readonly outcome: Outcome;
  readonly complete: boolean;
  readonly publishedOn: string | null;
  readonly findings: { readonly error: number; readonly warning: number; readonly info: number };
  /** Headline figures by cell path, `applications.newlyReceived.total`; absent where nothing readable is printed. */
  readonly figures: Readonly<Record<string, number>>;
  readonly ingestionId: string;
  readonly bucket: string;
  readonly key: string;
  readonly objectVersionId: string | null;
  readonly arrival: Arrival;
}

export interface AgencyWithHeads {
  readonly agency: Agency;
  /** The current version of every year and work plan, oldest first. */
  readonly heads: readonly VersionHead[];
}

export interface PageRequest {
  readonly first: number;
  readonly after: string | null;
}

/** `cursors` are one an item, opaque. `totalCount` counts every item that the filter lets through. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean;
  readonly totalCount: () => Promise<number>;
}

export interface AgencyFilter {
  /** Any prefix of a division code that ends at a level: `51`, `5110`, `511000`. */
  readonly division?: string;
  readonly level?: string;
  readonly nameContains?: string;
  readonly year?: number;
}

export interface ReportFilter {
  readonly year: number;
  readonly division?: string;
  readonly outcome?: Outcome;
}

export interface IngestionFilter {
  readonly outcome?: Outcome;
}

/** Which parts of a stored record to read: narrative texts are kept apart, so a query without them costs less. */
export interface RecordParts {
  readonly texts: boolean;
}

export interface RecordReader {
  agencyWithHeads(id: string): Promise<AgencyWithHeads | null>;
  /** In the order asked; null where no such version is stored. Without `texts`, section texts and the preamble are empty. */
  records(refs: readonly VersionRef[], parts: RecordParts): Promise<(ReportRecord | null)[]>;
  /** Every version of a report, newest arrival first. */
  versions(agencyId: string, year: number): Promise<VersionHead[]>;
  agencies(filter: AgencyFilter, page: PageRequest): Promise<Page<Agency>>;
  /** Current annual reports of a year, by division and name. */
  reports(filter: ReportFilter, page: PageRequest): Promise<Page<VersionHead>>;
  ingestion(id: string): Promise<Ingestion | null>;
  /** Newest first. */
  ingestions(filter: IngestionFilter, page: PageRequest): Promise<Page<Ingestion>>;
}

export interface RecordWriter {
  ingestion(id: string): Promise<Ingestion | null>;
  /** Stores a version whole, then makes it current unless a later arrival already is. Doing it again changes nothing. */
  putRecord(head: VersionHead, agency: Agency, record: ReportRecord): Promise<void>;
  putIngestion(ingestion: Ingestion): Promise<void>;
}
