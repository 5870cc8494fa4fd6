import type { Finding, Severity } from '../schema/record/finding.ts';

/** Which findings hold a report. A held report is served like any other, with its doubts. */
export interface OutcomePolicy {
  /** Findings of these severities hold. */
  readonly severities: readonly Severity[];
  /** Rules whose findings hold, whatever their severity. */
  readonly rules: readonly string[];
  /** Rules whose findings never hold. */
  readonly exempt: readonly string[];
}

/** Errors hold: a relation between printed cells is broken, or a cell cannot be read. Nothing else does. */
export const defaultOutcomePolicy: OutcomePolicy = { severities: ['error'], rules: [], exempt: [] };

/** Whether a finding holds its report. */
export function holds({ severities, rules, exempt }: OutcomePolicy, { rule, severity }: Finding): boolean {
  return !exempt.includes(rule) && (severities.includes(severity) || rules.includes(rule));
}
