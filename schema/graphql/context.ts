import DataLoader from 'dataloader';
import type { AgencyWithHeads, RecordReader, VersionRef } from '../record-store.ts';
import type { ReportRecord } from '../report.ts';
import type { RuleDescription } from '../rule.ts';

/** Loads records of one request: everything asked for in one turn is read from the store together. */
type RecordLoader = DataLoader<VersionRef, ReportRecord | null, string>;

/** What resolvers work with. Made anew for every request, so that nothing read is kept longer than the answer. */
export interface GraphqlContext {
  readonly reader: RecordReader;
  readonly rules: readonly RuleDescription[];
  readonly agencies: DataLoader<string, AgencyWithHeads | null>;
  /** With and without narrative texts, see `load-record.ts`. */
  readonly records: { readonly withTexts: RecordLoader; readonly withoutTexts: RecordLoader };
}

/** What the server is given once. */
export interface GraphqlSources {
  readonly reader: RecordReader;
  readonly rules: readonly RuleDescription[];
}

const versionKey = (ref: VersionRef): string => [ref.agencyId, ref.year, ref.kind, ref.slot, ref.version].join('\n');

function recordLoader(reader: RecordReader, texts: boolean): RecordLoader {
  return new DataLoader((refs) => reader.records(refs, { texts }), { cacheKeyFn: versionKey });
}

/** The context of one request. */
export function createGraphqlContext({ reader, rules }: GraphqlSources): GraphqlContext {
  return {
    reader,
    rules,
    agencies: new DataLoader((ids) => Promise.all(ids.map((id) => reader.agencyWithHeads(id)))),
    records: { withTexts: recordLoader(reader, true), withoutTexts: recordLoader(reader, false) },
  };
}
