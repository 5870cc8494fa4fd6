import { z } from 'zod';
import { Bilingual } from './bilingual.ts';

/** Checks of one rule that could not be made, and why the first of them could not. */
export const ChecksNotMade = z.object({ rule: z.string(), count: z.int().positive(), why: Bilingual });
export type ChecksNotMade = z.infer<typeof ChecksNotMade>;

/**
 * How much of a record was checked: of `possible` relations `made` could be evaluated and `passed` hold, so that it can
 * be said that 142 of 150 checks were made. What was not is listed by rule. All zero for a document that is no report.
 */
export const Checks = z.object({
  made: z.int().nonnegative(),
  possible: z.int().nonnegative(),
  passed: z.int().nonnegative(),
  notMade: z.array(ChecksNotMade),
});
export type Checks = z.infer<typeof Checks>;

export const noChecks: Checks = { made: 0, possible: 0, passed: 0, notMade: [] };
