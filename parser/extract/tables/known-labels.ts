import type { FormTable } from '../../../schema/law/forms/form.ts';
import { forms } from '../../../schema/law/forms/forms.ts';
import { comparableLabel } from '../../comparable-label.ts';

/** Headings of sections may follow a table's last row. */
const headings = forms.flatMap((form) => form.sections.flatMap((section) => section.headings)).map(comparableLabel);

const labelsOf = new WeakMap<FormTable, readonly string[]>();

/** Every label that may stand next to a row of the table: its own, and the headings of sections; normalised, and kept. */
export function knownLabels(table: FormTable): readonly string[] {
  const labels = labelsOf.get(table) ?? allLabels(table);
  labelsOf.set(table, labels);
  return labels;
}

function allLabels(table: FormTable): string[] {
  const labels = table.blocks.flatMap(({ caption, columns, rows }) => [
    ...(caption === undefined ? [] : [caption]),
    ...columns.flatMap((column) => column.labels),
    ...rows.flatMap((row) => [...row.labels, ...row.groups]),
  ]);
  return [...[...labels, ...table.furniture].map(comparableLabel), ...headings];
}

let everyLabel: ReadonlySet<string> | undefined;

/** Every label of the statutory tables of any edition, normalised. */
export function statutoryLabels(): ReadonlySet<string> {
  everyLabel ??= new Set(forms.flatMap((form) => form.tables.flatMap(knownLabels)));
  return everyLabel;
}
