import type { Form } from '../../schema/law/forms/form.ts';
import { forms } from '../../schema/law/forms/forms.ts';
import { meets } from '../../schema/law/forms/needs.ts';
import type { Checks } from '../../schema/record/checks.ts';
import type { Finding } from '../../schema/record/finding.ts';
import { extractClaims } from '../prose/extract-claims.ts';
import type { CheckableRecord, RecordParts, Rule, RuleCheck } from './rule.ts';
import { rules } from './rules.ts';
import { editionOf } from './table-view.ts';
import { findingOf } from './whose-error.ts';

export interface RuleResults {
  /** In the order of `rules`, and within a rule in the order of the form. */
  readonly findings: Finding[];
  readonly checks: Checks;
}

interface RuleRun {
  readonly rule: Rule;
  readonly results: readonly RuleCheck[];
}

/** A record ready to be checked: its sentences read for what they claim. */
export function checkable(record: RecordParts, editions: readonly Form[] = forms): CheckableRecord {
  return { ...record, editions, claims: extractClaims(record) };
}

/** Checks a record against every rule that its edition of the form has what it needs for. The record is not changed: a finding stands beside the values it doubts. */
export function runRules(parts: RecordParts, editions: readonly Form[] = forms): RuleResults {
  const record = checkable(parts, editions);
  const runs = rules.map((rule) => ({ rule, results: applies(rule, record) ? rule.check(record) : [] }));
  return {
    findings: runs.flatMap(({ rule, results }) =>
      results.flatMap((check) => (check.outcome === 'fail' ? [findingOf(rule, check.failure, record)] : [])),
    ),
    checks: countChecks(runs),
  };
}

function applies({ needs = {} }: Rule, { form, editions }: CheckableRecord): boolean {
  if (needs === null) return false;
  const edition = editionOf({ editions }, form);
  // Where no edition can be told, rules that need nothing of one still look: who reports, and when.
  return edition === null ? Object.keys(needs).length === 0 : meets(edition, needs);
}

function countChecks(runs: readonly RuleRun[]): Checks {
  const results = runs.flatMap((run) => run.results);
  const of = (outcome: RuleCheck['outcome']): number => results.filter((result) => result.outcome === outcome).length;
  return {
    made: of('pass') + of('fail'),
    possible: results.length,
    passed: of('pass'),
    notMade: runs.flatMap(notMade),
  };
}

function notMade({ rule, results }: RuleRun): Checks['notMade'] {
  const reasons = results.flatMap((result) => (result.outcome === 'notApplicable' ? [result.why] : []));
  const [why] = reasons;
  return why === undefined ? [] : [{ rule: rule.id, count: reasons.length, why }];
}
