import type { Bilingual } from '../../schema/record/bilingual.ts';
import type { Severity } from '../../schema/record/finding.ts';
import type { Percent } from '../prose/claim.ts';
import { failed, notApplicable, passed, type RuleCheck } from './rule.ts';

/** Percentage points by which a round percentage (约, 近) may be off before it is grossly so. */
const gross = 10;
/** Doubles are not exact: a little more than a whole unit is one. */
const slack = 1e-9;

/**
 * Whether a percentage follows from figures, to the printed precision. Reports round and cut off, so it may differ by
 * less than one unit of its last printed place.
 */
export function fitsPercent(follows: number, { value, decimals, approximate }: Percent): boolean {
  const allowed = approximate ? gross : 10 ** -decimals;
  return Math.abs(follows - value) < allowed + slack;
}

/** What comes of holding a sentence against the tables or against itself. `agrees` null: nothing certain to hold it against. */
export interface Verdict {
  /** What the sentence states, for a reader of many verdicts: an indicator's key, a percentage, a whole. */
  readonly tag: string;
  readonly agrees: boolean | null;
  readonly cells: readonly string[];
  readonly expected: number | null;
  readonly actual: number | null;
  readonly message: Bilingual;
  /** The sentence, as printed. */
  readonly text: string;
  readonly severity?: Severity;
}

/** A quoted sentence is cut after this many characters. */
const longestQuote = 80;

function quoted(text: string): string {
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
}

/** The check that a verdict amounts to; the sentence is the evidence of its failure. */
export function checkOf({ agrees, cells, expected, actual, message, text, severity }: Verdict): RuleCheck {
  if (agrees === null) return notApplicable(message);
  if (agrees) return passed;
  const evidence = { zh: `原文:“${quoted(text)}”`, en: `The text says: “${quoted(text)}”` };
  return failed({ cells, expected, actual, message, evidence, cause: 'source', ...(severity ? { severity } : {}) });
}
