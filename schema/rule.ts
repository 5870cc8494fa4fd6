import type { Bilingual } from './bilingual.ts';
import type { Severity } from './finding.ts';
import type { FormId } from './forms/form.ts';

/** What a reader of findings needs to know of a rule. The check itself lives with the parser. */
export interface RuleDescription {
  /** Stable name, `table.rule`: `applications.column-balance`. */
  readonly id: string;
  readonly title: Bilingual;
  /** Severity of its findings, unless a finding says otherwise. */
  readonly severity: Severity;
  /** The form or article the relation comes from. */
  readonly source: Bilingual;
  /** Forms whose reports it can be checked on. */
  readonly forms: readonly FormId[];
}
