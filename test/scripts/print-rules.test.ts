import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../../parser/rules/rules.ts';
import { ruleReference } from '../../scripts/rule-reference.ts';
import { mutationScores } from '../support/mutation-scores.ts';

const printed = readFileSync('docs/rules.md', 'utf8');

describe('docs/rules.md', () => {
  it('is what the rules say; print it anew with npm run print-rules', () => {
    expect(printed).toBe(ruleReference({ reports: 40, ...mutationScores(40, 20) }));
  });

  it('has a page for each rule with a finding of its failing example', () => {
    for (const { id } of rules) {
      const page = printed.split(`\n## ${id}\n`)[1]?.split('\n## ')[0] ?? '';
      expect(page).toMatch(/^> (?:error|warning|info), (?:source|suspected-parse): /mu);
    }
  });
});
