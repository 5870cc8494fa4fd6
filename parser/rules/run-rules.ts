import type { Finding } from '../../schema/finding.ts';
import { type CheckableRecord, findingOf, type RuleCheck } from './rule.ts';
import { rules } from './rules.ts';

/** How many places a rule looked at, by outcome. */
type CheckCounts = Readonly<Record<RuleCheck['outcome'], number>>;

export interface RuleResults {
  /** In the order of `rules`, and within a rule in the order of the form. */
  readonly findings: Finding[];
  /** By rule id. A rule that found nothing to look at has three zeros. */
  readonly checks: Readonly<Record<string, CheckCounts>>;
}

function count(results: readonly RuleCheck[]): CheckCounts {
  const of = (outcome: RuleCheck['outcome']): number => results.filter((result) => result.outcome === outcome).length;
  return { pass: of('pass'), fail: of('fail'), notApplicable: of('notApplicable') };
}

/** Checks a record against every rule. The record is not changed: a finding stands beside the values it doubts. */
export function runRules(record: CheckableRecord): RuleResults {
  const results = rules.map((rule) => ({ rule, checks: rule.check(record) }));
  return {
    findings: results.flatMap(({ rule, checks }) =>
      checks.flatMap((check) => (check.outcome === 'fail' ? [findingOf(rule, check.failure)] : [])),
    ),
    checks: Object.fromEntries(results.map(({ rule, checks }) => [rule.id, count(checks)])),
  };
}
