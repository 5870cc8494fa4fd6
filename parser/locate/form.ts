import type { Form, FormId } from '../../schema/law/forms/form.ts';
import { forms } from '../../schema/law/forms/forms.ts';
import type { Tables } from '../../schema/record/report.ts';
import type { Block } from '../read/document.ts';
import { normalise } from '../wording/normalise.ts';

/** So many of a form's own labels do not stand in a text by chance. */
const leastLabels = 8;

const isTabular = ({ tables }: Form): boolean => tables.length > 0;
/** The form of before the tables. */
const narrative = forms.find((form) => !isTabular(form))?.id ?? null;
const announced = new RegExp([...new Set(forms.filter(isTabular).flatMap(announcements))].join('|'), 'u');

/** What says that a form's tables follow: the heading of the section of table 三, and the number of the notice that issued the form. */
function announcements({ sections, source }: Form): string[] {
  const heading = sections.find(({ key }) => key === 'applications')?.headings[0] ?? [];
  const [, notice, year, number] = /^国办(\D+)(\d{4})(\d+号)$/u.exec(normalise(source.zh)) ?? [];
  return [heading, notice === undefined ? [] : `${notice}${year}第?${number}`].flat();
}

/**
 * The form of a report: that of table 二, else of the tables there are. Where none could be read but the document
 * prints a form's labels, it is that form's, so that its tables are missed. A document that announces the tables alone, by
 * their section's heading or by citing the notice, does not tell which edition it follows: null. Other narrative is of before
 * the tables, whatever its year.
 */
export function recogniseForm(tables: Tables, blocks: readonly Block[]): FormId | null {
  const { proactiveDisclosure, applications, reviewAndLitigation } = tables;
  const read = (proactiveDisclosure ?? applications ?? reviewAndLitigation)?.form;
  if (read !== undefined) return read;
  const text = normalise(blocks.map(blockText).join(''));
  return printedForm(text) ?? (announced.test(text) ? null : narrative);
}

function printedForm(text: string): FormId | null {
  const counted = formLabels.map(({ form, labels }) => ({
    form,
    count: labels.filter((label) => text.includes(label)).length,
  }));
  const best = counted.reduce((left, right) => (right.count > left.count ? right : left));
  return best.count >= leastLabels ? best.form.id : null;
}

const formLabels = forms.map((form) => ({ form, labels: labelsOf(form) }));

/** Labels of rows and columns long enough to mean nothing else. */
function labelsOf({ tables }: Form): string[] {
  const labels = tables
    .flatMap((table) => table.blocks.flatMap((block) => [...block.rows, ...block.columns]))
    .map((labelled) => normalise(labelled.labels[0]));
  return [...new Set(labels)].filter((label) => label.length >= 5);
}

function blockText(block: Block): string {
  if (block.kind === 'paragraph') return block.text;
  return block.rows.map((row) => row.map((cell) => cell.text).join('')).join('');
}
