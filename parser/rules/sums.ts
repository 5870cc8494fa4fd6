import type { TableKey } from '../../schema/law/forms/form.ts';
import type { RelationKey } from '../../schema/law/forms/relation.ts';
import type { Bilingual } from '../../schema/record/bilingual.ts';
import type { Severity } from '../../schema/record/finding.ts';
import { type CheckableRecord, notApplicable, type Rule, type RuleCheck } from './rule.ts';
import { isBlank, isUnknown, type Operand, relationsIn, sum, viewTable } from './table-view.ts';

/** Two sums that the form says are equal. `left` gives the expected value, `right` the one held against it. */
export interface EqualSums {
  readonly where: Bilingual;
  readonly left: readonly Operand[];
  readonly right: readonly Operand[];
}

/** Sums of more operands than this are written without their zeros. */
const writtenInFull = 6;

const list = (operands: readonly Operand[], language: keyof Bilingual): string =>
  operands.map(({ name }) => name[language]).join(language === 'zh' ? '、' : '; ');

function written(operands: readonly Operand[], language: keyof Bilingual): string {
  const blank = { zh: '(空白)', en: '(blank)' }[language];
  const shown = operands.length > writtenInFull ? operands.filter(({ cell }) => cell?.value !== 0) : operands;
  const terms = shown.map(({ name, cell }) => `${name[language]} ${cell?.value ?? blank}`);
  const total = sum(operands);
  return terms.length > 1 ? `${terms.join(' + ')} = ${total}` : (terms[0] ?? String(total));
}

function disagreement({ where, left, right }: EqualSums): Bilingual {
  return {
    zh: `${where.zh}:${written(left, 'zh')},而${written(right, 'zh')}。`,
    en: `${where.en}: ${written(left, 'en')}, but ${written(right, 'en')}.`,
  };
}

/** A blank may hide a figure of its own side, never make a sum smaller: only the lesser side's blanks leave a doubt. */
function severityOf({ left, right }: EqualSums): Severity {
  const lesser = sum(left) < sum(right) ? left : right;
  return lesser.some(isBlank) ? 'warning' : 'error';
}

/** Passed, with a note where blanks were taken for zeros. */
function passed(where: Bilingual, blanks: readonly Operand[]): RuleCheck {
  if (blanks.length === 0) return { outcome: 'pass' };
  return {
    outcome: 'pass',
    note: {
      zh: `${where.zh}:空白按0计,关系成立(${list(blanks, 'zh')})。`,
      en: `${where.en}: holds with blanks counted as 0 (${list(blanks, 'en')}).`,
    },
  };
}

/**
 * Checks that two sums are equal. A blank counts as 0 if the sums then agree, and the result says so; if they do not,
 * the finding is a warning where a figure in a blank could mend it, else an error. Agencies that fill in only a total
 * leave all its parts blank: there is then nothing to compare. A blank total beside parts is a matter of `totals.blank`.
 */
export function equalSums(relation: EqualSums): RuleCheck {
  const { where, left, right } = relation;
  const operands = [...left, ...right];
  const unknown = operands.filter(isUnknown);
  if (unknown.length > 0) {
    return notApplicable({
      zh: `${where.zh}:缺失或无法读取(${list(unknown, 'zh')})。`,
      en: `${where.en}: missing or unreadable (${list(unknown, 'en')}).`,
    });
  }
  if (operands.every(isBlank)) return notApplicable({ zh: `${where.zh}:全部空白。`, en: `${where.en}: all blank.` });
  if (sum(left) === sum(right)) return passed(where, operands.filter(isBlank));
  if (right.length === 1 && right.every(isBlank)) {
    return notApplicable({ zh: `${where.zh}:总计空白。`, en: `${where.en}: the total is blank.` });
  }
  if (right.length === 1 && left.every(isBlank)) {
    return notApplicable({ zh: `${where.zh}:分项全部空白。`, en: `${where.en}: every part is blank.` });
  }
  const cells = [...right, ...left].filter(({ cell }) => cell?.value !== 0).map(({ path }) => path);
  const failure = { cells, expected: sum(left), actual: sum(right), message: disagreement(relation) };
  return { outcome: 'fail', failure: { ...failure, severity: severityOf(relation) } };
}

/** A relation of a table's form, and how a finding names the place where it is broken. */
interface SumRelation {
  readonly table: TableKey;
  readonly relation: RelationKey;
  readonly where: (place: Bilingual) => Bilingual;
}

/** Checks that the sums which a relation of the form makes equal are equal, at each place where it holds. */
function sumChecks(record: CheckableRecord, { table, relation: key, where }: SumRelation): RuleCheck[] {
  const view = viewTable(record, table);
  if (view === null) return [];
  return relationsIn(view).flatMap(({ relation, sum, to }) =>
    relation.key === key ? [equalSums({ where: where(relation.place), left: sum, right: to })] : [],
  );
}

