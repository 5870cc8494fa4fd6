import { z } from 'zod';
import { defaultOutcomePolicy, type OutcomePolicy } from '../../parser/records.ts';
import { Severity } from '../../schema/record/finding.ts';

/** The province whose documents a stack receives, as two digits of GB/T 2260: a report of another's agency is doubted. */
export const ProvinceEnv = z.object({
  PROVINCE_CODE: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
});
export type ProvinceEnv = z.infer<typeof ProvinceEnv>;

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);

/** Which findings hold a report, as comma-separated lists; unset is the default of `parser/records.ts`. */
export const OutcomeEnv = z.object({
  /** Severities that hold: `error`, or `error,warning`. */
  HOLD_SEVERITIES: list.pipe(z.array(Severity)).optional(),
  /** Rules whose findings hold whatever their severity: `identity.province`. */
  HOLD_RULES: list.optional(),
  /** Rules whose findings never hold. */
  EXEMPT_RULES: list.optional(),
});
export type OutcomeEnv = z.infer<typeof OutcomeEnv>;

/** The policy that an environment sets. */
export function outcomePolicy({ HOLD_SEVERITIES, HOLD_RULES, EXEMPT_RULES }: OutcomeEnv): OutcomePolicy {
  const { severities, rules, exempt } = defaultOutcomePolicy;
  return {
    severities: HOLD_SEVERITIES ?? severities,
    rules: HOLD_RULES ?? rules,
    exempt: EXEMPT_RULES ?? exempt,
  };
}
