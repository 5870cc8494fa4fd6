import type { IngestedRecord } from '../../schema/record/ingestion.ts';
import type { Outcome } from '../../schema/record/report.ts';

/**
 * Outcome of an object version. `rejected` when nothing of it was stored, `held` when a record has error findings or only
 * part of the file could be stored, `published` when all of it stands without an error.
 */
export function outcomeOf(records: readonly IngestedRecord[]): Outcome {
  const outcomes = new Set(records.map(({ outcome }) => outcome));
  if (!outcomes.has('published') && !outcomes.has('held')) return 'rejected';
  return outcomes.has('held') || outcomes.has('rejected') ? 'held' : 'published';
}