/** The six kinds of applicant add up to 总计 in each row of table 三. */
export const applicationsRowSum: Rule = {
  id: 'applications.row-sum',
  title: { zh: '六类申请人之和等于总计', en: 'The six kinds of applicant add up to the total' },
  severity: 'error',
  source: { zh: '表三各行', en: 'Table 3, each row' },
  needs: { tables: ['applications'], relation: 'rowTotal' },
  check: (record) =>
    sumChecks(record, {
      ...{ table: 'applications', relation: 'rowTotal' },
      where: (row) => ({ zh: `表三“${row.zh}”`, en: `Table 3, “${row.en}”` }),
    }),
  examples: {
    passing: {
      about: { zh: '内江市2020年', en: 'Neijiang 2020' },
      form: '2019',
      year: 2020,
      rows: { 'applications.newlyReceived': [215, 3, 1, 3, 2, 0, 224] },
    },
    failing: {
      about: { zh: '同上,总计224误作242', en: 'The same with 242 for 224' },
      form: '2019',
      year: 2020,
      rows: { 'applications.newlyReceived': [215, 3, 1, 3, 2, 0, 242] },
    },
  },
};

/** What came in equals what was processed or goes on, in each column of table 三; printed on the form itself. */
export const applicationsColumnBalance: Rule = {
  id: 'applications.column-balance',
  title: {
    zh: '新收与上年结转之和等于办理结果总计与结转下年之和',
    en: 'Newly received and carried over equal processed and carried forward',
  },
  severity: 'error',
  source: {
    zh: '表三:本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和',
    en: 'Table 3: item 1 plus item 2 equals item 3 plus item 4 in each column',
  },
  needs: { relation: 'columnBalance' },
  check: (record) =>
    sumChecks(record, {
      ...{ table: 'applications', relation: 'columnBalance' },
      where: ({ zh, en }) => ({ zh: `表三“${zh}”列`, en: `Table 3, column “${en}”` }),
    }),
  examples: {
    passing: {
      about: { zh: '内江市2020年', en: 'Neijiang 2020' },
      form: '2019',
      year: 2020,
      rows: {
        'applications.newlyReceived': [215, 3, 1, 3, 2, 0, 224],
        'applications.carriedOver': [10, 0, 0, 0, 0, 0, 10],
        'applications.processed': [225, 3, 1, 3, 2, 0, 234],
      },
    },
    failing: {
      about: { zh: '清镇市2020年,结转1件误作0件', en: 'Qingzhen 2020 with the 1 carried forward misprinted as 0' },
      form: '2019',
      year: 2020,
      rows: {
        'applications.newlyReceived': [41, 0, 0, 0, 0, 0, 41],
        'applications.processed': [40, 0, 0, 0, 0, 0, 40],
        'applications.carriedForward': [1, 0, 0, 0, 0, 0, 0],
      },
    },
  },
};

/** The results of a column of table 三 add up to its (七)总计. */
export const applicationsResultsSum: Rule = {
  id: 'applications.results-sum',
  title: { zh: '各项办理结果之和等于(七)总计', en: 'The results add up to the number processed' },
  severity: 'error',
  source: { zh: '表三第三项(一)至(七)', en: 'Table 3, item 3, (1) to (7)' },
  needs: { relation: 'resultsTotal' },
  check: (record) =>
    sumChecks(record, {
      ...{ table: 'applications', relation: 'resultsTotal' },
      where: ({ zh, en }) => ({ zh: `表三“${zh}”列`, en: `Table 3, column “${en}”` }),
    }),
  examples: {
    passing: {
      about: { zh: '清镇市2020年', en: 'Qingzhen 2020' },
      form: '2019',
      year: 2020,
      rows: {
        'applications.granted': [18, 0, 0, 0, 0, 0, 18],
        'applications.partlyGranted': [4, 0, 0, 0, 0, 0, 4],
        'applications.refused.securityAndStability': [1, 0, 0, 0, 0, 0, 1],
        'applications.unavailable.notHeld': [17, 0, 0, 0, 0, 0, 17],
        'applications.processed': [40, 0, 0, 0, 0, 0, 40],
      },
    },
    failing: {
      about: { zh: '同上,总计误作20', en: 'The same with a total of 20' },
      form: '2019',
      year: 2020,
      rows: {
        'applications.granted': [18, 0, 0, 0, 0, 0, 18],
        'applications.partlyGranted': [4, 0, 0, 0, 0, 0, 4],
        'applications.refused.securityAndStability': [1, 0, 0, 0, 0, 0, 1],
        'applications.unavailable.notHeld': [17, 0, 0, 0, 0, 0, 17],
        'applications.processed': [20, 0, 0, 0, 0, 0, 40],
      },
    },
  },
};

/** The four results add up to 总计 in each of the three groups of table 四. */
export const reviewSum: Rule = {
  id: 'review.sum',
  title: { zh: '四类结果之和等于总计', en: 'The four results add up to the total' },
  severity: 'error',
  source: { zh: '表四各组', en: 'Table 4, each group' },
  needs: { tables: ['reviewAndLitigation'], relation: 'rowTotal' },
  check: (record) =>
    sumChecks(record, {
      ...{ table: 'reviewAndLitigation', relation: 'rowTotal' },
      where: (row) => ({ zh: `表四“${row.zh}”`, en: `Table 4, “${row.en}”` }),
    }),
  examples: {
    passing: {
      about: { zh: '营口市2020年', en: 'Yingkou 2020' },
      form: '2019',
      year: 2020,
      rows: { 'reviewAndLitigation.reconsideration': [8, 2, 1, 0, 11] },
    },
    failing: {
      about: { zh: '同上,总计填为0', en: 'The same with a total of 0' },
      form: '2019',
      year: 2020,
      rows: { 'reviewAndLitigation.reconsideration': [8, 2, 1, 0, 0] },
    },
  },
};
