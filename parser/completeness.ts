import { cellPaths, type Form, type FormTable, TableKey } from '../schema/law/forms/form.ts';
import { formById, forms } from '../schema/law/forms/forms.ts';
import type { Section, StatutoryTable } from '../schema/record/report.ts';
import { competingTables, notOwnTable, tablesNotFound, uncertainColumns, unplacedFigures } from './reading-rules.ts';
import type { Draft } from './records.ts';

/** Findings of reading which say that something printed was not seen, or is not known to be this report's. */
const unseen: ReadonlySet<string> = new Set(
  [unplacedFigures, uncertainColumns, competingTables, notOwnTable, tablesNotFound].map(({ id }) => id),
);

/** What speaks for and against a report's being complete. */
export type CompletenessEvidence = Pick<Draft, 'form' | 'tables' | 'statistics' | 'sections' | 'findings' | 'reasons'>;

/**
 * Whether a report is complete: every cell that its form prescribes was seen, as a figure, a printed mark or a printed
 * blank, every figure printed in its tables is some cell's, every figure of an indicator annex is read, and its text goes on
 * to the last section. The one place where it is decided. A report whose edition is not known is not, nor one that is
 * rejected; a report of the form without tables has no cells to miss.
 */
export function isComplete(evidence: CompletenessEvidence): boolean {
  const { form, tables, statistics, sections, findings, reasons } = evidence;
  if (reasons.length > 0 || form === null || findings.some(({ rule }) => unseen.has(rule))) return false;
  if (!reachesEnd(formById(form), sections)) return false;
  if (statistics.some(({ cell }) => cell.state === 'unreadable')) return false;
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

/** A text without such an end in it breaks off in its first sentence, unless it is one phrase: 无. */
const sentenceEnd = /[。.;；!！?？:：…]/u;
const onePhrase = /^[^，,、]{1,20}$/u;

/**
 * Whether the text of a report is printed to its end: the last section that its form prescribes, or one numbered as high, is there
 * in whatever wording and says something. One that stops before it, at its heading or in its first sentence may be cut. A document
 * of the tables alone has no text.
 */
function reachesEnd({ sections: prescribed, prescribesSections, tables }: Form, sections: readonly Section[]): boolean {
  const isTabled = ({ key }: Section) => tables.some(({ section }) => section === key);
  const last = prescribed.at(-1);
  if (!prescribesSections || last === undefined || sections.every(isTabled)) return true;
  const ends = sections.filter(({ key, ordinal }) => key === last.key || ordinal >= last.ordinal);
  return ends.some(({ text }) =>
    text.split('\n').some((line) => sentenceEnd.test(line) || onePhrase.test(line.trim())),
  );
}
