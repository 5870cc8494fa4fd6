import { applicationsColumnBalance } from './applications-column-balance.ts';
import { applicationsResultsSum } from './applications-results-sum.ts';
import { applicationsRowSum } from './applications-row-sum.ts';
import { completenessMissingCell } from './completeness-missing-cell.ts';
import { completenessUnreadableCell } from './completeness-unreadable-cell.ts';
import { countsWhole } from './counts-whole.ts';
import { identityAgency } from './identity-agency.ts';
import { identityDivision } from './identity-division.ts';
import { identityLate } from './identity-late.ts';
import { identityProvince } from './identity-province.ts';
import { identityYear } from './identity-year.ts';
import { indicatorsAnnex } from './indicators-annex.ts';
import { indicatorsClosedExceedsReceived } from './indicators-closed-exceeds-received.ts';
import { indicatorsContradicting } from './indicators-contradicting.ts';
import { indicatorsPartsSum } from './indicators-parts-sum.ts';
import { narrativeChange } from './narrative-change.ts';
import { narrativeCount } from './narrative-count.ts';
import { narrativeParts } from './narrative-parts.ts';
import { narrativeShare } from './narrative-share.ts';
import { proactiveAmountPlausible } from './proactive-amount-plausible.ts';
import { proactiveAmountUnit } from './proactive-amount-unit.ts';
import { proactiveChangePlausible } from './proactive-change-plausible.ts';
import { proactiveDisclosedInPublic } from './proactive-disclosed-in-public.ts';
import { proactiveRegulationsCompetence } from './proactive-regulations-competence.ts';
import { proactiveStockPlausible } from './proactive-stock-plausible.ts';
import { reportAllZero } from './report-all-zero.ts';
import { reviewSum } from './review-sum.ts';
import type { Rule } from './rule.ts';
import { sectionsEmpty } from './sections-empty.ts';
import { sectionsExtra } from './sections-extra.ts';
import { sectionsMissing } from './sections-missing.ts';
import { sectionsProcessingFee } from './sections-processing-fee.ts';
import { sectionsTopics } from './sections-topics.ts';
import { statisticsParts } from './statistics-parts.ts';
import { totalsBlank } from './totals-blank.ts';

/** Every rule, in the order its findings stand in a record. A new rule is a new file and one line here. */
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
  identityYear,
  identityProvince,
  identityLate,
];
