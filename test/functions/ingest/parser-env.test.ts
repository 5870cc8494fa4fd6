import { describe, expect, it } from 'vitest';
import { OutcomeEnv, outcomePolicy } from '../../../functions/ingest/parser-env.ts';
import { readEnv } from '../../../infra/aws/env.ts';
import { defaultOutcomePolicy } from '../../../parser/records.ts';

const policyOf = (env: Record<string, string>) => outcomePolicy(readEnv(OutcomeEnv, env));

describe('the policy of outcomes in the environment', () => {
  it('is the default where nothing is set', () => {
    expect(policyOf({})).toEqual(defaultOutcomePolicy);
  });

  it('is read from comma-separated lists', () => {
    const env = { HOLD_SEVERITIES: 'error, warning', HOLD_RULES: 'identity.province', EXEMPT_RULES: '' };
    expect(policyOf(env)).toEqual({ severities: ['error', 'warning'], rules: ['identity.province'], exempt: [] });
  });

  it('refuses a severity that there is not', () => {
    expect(() => policyOf({ HOLD_SEVERITIES: 'fatal' })).toThrow(/HOLD_SEVERITIES/u);
  });
});
