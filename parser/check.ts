import { reason } from '../schema/law/vocabulary/reasons.ts';
import type { Reason } from '../schema/record/reason.ts';
import { tableCells } from '../schema/record/table-rows.ts';
import { isComplete } from './completeness.ts';
import type { Draft } from './records.ts';
import { runRules } from './rules/run-rules.ts';

/** A draft with what the rules say of it, whether it is complete, and why it cannot be filed, if so. */
export function check(draft: Draft): Draft {
  const checked = runRules(draft);
  const findings = [...draft.findings, ...checked.findings];
  const complete = isComplete({ ...draft, findings });
  return { ...draft, complete, findings, checks: checked.checks, reasons: filingReasons(draft) };
}

/** A report without agency or year belongs to no record; what was read of it is still printed. */
function filingReasons(draft: Draft): Reason[] {
  if (isBlankForm(draft)) return [reason('blank-form')];
  return [
    ...(draft.agency === null ? [reason('agency-unrecognised')] : []),
    ...(draft.year === null ? [reason('year-unrecognised')] : []),
  ];
}

/** The form itself, as issued: tables without a single figure, and nobody's. */
function isBlankForm({ agency, tables }: Draft): boolean {
  const cells = tableCells(tables);
  return agency === null && cells.length > 0 && cells.every(([, cell]) => cell.value === null);
}
