import type { RelationKey } from '../../schema/law/forms/relation.ts';
import type { Bilingual } from '../../schema/record/bilingual.ts';
import { type CheckableRecord, failed, notApplicable, passed, type Rule, type RuleCheck } from './rule.ts';
import { relationsIn, viewTable } from './table-view.ts';

/** A row of table 二 with the cells of a relation between its columns; all of them are numbers. */
interface StockRow {
  readonly row: Bilingual;
  readonly cells: readonly string[];
  /** What the cells print, in the order of the relation: what is added up, then what it is held against. */
  readonly values: readonly number[];
}

/** One check for each row of table 二 in which the relation holds; not applicable where one of its cells has no number. */
function stockChecks(record: CheckableRecord, key: RelationKey, check: (row: StockRow) => RuleCheck): RuleCheck[] {
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

/**
 * Documents issued this year are in force or were repealed (form of 2021): with fewer, last year would have closed with
 * a stock below zero. A warning: some lapse without being repealed.
 */
export const proactiveStockPlausible: Rule = {
  id: 'proactive.stock-plausible',
  title: {
    zh: '本年制发件数不大于现行有效与本年废止件数之和',
    en: 'Issued is no more than in force and repealed together',
  },
  severity: 'warning',
  source: {
    zh: '2021年版格式表二:本年制发件数、本年废止件数、现行有效件数',
    en: 'Form of 2021, table 2: issued, repealed, in force',
  },
  needs: { relation: 'issuedInForce' },
  check: (record) =>
    stockChecks(record, 'issuedInForce', ({ row, cells, values: [issued = 0, repealed = 0, inForce = 0] }) =>
      issued <= inForce + repealed
        ? passed
        : failed({
            cells,
            expected: inForce + repealed,
            actual: issued,
            message: {
              zh: `“${row.zh}”本年制发 ${issued},多于现行有效 ${inForce} 与本年废止 ${repealed} 之和。`,
              en: `“${row.en}”: ${issued} issued this year, but ${inForce} in force and ${repealed} repealed.`,
            },
          }),
    ),
  examples: {
    passing: {
      about: { zh: '本年制发5件,废止12件,现行有效8件', en: '5 issued, 12 repealed, 8 in force' },
      form: '2021',
      rows: { 'proactiveDisclosure.normativeDocuments': [5, 12, 8] },
    },
    failing: {
      about: { zh: '本年制发56件,现行有效只有5件', en: '56 issued but only 5 in force' },
      form: '2021',
      rows: { 'proactiveDisclosure.normativeDocuments': [56, 0, 5] },
    },
  },
};

/** What was newly disclosed this year is part of all that is in public (form of 2019). */
export const proactiveDisclosedInPublic: Rule = {
  id: 'proactive.disclosed-in-public',
  title: { zh: '本年新公开数量不大于对外公开总数量', en: 'Newly disclosed is no more than in public' },
  severity: 'warning',
  source: {
    zh: '2019年版格式表二:本年新公开数量、对外公开总数量',
    en: 'Form of 2019, table 2: newly disclosed and in public',
  },
  needs: { relation: 'disclosedInPublic' },
  check: (record) =>
    stockChecks(record, 'disclosedInPublic', ({ row, cells, values: [disclosed = 0, inPublic = 0] }) =>
      disclosed <= inPublic
        ? passed
        : failed({
            cells,
            expected: inPublic,
            actual: disclosed,
            message: {
              zh: `“${row.zh}”本年新公开 ${disclosed},多于对外公开总数 ${inPublic}。`,
              en: `“${row.en}”: ${disclosed} newly disclosed this year, but only ${inPublic} in public.`,
            },
          }),
    ),
  examples: {
    passing: {
      about: { zh: '营口市2020年', en: 'Yingkou 2020' },
      form: '2019',
      year: 2020,
      rows: { 'proactiveDisclosure.normativeDocuments': [185, 184, 184] },
    },
    failing: {
      about: { zh: '内江市2020年,总数542误作54', en: 'Neijiang 2020 with the total of 542 misprinted as 54' },
      form: '2019',
      year: 2020,
      rows: { 'proactiveDisclosure.normativeDocuments': [56, 56, 54] },
    },
  },
};
