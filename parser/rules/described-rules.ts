import type { RuleDescription } from '../../schema/rule.ts';
import { changedAfterPublicationRule } from '../differences/changed-after-publication.ts';
import { acrossYearsRules } from './across-years/across-years-rules.ts';
import { rules } from './rules.ts';

/** Every rule a stored finding may name: those within a report, across two years, and between two versions. */
export const describedRules: readonly RuleDescription[] = [...rules, ...acrossYearsRules, changedAfterPublicationRule];
