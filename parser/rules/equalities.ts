import { TableKey } from '../../schema/law/forms/form.ts';
import { isUnknown } from './operand.ts';
import type { CheckableRecord } from './rule.ts';
import { relationsIn, viewTable } from './table-view.ts';

/** An equality between cells of a table: the signed sum of its terms is 0 where it holds. */
export interface Equality {
  readonly terms: readonly { readonly path: string; readonly sign: 1 | -1 }[];
}

/** The equalities of the record's tables that can be evaluated, as the sum rules check them. */
export function equalities(record: CheckableRecord): Equality[] {
  return TableKey.options.flatMap((key) => {
    const view = viewTable(record, key);
    return (view === null ? [] : relationsIn(view)).flatMap(({ relation, sum, to }) => {
      if (relation.is !== 'equal' || [...sum, ...to].some(isUnknown)) return [];
      const terms = (operands: typeof sum, sign: 1 | -1) => operands.map(({ path }) => ({ path, sign }));
      return [{ terms: [...terms(sum, 1), ...terms(to, -1)] }];
    });
  });
}

/** By how much an equality is off; a value that is not printed counts as 0. */
export function residual({ terms }: Equality, valueAt: (path: string) => number | null): number {
  return terms.reduce((sum, { path, sign }) => sum + sign * (valueAt(path) ?? 0), 0);
}
