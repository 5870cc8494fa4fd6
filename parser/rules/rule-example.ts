import type { FormId } from '../../schema/law/forms/form.ts';
import type { SectionKey } from '../../schema/law/vocabulary/sections.ts';
import type { AgencyLevel } from '../../schema/record/agency.ts';
import type { Bilingual } from '../../schema/record/bilingual.ts';
import type { Evidence } from '../../schema/record/evidence.ts';

/**
 * A record in few words: a report of a form in which every count is 0 and every section says what it must, except for
 * what is given here. `example-record.ts` makes the record.
 */
export interface ExampleReport {
  readonly form: FormId;
  readonly year?: number;
  /** Printed cells by row path (`applications.newlyReceived`), in the order of the form's columns. */
  readonly rows?: Readonly<Record<string, readonly (number | string)[]>>;
  /** Record paths of cells, tables (`reviewAndLitigation`) and sections (`sections.other`) that are not there. */
  readonly without?: readonly string[];
  /** Text of sections by key; the heading is the form's. */
  readonly sections?: Readonly<Partial<Record<SectionKey, string>>>;
  /** Rows of the indicator annex by path: key (null for a province's own row), label and printed text. */
  readonly annex?: Readonly<Record<string, readonly [key: string | null, label: string, printed: string]>>;
  readonly publishedOn?: string;
  readonly agency?: {
    readonly name: string;
    readonly level: AgencyLevel | null;
    readonly divisionCode: string | null;
  };
  readonly evidence?: Partial<Evidence>;
}

export interface RuleExample extends ExampleReport {
  /** Where the figures are from, and what was changed in them. */
  readonly about: Bilingual;
}

export interface RuleExamples {
  readonly passing: RuleExample;
  readonly failing: RuleExample;
}

/** Two reports of one agency: of two years in a row, or two versions of one. */
export interface PairExample {
  readonly about: Bilingual;
  readonly before: ExampleReport;
  readonly after: ExampleReport;
}

export interface PairExamples {
  readonly passing: PairExample;
  readonly failing: PairExample;
}
