import { describeRule, type RuleDescription } from '../../schema/record/rule.ts';
import { readingRules } from '../extract/tables/reading-rules.ts';
import { acrossYearsRules } from './across-years/across-years-rules.ts';
import { changedAfterPublicationRule } from './changed-after-publication.ts';
import { rules } from './rules.ts';

/** Every rule a stored finding may name: of reading, within a report, across two years, and between two versions. */
export const describedRules: readonly RuleDescription[] = [
  ...readingRules,
  ...rules,
  ...acrossYearsRules,
  changedAfterPublicationRule,
].map(describeRule);
