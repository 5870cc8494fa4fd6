import { writeFileSync } from 'node:fs';
import { describedRules } from '../parser/rules/rules.ts';

// Run by `npm run print-rules`, whenever what a rule says of itself has changed.
const text = `import type { RuleDescription } from '../record/rule.ts';

/** What every rule says of itself, without the rules: who serves findings need not load what makes them. Printed by \`npm run print-rules\`. */
export const ruleDescriptions: readonly RuleDescription[] = ${JSON.stringify(describedRules, null, 2)};
`;
writeFileSync(new URL('../schema/law/rule-descriptions.generated.ts', import.meta.url), text);
