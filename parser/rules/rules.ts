import { describeRule, type RuleDescription } from '../../schema/record/rule.ts';
import { readingRules } from '../reading-rules.ts';
import { acrossYearsRules } from './across-years/compare-years.ts';
import { indicatorsAnnex, statisticsParts } from './annex.ts';
import { changedAfterPublicationRule } from './changed-after-publication.ts';
import { completenessMissingCell, completenessUnreadableCell } from './completeness.ts';
import { countsWhole } from './counts-whole.ts';
import { identityAgency, identityDivision, identityFinal, identityProvince } from './identity.ts';
import { identityLate } from './identity-late.ts';
import { identityDay, identityPeriod, identityYear } from './identity-when.ts';
import { indicatorsClosedExceedsReceived } from './indicators-closed-exceeds-received.ts';
import { indicatorsContradicting } from './indicators-contradicting.ts';
import { indicatorsPartsSum } from './indicators-parts-sum.ts';
import { narrativeChange } from './narrative-change.ts';
import { narrativeCount } from './narrative-count.ts';
import { narrativeParts } from './narrative-parts.ts';
import { narrativeShare } from './narrative-share.ts';
import { proactiveAmountPlausible, proactiveAmountUnit } from './proactive-amounts.ts';
import { proactiveChangePlausible } from './proactive-change-plausible.ts';
import { proactiveRegulationsCompetence } from './proactive-regulations-competence.ts';
import { proactiveDisclosedInPublic, proactiveStockPlausible } from './proactive-stocks.ts';
import { readOtherwiseRule } from './read-otherwise.ts';
import { reportAllZero } from './report-all-zero.ts';
import type { Rule } from './rule.ts';
import { sectionsEmpty, sectionsExtra, sectionsMissing, sectionsProcessingFee, sectionsTopics } from './sections.ts';
import { applicationsColumnBalance, applicationsResultsSum, applicationsRowSum, reviewSum } from './sums.ts';
import { totalsBlank } from './totals-blank.ts';

/** Every rule, in the order its findings stand in a record. A new rule is one line here. */
export const rules: readonly Rule[] = [
  completenessMissingCell,
  completenessUnreadableCell,
  countsWhole,
  applicationsColumnBalance,
  applicationsResultsSum,
  applicationsRowSum,
  reviewSum,
  totalsBlank,
  proactiveChangePlausible,
  proactiveDisclosedInPublic,
  proactiveStockPlausible,
  proactiveRegulationsCompetence,
  proactiveAmountUnit,
  proactiveAmountPlausible,
  reportAllZero,
  indicatorsClosedExceedsReceived,
  indicatorsPartsSum,
  indicatorsContradicting,
  indicatorsAnnex,
  statisticsParts,
  narrativeCount,
  narrativeShare,
  narrativeChange,
  narrativeParts,
  sectionsMissing,
  sectionsEmpty,
  sectionsExtra,
  sectionsTopics,
  sectionsProcessingFee,
  identityAgency,
  identityDivision,
  identityFinal,
  identityYear,
  identityPeriod,
  identityDay,
  identityProvince,
  identityLate,
];

/** Every rule a stored finding may name: of reading, within a report, across two years, and between two versions. */
export const describedRules: readonly RuleDescription[] = [
  ...readingRules,
  ...rules,
  ...acrossYearsRules,
  changedAfterPublicationRule,
  readOtherwiseRule,
].map(describeRule);
