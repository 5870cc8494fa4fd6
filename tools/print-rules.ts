import { writeFileSync } from 'node:fs';
import { referenceScores } from '../test/support/reference-scores.ts';
import { ruleReference } from './rule-reference.ts';

// Run after a change of the rules: the page is what people read of them, and a test holds it against the code.
writeFileSync(new URL('../docs/rules.md', import.meta.url), ruleReference(await referenceScores()));
