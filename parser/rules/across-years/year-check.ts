import type { Bilingual } from '../../../schema/record/bilingual.ts';
import type { Severity } from '../../../schema/record/finding.ts';
import type { YearFigure } from './year-figure.ts';

/** A relation of two years checked at one place. `figures` are all it is about, the one that is doubted first. */
export type YearCheck =
  | { readonly outcome: 'pass' }
  | { readonly outcome: 'notApplicable'; readonly why: Bilingual }
  | {
      readonly outcome: 'fail';
      readonly figures: readonly YearFigure[];
      readonly expected: number;
      readonly actual: number;
      readonly message: Bilingual;
      /** The sentence that was read, where it is about one. */
      readonly evidence?: Bilingual;
      /** Default: the rule's severity. */
      readonly severity?: Severity;
    };

export function notComparable(why: Bilingual): YearCheck {
  return { outcome: 'notApplicable', why };
}
