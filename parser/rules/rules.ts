import { applicationsColumnBalance } from './applications-column-balance.ts';
import { applicationsResultsSum } from './applications-results-sum.ts';
import { applicationsRowSum } from './applications-row-sum.ts';
import { completenessMissingCell } from './completeness-missing-cell.ts';
import { completenessUnreadableCell } from './completeness-unreadable-cell.ts';
import { indicatorsClosedExceedsReceived } from './indicators-closed-exceeds-received.ts';
import { indicatorsPartsSum } from './indicators-parts-sum.ts';
import { proactiveChangePlausible } from './proactive-change-plausible.ts';
import { reviewSum } from './review-sum.ts';
import type { Rule } from './rule.ts';

/** Every rule, in the order its findings stand in a record. A new rule is a new file and one line here. */
export const rules: readonly Rule[] = [
  completenessMissingCell,
  completenessUnreadableCell,
  applicationsColumnBalance,
  applicationsResultsSum,
  applicationsRowSum,
  reviewSum,
  proactiveChangePlausible,
  indicatorsClosedExceedsReceived,
  indicatorsPartsSum,
];
