import type { AgencyLevel } from '../../schema/record/agency.ts';
import { type Amount, amounts } from './amounts.ts';
import type { CheckableRecord, Rule, RuleCheck } from './rule.ts';
import { failed, notApplicable, passed } from './rule-check.ts';

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

function check(record: CheckableRecord, amount: Amount): RuleCheck {
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
  check: (record) => amounts(record).map((amount) => check(record, amount)),
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
