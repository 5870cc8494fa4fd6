import { Comparison } from '../../../schema/record/comparison.ts';
import type { Item } from '../batch.ts';
import { comparisonKey } from '../table.ts';

/** What two reports say of each other, under the year of the later one. */
export function comparisonItem(comparison: Comparison): Item {
  return { ...comparisonKey(comparison.agencyId, comparison.after.year, comparison.kind), ...comparison };
}

/** Throws where an item is not a comparison. */
export function comparisonOf(item: Item): Comparison {
  return Comparison.parse(item);
}
