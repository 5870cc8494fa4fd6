import type { AcrossYearsRule } from './across-years-rule.ts';
import { carriedForward } from './carried-forward.ts';
import { proactiveStock } from './proactive-stock.ts';
import { restatedCarriedOver } from './restated-carried-over.ts';
import { restatedChange } from './restated-change.ts';

/** Every rule over two years, in the order its findings stand. A new rule is a new file and one line here. */
export const acrossYearsRules: readonly AcrossYearsRule[] = [
  carriedForward,
  proactiveStock,
  restatedCarriedOver,
  restatedChange,
];
