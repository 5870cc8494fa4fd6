import type { Form } from '../../../schema/law/forms/form.ts';
import { forms } from '../../../schema/law/forms/forms.ts';
import type { Bilingual } from '../../../schema/record/bilingual.ts';
import type { Checks } from '../../../schema/record/checks.ts';
import type { ComparedFinding } from '../../../schema/record/comparison.ts';
import type { Finding } from '../../../schema/record/finding.ts';
import type { AcrossYearsRule, CheckedRecord, TwoYears, YearCheck, YearFigure } from './across-years-rule.ts';
import { carriedForward } from './carried-forward.ts';
import { proactiveStock } from './proactive-stock.ts';
import { restatedCarriedOver } from './restated-carried-over.ts';
import { restatedChange } from './restated-change.ts';

/** Every rule over two years, in the order its findings stand. A new rule is a new file and one line here. */
export const acrossYearsRules: readonly AcrossYearsRule[] = [
  carriedForward,
  proactiveStock,
  restatedCarriedOver,
  restatedChange,
];

/** What two years say of each other: how much could be compared, and what does not agree. */
export interface YearsCompared {
  readonly checks: Checks;
  readonly findings: ComparedFinding[];
}

/** The annual reports of one agency for a year and for the year after it. */
interface Reports {
  readonly before: CheckedRecord;
  readonly after: CheckedRecord;
}

/** Checks the reports of two years in a row against each other. Neither is changed. */
export function compareYears({ before, after }: Reports, editions: readonly Form[] = forms): YearsCompared {
  const years: TwoYears = { before: { ...before, editions }, after: { ...after, editions } };
  const runs = acrossYearsRules.map((rule) => ({ rule, results: rule.check(years) }));
  return {
    checks: countChecks(runs),
    findings: runs.flatMap(({ rule, results }) =>
      results.flatMap((result) => (result.outcome === 'fail' ? [findingOf(rule, result, years)] : [])),
    ),
  };
}

interface RuleRun {
  readonly rule: AcrossYearsRule;
  readonly results: readonly YearCheck[];
}

function countChecks(runs: readonly RuleRun[]): Checks {
  const outcomes = runs.flatMap(({ results }) => results.map(({ outcome }) => outcome));
  const of = (wanted: YearCheck['outcome']): number => outcomes.filter((outcome) => outcome === wanted).length;
  const notMade = runs.flatMap(({ rule, results }) => {
    const reasons = results.flatMap((result) => (result.outcome === 'notApplicable' ? [result.why] : []));
    const [why] = reasons;
    return why === undefined ? [] : [{ rule: rule.id, count: reasons.length, why }];
  });
  return { made: of('pass') + of('fail'), possible: outcomes.length, passed: of('pass'), notMade };
}

type Failed = Extract<YearCheck, { outcome: 'fail' }>;

function findingOf(rule: AcrossYearsRule, failed: Failed, years: TwoYears): ComparedFinding {
  const operands = failed.figures.map((figure) => ({
    path: `${figure.path}@${figure.year}`,
    printed: figure.value === null ? figure.state : String(figure.value),
  }));
  return {
    rule: rule.id,
    severity: failed.severity ?? rule.severity,
    cells: operands.map(({ path }) => path),
    expected: failed.expected,
    actual: failed.actual,
    message: failed.message,
    ...(failed.evidence === undefined ? {} : { evidence: failed.evidence }),
    ...causeOf(failed.figures, years),
    operands,
  };
}

/** A figure that its own report suspects to be misread casts the same suspicion on what it is compared with. */
function causeOf(figures: readonly YearFigure[], years: TwoYears): Pick<Finding, 'cause' | 'evidence'> {
  const suspected = figures.find((figure) => isSuspected(figure, years));
  if (suspected === undefined) return { cause: 'source' };
  const { year, name } = suspected;
  const evidence: Bilingual = {
    zh: `${year}年报告中“${name.zh}”疑似识读有误。`,
    en: `“${name.en}” of ${year} may have been misread.`,
  };
  return { cause: 'suspected-parse', evidence };
}

function isSuspected({ year, path }: YearFigure, { before, after }: TwoYears): boolean {
  const { findings } = year === before.year ? before : after;
  return findings.some(({ cause, cells }) => cause === 'suspected-parse' && cells.includes(path));
}
