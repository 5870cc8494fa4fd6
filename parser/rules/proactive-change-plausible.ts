import type { FormColumn, FormRow } from '../../schema/law/forms/form.ts';
import type { Rule, RuleCheck } from './rule.ts';
import { operandAt, type TableView, viewTable } from './table-view.ts';

/** An increase by more than this many times the stock is hardly one of items; it is perhaps a number of cases. */
const manyTimes = 10;
/** Stocks below this multiply easily, so they count as this. */
const leastStock = 10;

interface Stock {
  readonly row: FormRow;
  readonly previous: FormColumn;
  readonly change: FormColumn;
}

/** Rows that print last year's stock and this year's change. */
function stocks(view: TableView): Stock[] {
  return view.form.blocks.flatMap(({ columns, rows }) => {
    const previous = columns.find(({ key }) => key === 'previousItems');
    const change = columns.find(({ key }) => key === 'change');
    return previous && change ? rows.map((row) => ({ row, previous, change })) : [];
  });
}

const signed = (value: number): string => (value > 0 ? `+${value}` : String(value));

function check(view: TableView, { row, previous, change }: Stock): RuleCheck {
  const stock = operandAt(view, { row, column: previous, name: previous.name });
  const difference = operandAt(view, { row, column: change, name: change.name });
  const before = stock.cell?.value ?? null;
  const by = difference.cell?.value ?? null;
  if (before === null || by === null) {
    const why = { zh: `“${row.name.zh}”:没有数字可核对。`, en: `“${row.name.en}”: no figures to compare.` };
    return { outcome: 'notApplicable', why };
  }
  const cells = [difference.path, stock.path];
  const printed = {
    zh: `“${row.name.zh}”${previous.name.zh} ${before},${change.name.zh} ${signed(by)}`,
    en: `“${row.name.en}”: ${previous.name.en} ${before}, ${change.name.en} ${signed(by)}`,
  };
  if (before + by < 0) {
    const message = { zh: `${printed.zh},合计为负。`, en: `${printed.en}: less than none would be left.` };
    return { outcome: 'fail', failure: { severity: 'error', cells, expected: null, actual: before + by, message } };
  }
  if (by <= manyTimes * Math.max(before, leastStock)) return { outcome: 'pass' };
  const message = {
    zh: `${printed.zh},增加数是原有数的许多倍,可能填报的不是事项数。`,
    en: `${printed.en}: the increase is many times the stock; it may not count items.`,
  };
  return { outcome: 'fail', failure: { cells, expected: null, actual: by, message } };
}

/** Last year's items with this year's change are not negative (error), and the change is in proportion (warning). */
export const proactiveChangePlausible: Rule = {
  id: 'proactive.change-plausible',
  title: { zh: '本年增/减与上一年项目数量相称', en: 'The change is in proportion to the stock' },
  severity: 'warning',
  source: { zh: '2019年版格式表二:上一年项目数量、本年增/减', en: 'Form of 2019, table 2: stock and change' },
  needs: { tables: ['proactiveDisclosure'], columns: ['previousItems', 'change'] },
  check: (record) => {
    const view = viewTable(record, 'proactiveDisclosure');
    return view === null ? [] : stocks(view).map((stock) => check(view, stock));
  },
  examples: {
    passing: {
      about: { zh: '内江市2020年', en: 'Neijiang 2020' },
      form: '2019',
      year: 2020,
      rows: { 'proactiveDisclosure.licensing': [364, '减12', 309685] },
    },
    failing: {
      about: { zh: '清镇市2020年:49项,本年增加19292', en: 'Qingzhen 2020: 49 items, increased by 19292' },
      form: '2019',
      year: 2020,
      rows: { 'proactiveDisclosure.fees': [49, '+19292'] },
    },
  },
};
