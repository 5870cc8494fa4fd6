import { writeFileSync } from 'node:fs';
import { mutationScores } from '../test/support/mutation-scores.ts';
import { ruleReference } from './rule-reference.ts';

const reports = 40;
const seed = 20;

// Run after a change of the rules: the page is what people read of them, and a test holds it against the code.
writeFileSync(
  new URL('../docs/rules.md', import.meta.url),
  ruleReference({ reports, ...mutationScores(reports, seed) }),
);
