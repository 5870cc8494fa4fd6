import DataLoader from 'dataloader';
import type { RecordDifference } from '../record/difference.ts';
import type { AgencySnapshot, ListReader, Lists } from '../record/list-store.ts';
import type { Originals } from '../record/originals.ts';
import type { AgencyWithHeads, RecordReader } from '../record/record-store.ts';
import type { Releases } from '../record/release.ts';
import type { ReportRecord } from '../record/report.ts';
import type { Review } from '../record/review.ts';
import type { RuleDescription } from '../record/rule.ts';
import type { TextSearch } from '../record/text-search.ts';
import type { DocumentRef, VersionHead, VersionRef } from '../record/version-head.ts';
import { answerTooLarge } from './errors.ts';
import {
  createFindingSubjects,
  type FindingSubjects,
  loadByPart,
  type ReviewLoader,
  reviewLoader,
  settled,
} from './loaders.ts';
import type { NoticeCode } from './notices.ts';

/** Loads records of one request: everything asked for in one turn is read from the store together. */
type RecordLoader = DataLoader<VersionRef, ReportRecord | null, string>;

/** Who sends a request, by its credentials. */
export interface Viewer {
  /** As decisions name their reviewer. */
  readonly name: string;
}

/** Stores a decision on a finding with the time at which it comes. */
export type WriteReview = (decided: Omit<Review, 'at'>) => Promise<Review>;

/** What is served is read from here. */
export type Reader = RecordReader & ListReader;

/** What the server is given once. */
export interface GraphqlSources {
  readonly reader: Reader;
  readonly rules: readonly RuleDescription[];
}

/** What a request is answered with. */
export interface RequestSources extends GraphqlSources {
  readonly viewer: Viewer | null;
  readonly writeReview: WriteReview;
  /** Null where the API has no bucket of originals. */
  readonly originals: Originals | null;
  /** Null where the API has no bucket of its own. */
  readonly releases: Releases | null;
  /** Whether an answer can be sent piece by piece. */
  readonly streams: boolean;
  /** The search of texts, loaded when it is first asked for: most requests search nothing. */
  readonly textSearch: () => Promise<TextSearch>;
  readonly difference: (before: ReportRecord, after: ReportRecord) => RecordDifference;
}

/** What resolvers work with. Made anew for every request, so that nothing read is kept longer than the answer. */
export interface GraphqlContext extends RequestSources {
  /** The lists as they were when the first of them was asked for. */
  readonly lists: Lists;
  readonly agencies: DataLoader<string, AgencyWithHeads | null>;
  /** An agency's documents, of many agencies in one read. */
  readonly years: DataLoader<string, AgencySnapshot | null>;
  /** With and without narrative texts, see `load-record.ts`. */
  readonly records: { readonly withTexts: RecordLoader; readonly withoutTexts: RecordLoader };
  /** Every document published as a report, newest first. */
  readonly versions: DataLoader<DocumentRef, readonly VersionHead[], string>;
  readonly subjects: FindingSubjects;
  /** Codes of what the answer must say of its figures, put there by their resolvers. */
  readonly notices: Set<NoticeCode>;
  readonly reviews: ReviewLoader;
}

/** The context of one request. */
export function createGraphqlContext(sources: RequestSources): GraphqlContext {
  const { reader } = sources;
  const subjects = createFindingSubjects();
  const asked = new Map<string, Promise<AgencyWithHeads | null>>();
  const agencies = new DataLoader<string, AgencyWithHeads | null>(
    (ids) => Promise.all(ids.map((id) => settled(reader.agencyWithHeads(id)))),
    { cacheMap: asked },
  );
  return {
    ...sources,
    // Whoever may write sees what they wrote.
    lists: reader.lists({ current: sources.viewer !== null }),
    agencies,
    years: new DataLoader((ids: readonly string[]) => loadYears(ids, agencies, reader)),
    records: { withTexts: recordLoader(reader, subjects, true), withoutTexts: recordLoader(reader, subjects, false) },
    versions: new DataLoader(
      (refs: readonly DocumentRef[]) =>
        Promise.all(refs.map(({ agencyId, year }) => settled(reader.versions(agencyId, year)))),
      { cacheKeyFn: ({ agencyId, year }) => `${agencyId} ${year}` },
    ),
    subjects,
    notices: new Set(),
    reviews: reviewLoader(reader, asked),
  };
}

/** One agency is read as such, for what else is asked of it comes with it; many from their snapshots. */
async function loadYears(
  ids: readonly string[],
  agencies: GraphqlContext['agencies'],
  reader: Reader,
): Promise<readonly (AgencySnapshot | null | Error)[]> {
  const [only, ...more] = ids;
  if (only !== undefined && more.length === 0) return [await agencies.load(only)];
  return loadByPart(reader, ids, { agencyOf: (id) => id, load: (some) => reader.agencySnapshots(some) });
}

const versionKey = (ref: VersionRef): string => [ref.agencyId, ref.year, ref.kind, ref.slot, ref.version].join('\n');

/** Records that one call of the store can read; no more are read at a time, so that too much is known before all of it is in memory. */
const recordsAtOnce = { withTexts: 50, withoutTexts: 100 } as const;

/** Characters of narrative text that one answer may read, also to serve a part of it: some thousand reports of usual length. */
const mostCharacters = 8_000_000;

function recordLoader(reader: RecordReader, subjects: FindingSubjects, texts: boolean): RecordLoader {
  let characters = 0;
  const take = (record: ReportRecord | null): void => {
    if (record === null) return;
    subjects.ofRecord(record);
    characters += record.preamble.length + record.sections.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > mostCharacters) throw answerTooLarge('characters of text', mostCharacters);
  };
  const size = texts ? recordsAtOnce.withTexts : recordsAtOnce.withoutTexts;
  const load = async (refs: readonly VersionRef[]) => {
    const records: (ReportRecord | null)[] = [];
    for (let at = 0; at < refs.length; at += size) {
      const some = await reader.records(refs.slice(at, at + size), { texts });
      some.forEach(take);
      records.push(...some);
    }
    return records;
  };
  const agencyOf = ({ agencyId }: VersionRef) => agencyId;
  return new DataLoader((refs) => loadByPart(reader, refs, { agencyOf, load }), { cacheKeyFn: versionKey });
}
