import { anyTable } from '../../schema/law/forms/needs.ts';
import { tableCells } from '../../schema/record/table-rows.ts';
import type { CheckableRecord, Rule, RuleCheck } from './rule.ts';
import { failed, passed } from './rule.ts';

function check(record: CheckableRecord): RuleCheck[] {
  const tables = Object.keys(record.tables);
  const values = tableCells(record.tables).flatMap(([, { value }]) => value ?? []);
  if (values.length === 0) return [];
  if (values.some((value) => value !== 0)) return [passed];
  return [
    failed({
      cells: tables,
      expected: null,
      actual: 0,
      message: {
        zh: `各表共${values.length}个数字全部为0,可能是未填写的格式。`,
        en: `All ${values.length} figures of the tables are 0; the form may not have been filled in.`,
      },
    }),
  ];
}

/** A report of nothing but zeros may be true of a small organ, or the form with nothing filled in. */
export const reportAllZero: Rule = {
  id: 'report.all-zero',
  title: { zh: '各表不全为零', en: 'Not every figure is zero' },
  severity: 'info',
  source: { zh: '表二至表四', en: 'Tables 2 to 4' },
  needs: anyTable,
  check,
  examples: {
    passing: {
      about: { zh: '只收到1件申请并予以公开', en: 'One application received and granted, nothing else' },
      form: '2021',
      rows: {
        'applications.newlyReceived': [1, 0, 0, 0, 0, 0, 1],
        'applications.granted': [1, 0, 0, 0, 0, 0, 1],
        'applications.processed': [1, 0, 0, 0, 0, 0, 1],
      },
    },
    failing: { about: { zh: '各表全填0', en: 'Every cell is 0' }, form: '2021' },
  },
};
