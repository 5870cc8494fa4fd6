import {
  type DenominatorChange,
  denominatorChange,
  putDenominators,
  readDenominators,
} from '../../infra/store/denominator-store.ts';
import type { DenominatorStatement } from '../../schema/record/denominator.ts';
import type { Target } from '../target.ts';
import { withTable } from '../with-table.ts';
import { denominatorColumns } from './read-denominators.ts';

/** Stores what a file says that does not hold already, and answers what that is; with `dryRun` it stores nothing. */
export async function importDenominators(
  target: Target,
  statements: readonly DenominatorStatement[],
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<DenominatorChange> {
  return withTable(target, async (table) => {
    const change = denominatorChange(await readDenominators(table), statements);
    if (!dryRun) await putDenominators(table, [...change.added, ...change.changed]);
    return change;
  });
}

/** The denominators that hold, as rows that can be imported again: a heading, then a division, year and measure each. */
export async function denominatorRows(target: Target): Promise<string[][]> {
  const statements = await withTable(target, readDenominators);
  const rows = statements
    .filter(({ value }) => value !== null)
    .map(({ divisionCode, year, measure, raw, unit, source: { title, url, publishedOn } }) => [
      ...[divisionCode, String(year), measure, raw, unit],
      ...[title, url ?? '', publishedOn ?? ''],
    ]);
  return [[...denominatorColumns], ...rows];
}
