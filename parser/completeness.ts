import { cellPaths, type FormTable, TableKey } from '../schema/law/forms/form.ts';
import { formById, forms } from '../schema/law/forms/forms.ts';
import type { StatutoryTable } from '../schema/record/report.ts';
import { competingTables, notOwnTable, tablesNotFound, unplacedFigures } from './reading-rules.ts';
import type { Draft } from './records.ts';

/** Findings of reading which say that something printed was not seen, or is not known to be this report's. */
const unseen: ReadonlySet<string> = new Set(
  [unplacedFigures, competingTables, notOwnTable, tablesNotFound].map(({ id }) => id),
);

/** What speaks for and against a report's being complete. */
export type CompletenessEvidence = Pick<Draft, 'form' | 'tables' | 'findings'>;

/**
 * Whether a report is complete: every cell that its form prescribes was seen, as a figure, a printed mark or a printed
 * blank, and every figure printed in its tables is some cell's. The one place where it is decided. A report whose edition is
 * not known is not; a report of the form without tables has no cells to miss.
 */
export function isComplete({ form, tables, findings }: CompletenessEvidence): boolean {
  if (form === null || findings.some(({ rule }) => unseen.has(rule))) return false;
  return TableKey.options.every((key) => {
    const table = tables[key];
    if (table === undefined) return formById(form).tables.every((prescribed) => prescribed.key !== key);
    const prescribed = forms.find(({ id }) => id === table.form)?.tables.find((each) => each.key === key);
    return prescribed !== undefined && allSeen(prescribed, table);
  });
}

function allSeen(prescribed: FormTable, { form: _, ...rows }: StatutoryTable): boolean {
  return cellPaths(prescribed).every((path) => {
    const dot = path.lastIndexOf('.');
    const state = rows[path.slice(0, dot)]?.[path.slice(dot + 1)]?.state;
    return state !== undefined && state !== 'unreadable';
  });
}
