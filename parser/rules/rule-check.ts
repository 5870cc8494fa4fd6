import type { Bilingual } from '../../schema/record/bilingual.ts';
import type { Failure, RuleCheck } from './rule.ts';

export const passed: RuleCheck = { outcome: 'pass' };

export function failed(failure: Failure): RuleCheck {
  return { outcome: 'fail', failure };
}

/** The relation cannot be evaluated here, and why. */
export function notApplicable(why: Bilingual): RuleCheck {
  return { outcome: 'notApplicable', why };
}
