import { type Amount, amounts, unitIsPrinted } from './amounts.ts';
import type { Rule, RuleCheck } from './rule.ts';
import { failed, notApplicable, passed } from './rule-check.ts';

function check({ row, operand }: Amount): RuleCheck {
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
  check: (record) => amounts(record).map(check),
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
