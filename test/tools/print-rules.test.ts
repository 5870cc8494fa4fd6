import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readingRules } from '../../parser/reading-rules.ts';
import { describedRules } from '../../parser/rules/rules.ts';
import { ruleReference } from '../../tools/rule-reference.ts';
import { referenceScores } from '../support/reference-scores.ts';

const printed = readFileSync('docs/rules.md', 'utf8');

describe('docs/rules.md', () => {
  it('is what the rules say; print it anew with npm run print-rules', async () => {
    expect(printed).toBe(ruleReference(await referenceScores()));
  }, 120_000);

  it('names what reading itself finds', () => {
    for (const { id, title } of readingRules) expect(printed).toMatch(new RegExp(`\\| \`${id}\` \\| .*${title.zh}`));
  });

  it('has a page for each other rule with a finding of its failing example', () => {
    const ofReading = readingRules.map(({ id }) => id);
    for (const { id } of describedRules.filter((rule) => !ofReading.includes(rule.id))) {
      const page = printed.split(`\n## ${id}\n`)[1]?.split('\n## ')[0] ?? '';
      expect(page).toMatch(/^> (?:error|warning|info), (?:source|suspected-parse): /mu);
    }
  });
});
