import type { FormId } from '../law/forms/form.ts';
import { forms } from '../law/forms/forms.ts';
import { meets, type Needs } from '../law/forms/needs.ts';
import type { Bilingual } from './bilingual.ts';
import type { Severity } from './finding.ts';

/** What a rule says of itself. */
export interface RuleHead {
  /** Stable name, `table.rule`: `applications.column-balance`. */
  readonly id: string;
  readonly title: Bilingual;
  /** Severity of its findings, unless a finding says otherwise. */
  readonly severity: Severity;
  /** The form or article the relation comes from. */
  readonly source: Bilingual;
  /** What an edition of the form must have for reports on it to be checked: nothing by default. Null for what is said of work plans, which follow none. */
  readonly needs?: Needs | null;
}

/** What a reader of findings needs to know of a rule. The check itself lives with the parser. */
export interface RuleDescription extends Omit<RuleHead, 'needs'> {
  /** Forms whose reports it is checked on: those that have what it needs. */
  readonly forms: readonly FormId[];
}

export function describeRule({ id, title, severity, source, needs = {} }: RuleHead): RuleDescription {
  const editions = needs === null ? [] : forms.filter((form) => meets(form, needs));
  return { id, title, severity, source, forms: editions.map((edition) => edition.id) };
}
