import type { RelationKey } from '../../schema/law/forms/relation.ts';
import type { Bilingual } from '../../schema/record/bilingual.ts';
import type { CheckableRecord, RuleCheck } from './rule.ts';
import { notApplicable } from './rule-check.ts';
import { relationsIn, viewTable } from './table-view.ts';

/** A row of table 二 with the cells of a relation between its columns; all of them are numbers. */
export interface StockRow {
  readonly row: Bilingual;
  readonly cells: readonly string[];
  /** What the cells print, in the order of the relation: what is added up, then what it is held against. */
  readonly values: readonly number[];
}

/** One check for each row of table 二 in which the relation holds; not applicable where one of its cells has no number. */
export function stockChecks(
  record: CheckableRecord,
  key: RelationKey,
  check: (row: StockRow) => RuleCheck,
): RuleCheck[] {
  const view = viewTable(record, 'proactiveDisclosure');
  if (view === null) return [];
  return relationsIn(view).flatMap(({ relation, sum, to }) => {
    if (relation.key !== key) return [];
    const operands = [...sum, ...to];
    const values = operands.flatMap(({ cell }) => cell?.value ?? []);
    const { zh, en } = relation.place;
    if (values.length < operands.length) {
      return [notApplicable({ zh: `“${zh}”:没有数字可核对。`, en: `“${en}”: no figures to compare.` })];
    }
    return [check({ row: relation.place, cells: operands.map(({ path }) => path), values })];
  });
}
