import type { GraphQLResolveInfo } from 'graphql';
import type { VersionHead } from '../record-store.ts';
import type { ReportRecord } from '../report.ts';
import type { GraphqlContext } from './context.ts';
import { readsTexts } from './reads-texts.ts';

/** The record that a head stands for. A head without its record is a fault of the store, never of the question. */
export async function loadRecord(
  head: VersionHead,
  context: GraphqlContext,
  info: GraphQLResolveInfo,
): Promise<ReportRecord> {
  const loader = readsTexts(info) ? context.records.withTexts : context.records.withoutTexts;
  const record = await loader.load(head);
  if (record === null) throw new Error(`record ${head.version} of ${head.agencyId} ${head.year} is not stored`);
  return record;
}
