import type { FormRow } from '../../schema/forms/form.ts';

/** Row of table 三 that sums up the results. */
export const resultsTotal = 'processed';

/** Row keys before a point: `other` is one row on form 2019, `other.*` three on form 2021. */
const results = ['granted', 'partlyGranted', 'refused', 'unavailable', 'notProcessed', 'other'];

/** Whether a row of table 三 is a result of processing. */
export function isResult(row: FormRow): boolean {
  return results.includes(row.key.split('.')[0] ?? '');
}
