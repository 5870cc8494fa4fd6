import type { TableKey } from '../../schema/law/forms/form.ts';
import type { RelationKey } from '../../schema/law/forms/relation.ts';
import type { Bilingual } from '../../schema/record/bilingual.ts';
import { equalSums } from './equal-sums.ts';
import type { CheckableRecord, RuleCheck } from './rule.ts';
import { relationsIn, viewTable } from './table-view.ts';

/** A relation of a table's form, and how a finding names the place where it is broken. */
interface SumRelation {
  readonly table: TableKey;
  readonly relation: RelationKey;
  readonly where: (place: Bilingual) => Bilingual;
}

/** Checks that the sums which a relation of the form makes equal are equal, at each place where it holds. */
export function sumChecks(record: CheckableRecord, { table, relation: key, where }: SumRelation): RuleCheck[] {
  const view = viewTable(record, table);
  if (view === null) return [];
  return relationsIn(view).flatMap(({ relation, sum, to }) =>
    relation.key === key ? [equalSums({ where: where(relation.place), left: sum, right: to })] : [],
  );
}
