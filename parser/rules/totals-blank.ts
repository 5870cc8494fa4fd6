import type { FormColumn } from '../../schema/forms/form.ts';
import { isBlank, isUnknown, type Operand, sum } from './operand.ts';
import { isResult, resultsTotal } from './results.ts';
import type { CheckableRecord, Rule, RuleCheck } from './rule.ts';
import { failed, notApplicable, passed } from './rule-check.ts';
import { columnsOf, inColumn, inRow, rowsOf, viewTable } from './table-view.ts';

const totalColumn = 'total';
const isTotal = (column: FormColumn): boolean => column.key === totalColumn;

interface Total {
  readonly total: Operand | undefined;
  readonly parts: readonly Operand[];
  readonly where: { readonly zh: string; readonly en: string };
}

/** The total of each row of tables 三 and 四, and of the results in each column of table 三. */
function totals(record: CheckableRecord): Total[] {
  const rowTotals = (['applications', 'reviewAndLitigation'] as const).flatMap((key) => {
    const view = viewTable(record, key);
    if (view === null) return [];
    return rowsOf(view).map((row) => ({
      total: inRow(view, row, isTotal)[0],
      parts: inRow(view, row, (column) => !isTotal(column)),
      where: row.name,
    }));
  });
  const applications = viewTable(record, 'applications');
  const columnTotals = (applications === null ? [] : columnsOf(applications)).flatMap((column) =>
    applications === null
      ? []
      : {
          total: inColumn(applications, column, (row) => row.key === resultsTotal)[0],
          parts: inColumn(applications, column, isResult),
          where: column.name,
        },
  );
  return [...rowTotals, ...columnTotals];
}

function check({ total, parts, where }: Total): RuleCheck {
  if (total === undefined || isUnknown(total)) {
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
  forms: ['2019', '2021'],
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
