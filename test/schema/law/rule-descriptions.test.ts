import { expect, it } from 'vitest';
import { describedRules } from '../../../parser/rules/rules.ts';
import { ruleDescriptions } from '../../../schema/law/rule-descriptions.generated.ts';

it('what is told of the rules is what they say of themselves (npm run print-rules)', () => {
  expect(ruleDescriptions).toEqual(describedRules);
});
