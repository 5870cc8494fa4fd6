import type { Bilingual } from '../../schema/record/bilingual.ts';
import type { Severity } from '../../schema/record/finding.ts';
import { isBlank, isUnknown, type Operand, sum } from './operand.ts';
import type { RuleCheck } from './rule.ts';
import { notApplicable } from './rule-check.ts';

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
