import type { IndicatorPhrase } from './indicator-phrase.ts';
import { applications } from './indicator-phrases/applications.ts';
import { decisions } from './indicator-phrases/decisions.ts';
import { documents } from './indicator-phrases/documents.ts';
import { organization } from './indicator-phrases/organization.ts';
import { proactive } from './indicator-phrases/proactive.ts';
import { proposals } from './indicator-phrases/proposals.ts';
import { response } from './indicator-phrases/response.ts';
import { reviewAndLitigation } from './indicator-phrases/review-and-litigation.ts';

/** How reports word the figures of `indicators.ts` in sentences. Read in this order: of the phrases that fit a figure the first counts. */
export const indicatorPhrases: readonly IndicatorPhrase[] = [
  ...applications,
  ...reviewAndLitigation,
  ...proposals,
  ...response,
  ...documents,
  ...decisions,
  ...proactive,
  ...organization,
];
