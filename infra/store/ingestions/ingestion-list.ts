import type { Ingestion } from '../../../schema/record/ingestion.ts';
import type { IngestionFilter } from '../../../schema/record/record-store.ts';
import { allIngestionsPartition, outcomePartition } from '../table.ts';
import { ingestionOf } from './ingestion-item.ts';
import type { ListQuery } from './list-query.ts';

/** Ingestions, newest first; each outcome has a partition of its own, so no filter is needed. */
export function ingestionList({ outcome }: IngestionFilter): ListQuery<Ingestion> {
  return {
    index: outcome === undefined ? 'gsi1' : 'gsi2',
    partition: outcome === undefined ? allIngestionsPartition : outcomePartition(outcome),
    read: ingestionOf,
  };
}
