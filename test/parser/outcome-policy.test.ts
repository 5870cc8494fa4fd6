import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../parser/parse-report.ts';
import { defaultOutcomePolicy } from '../../parser/records.ts';

const outcomeOf = async (sample: string, changes: Partial<typeof defaultOutcomePolicy> = {}) => {
  const policy = { ...defaultOutcomePolicy, ...changes };
  const [record] = await parseReport(readFileSync(`samples/${sample}.txt`), {}, policy);
  return record?.outcome;
};

describe('the policy of outcomes', () => {
  it('holds on errors alone by default', async () => {
    expect(await outcomeOf('gongjing-2018')).toBe('held');
    expect(await outcomeOf('qingzhen-2020')).toBe('published');
  });

  it('can hold on warnings, or on single rules', async () => {
    expect(await outcomeOf('qingzhen-2020', { severities: ['error', 'warning'] })).toBe('held');
    expect(await outcomeOf('qingzhen-2020', { rules: ['proactive.change-plausible'] })).toBe('held');
  });

  it('can let the findings of a rule pass', async () => {
    expect(await outcomeOf('gongjing-2018', { exempt: ['indicators.closed-exceeds-received'] })).toBe('published');
  });
});
