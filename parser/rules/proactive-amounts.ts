import type { FormRow } from '../../schema/law/forms/form.ts';
import type { AgencyLevel } from '../../schema/record/agency.ts';
import { readFigure } from '../wording/figure.ts';
import { type CheckableRecord, failed, notApplicable, passed, type Rule, type RuleCheck } from './rule.ts';
import { type Operand, operandAt, viewTable } from './table-view.ts';

/** An amount of money in table 二 with the row it stands in, and the number of things it was paid for, where printed. */
interface Amount {
  readonly row: FormRow;
  readonly operand: Operand;
  readonly items: Operand | null;
}

const itemsColumn = 'items';

/** Every amount that table 二 of the record's form has. */
function amounts(record: CheckableRecord): Amount[] {
  const view = viewTable(record, 'proactiveDisclosure');
  if (view === null) return [];
  return view.form.blocks.flatMap(({ columns, rows }) => {
    const amount = columns.find(({ kind }) => kind === 'amount');
    const items = columns.find(({ key }) => key === itemsColumn);
    if (amount === undefined) return [];
    return rows.map((row) => ({
      row,
      operand: operandAt(view, { row, column: amount, name: amount.name }),
      items: items === undefined ? null : operandAt(view, { row, column: items, name: items.name }),
    }));
  });
}

/** Whether a unit was printed: in the cell, or in the heading by which a plain number was multiplied when it was read. */
function unitIsPrinted({ cell }: Operand): boolean {
  if (cell?.value == null) return false;
  const alone = readFigure(cell.raw, 'amount');
  return alone.unitPrinted || alone.value !== cell.value;
}

function checkUnit({ row, operand }: Amount): RuleCheck {
  const value = operand.cell?.value ?? null;
  if (value === null) {
    return notApplicable({ zh: `“${row.name.zh}”没有金额。`, en: `“${row.name.en}” has no amount.` });
  }
  if (value === 0 || unitIsPrinted(operand)) return passed;
  return failed({
    cells: [operand.path],
    expected: null,
    actual: value,
    message: {
      zh: `“${row.name.zh}”的金额“${operand.cell?.raw ?? ''}”没有写明单位,按元读取,也可能是万元。`,
      en: `“${row.name.en}”: the amount “${operand.cell?.raw ?? ''}” has no unit; read as yuan, it may be ten thousands.`,
    },
  });
}

/** An amount names its unit, in its cell or in the heading of its column; without one it is read as yuan. */
export const proactiveAmountUnit: Rule = {
  id: 'proactive.amount-unit',
  title: { zh: '金额写明单位', en: 'Amounts name their unit' },
  severity: 'warning',
  source: { zh: '表二:采购总金额、本年收费金额(单位:万元)', en: 'Table 2: amounts, in ten thousand yuan' },
  needs: { tables: ['proactiveDisclosure'], kind: 'amount' },
  check: (record) => amounts(record).map(checkUnit),
  examples: {
    passing: {
      about: { zh: '内江市2020年', en: 'Neijiang 2020' },
      form: '2019',
      year: 2020,
      rows: { 'proactiveDisclosure.procurement': [3784, '58149.05万元'] },
    },
    failing: {
      about: { zh: '金额只填“1035000”', en: 'An amount printed as 1035000 alone' },
      form: '2019',
      year: 2020,
      rows: { 'proactiveDisclosure.procurement': [12, '1035000'] },
    },
  },
};

/** Yuan a procured item. Below, 万元 was likely meant; above, 元 was likely read as 万元. */
const leastPerItem = 100;
const mostPerItem = 5_000_000_000;

/** Yuan a year. More than that an organ of this level does not take in or spend by itself: revenue of whole divisions is less. */
const mostAYear: Readonly<Record<AgencyLevel, number>> = {
  township: 2e9,
  county: 5e10,
  prefecture: 5e11,
  province: 2e12,
  central: 2e13,
};

/** Administrative fees a year: those of the whole country are some 4e11 yuan, those of the richest province below 6e10. */
const mostFeesAYear: typeof mostAYear = { township: 1e8, county: 5e9, prefecture: 2e10, province: 6e10, central: 5e11 };
const feesRow = 'fees';

function doubt(record: CheckableRecord, { row, operand, items }: Amount): { zh: string; en: string } | null {
  const amount = operand.cell?.value ?? 0;
  const count = items?.cell?.value ?? 0;
  const most = row.key === feesRow ? mostFeesAYear : mostAYear;
  if (amount > most[record.agency?.level ?? 'central']) {
    return {
      zh: '超出该层级机关的可能规模,单位可能应为元',
      en: 'more than an organ of its level handles; perhaps it is yuan',
    };
  }
  if (count === 0 || amount === 0) return null;
  if (amount / count < leastPerItem) {
    return { zh: '平均每项不足百元,单位可能应为万元', en: 'less than 100 yuan an item; perhaps it is ten thousands' };
  }
  if (amount / count > mostPerItem) {
    return { zh: '平均每项超过五十亿元,单位可能应为元', en: 'more than 5 billion yuan an item; perhaps it is yuan' };
  }
  return null;
}

function checkPlausible(record: CheckableRecord, amount: Amount): RuleCheck {
  const { row, operand, items } = amount;
  const value = operand.cell?.value ?? null;
  if (value === null) {
    return notApplicable({ zh: `“${row.name.zh}”没有金额。`, en: `“${row.name.en}” has no amount.` });
  }
  const doubted = doubt(record, amount);
  if (doubted === null) return passed;
  return failed({
    cells: [operand.path, ...(items === null ? [] : [items.path])],
    expected: null,
    actual: value,
    message: {
      zh: `“${row.name.zh}”的金额合${value}元,${doubted.zh}。`,
      en: `“${row.name.en}” comes to ${value} yuan: ${doubted.en}.`,
    },
  });
}

/** An amount is of a size that its unit allows: 万元 and 元 are easily taken for each other. */
export const proactiveAmountPlausible: Rule = {
  id: 'proactive.amount-plausible',
  title: { zh: '金额与单位相称', en: 'Amounts are in proportion to their unit' },
  severity: 'warning',
  source: { zh: '表二:采购总金额、本年收费金额', en: 'Table 2: amounts' },
  needs: { tables: ['proactiveDisclosure'], kind: 'amount' },
  check: (record) => amounts(record).map((amount) => checkPlausible(record, amount)),
  examples: {
    passing: {
      about: { zh: '清镇市2020年:1468项,2290.54万元', en: 'Qingzhen 2020: 1468 items for 22.9 million yuan' },
      form: '2019',
      year: 2020,
      rows: { 'proactiveDisclosure.procurement': [1468, '2290.54万元'] },
    },
    failing: {
      about: { zh: '同上,“万元”误作“元”', en: 'The same with yuan in place of ten thousand yuan' },
      form: '2019',
      year: 2020,
      rows: { 'proactiveDisclosure.procurement': [1468, '2290.54元'] },
    },
  },
};
