import type { FormColumn, FormRow } from '../../schema/law/forms/form.ts';
import { TableKey } from '../../schema/law/forms/form.ts';
import type { Statistic } from '../../schema/record/report.ts';
import type { Rule, RuleCheck } from './rule.ts';
import { failed, notApplicable, passed } from './rule.ts';
import type { Operand } from './table-view.ts';
import { operandAt, type TableView, viewTable } from './table-view.ts';

interface Counted {
  readonly row: FormRow;
  readonly columns: readonly FormColumn[];
}

/** Rows with the columns that count something; amounts of money may have decimals. */
function countedRows(view: TableView): Counted[] {
  return view.form.blocks.flatMap(({ columns, rows }) => {
    const counting = columns.filter(({ kind }) => kind !== 'amount');
    return counting.length === 0 ? [] : rows.map((row) => ({ row, columns: counting }));
  });
}

function isImpossible({ cell }: Operand, column: FormColumn): boolean {
  const value = cell?.value ?? 0;
  return !Number.isInteger(value) || (column.kind === 'count' && value < 0);
}

function check(view: TableView, { row, columns }: Counted): RuleCheck {
  const operands = columns.map((column) => operandAt(view, { row, column, name: column.name }));
  if (operands.every(({ cell }) => cell?.value == null)) {
    return notApplicable({ zh: `“${row.name.zh}”没有数字。`, en: `“${row.name.en}” has no figures.` });
  }
  const wrong = operands.filter((operand, index) => {
    const column = columns[index];
    return column !== undefined && isImpossible(operand, column);
  });
  if (wrong.length === 0) return passed;
  const quoted = wrong.map(({ cell }) => cell?.raw ?? '').join(', ');
  return failed({
    cells: wrong.map(({ path }) => path),
    expected: null,
    actual: wrong[0]?.cell?.value ?? null,
    message: {
      zh: `“${row.name.zh}”填有负数或小数:${quoted}。`,
      en: `“${row.name.en}” has negative or fractional counts: ${quoted}.`,
    },
  });
}

/** Units of what is counted one by one. */
const countable = new Set('条 件 次 个 人 人次 篇 期 份 部 场 家 项 起 宗 例 户 处 本 册 套 台 条次 件次'.split(' '));

/** A figure of the annex: none is negative, not of money either, and what is counted is whole. One that is makes no check: an annex has hundreds. */
function checkStatistic({ path, label, unit, cell: { value, raw } }: Statistic): RuleCheck[] {
  if (value === null) return [];
  const isWhole = unit === null || !countable.has(unit) || Number.isInteger(value);
  if (value >= 0 && isWhole) return [];
  const message = {
    zh: `统计表“${label}”填有负数或小数:${raw}。`,
    en: `“${label}” of the annex has a negative or fractional figure: ${raw}.`,
  };
  return [failed({ cells: [`statistics.${path}`], expected: null, actual: value, message })];
}

/** Counts are whole and not negative, in the annex amounts are not either; a change (本年增/减) is whole. */
export const countsWhole: Rule = {
  id: 'counts.whole',
  title: { zh: '件数为非负整数', en: 'Counts are whole and not negative' },
  severity: 'error',
  source: { zh: '各表件数栏与统计表', en: 'Columns of counts in all tables, and the annex' },
  check: (record) => [
    ...TableKey.options.flatMap((key) => {
      const view = record.form === null ? null : viewTable(record, key);
      return view === null ? [] : countedRows(view).map((row) => check(view, row));
    }),
    ...record.statistics.flatMap(checkStatistic),
  ],
  examples: {
    passing: {
      about: { zh: '内江市2020年:行政许可“减12”是变化,不是件数', en: 'Neijiang 2020: 减12 is a change, not a count' },
      form: '2019',
      year: 2020,
      rows: { 'proactiveDisclosure.licensing': [364, '减12', 309685] },
    },
    failing: {
      about: { zh: '同上,处理决定数量填为负数', en: 'The same with a negative number of decisions' },
      form: '2019',
      year: 2020,
      rows: { 'proactiveDisclosure.licensing': [364, '减12', '-309685'] },
    },
  },
};
