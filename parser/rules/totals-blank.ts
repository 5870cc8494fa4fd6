import { TableKey } from '../../schema/law/forms/form.ts';
import type { Bilingual } from '../../schema/record/bilingual.ts';
import type { CheckableRecord, Rule, RuleCheck } from './rule.ts';
import { failed, notApplicable, passed } from './rule.ts';
import { isBlank, isUnknown, type Operand, relationsIn, sum, viewTable } from './table-view.ts';

interface Total {
  readonly total: Operand;
  readonly parts: readonly Operand[];
  readonly where: Bilingual;
}

/** What a relation of the form adds up to: first the totals of all rows, then those of columns. */
function totals(record: CheckableRecord): Total[] {
  const related = TableKey.options.flatMap((key) => {
    const view = viewTable(record, key);
    return view === null ? [] : relationsIn(view);
  });
  return (['columns', 'rows'] as const).flatMap((between) =>
    related.flatMap(({ relation, sum: parts, to: [total, ...more] }) => {
      const isTotal = relation.is === 'equal' && relation.between === between && more.length === 0;
      return isTotal && total !== undefined ? [{ total, parts, where: relation.place }] : [];
    }),
  );
}

function check({ total, parts, where }: Total): RuleCheck {
  if (isUnknown(total)) {
    return notApplicable({ zh: `“${where.zh}”的总计缺失或无法读取。`, en: `“${where.en}”: no readable total.` });
  }
  if (!isBlank(total) || sum(parts) === 0) return passed;
  const printed = parts.filter(({ cell }) => (cell?.value ?? 0) !== 0);
  return failed({
    cells: [total.path, ...printed.map(({ path }) => path)],
    expected: sum(parts),
    actual: null,
    message: {
      zh: `“${where.zh}”的总计空白,而分项合计${sum(parts)}。`,
      en: `“${where.en}”: the total is blank, but its parts add up to ${sum(parts)}.`,
    },
  });
}

/** A total is printed wherever its parts are not zero. */
export const totalsBlank: Rule = {
  id: 'totals.blank',
  title: { zh: '分项不为零时总计不空白', en: 'A total is printed where its parts are not zero' },
  severity: 'warning',
  source: { zh: '表三、表四“总计”栏', en: 'Tables 3 and 4, totals' },
  needs: { relation: 'rowTotal' },
  check: (record) => totals(record).map(check),
  examples: {
    passing: {
      about: { zh: '营口市2020年:表四各组都有总计', en: 'Yingkou 2020: each group of table 4 has its total' },
      form: '2019',
      year: 2020,
      rows: {
        'reviewAndLitigation.reconsideration': [8, 2, 1, 0, 11],
        'reviewAndLitigation.litigationAfterReconsideration': [0, 0, 0, 2, 2],
      },
    },
    failing: {
      about: { zh: '同上,行政复议总计未填', en: 'The same with the total of reconsideration left blank' },
      form: '2019',
      year: 2020,
      rows: { 'reviewAndLitigation.reconsideration': [8, 2, 1, 0, ''] },
    },
  },
};
