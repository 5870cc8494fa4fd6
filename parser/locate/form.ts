import type { Form, FormId } from '../../schema/law/forms/form.ts';
import { forms } from '../../schema/law/forms/forms.ts';
import type { Tables } from '../../schema/record/report.ts';
import type { Block } from '../read/document.ts';
import { normalise } from '../wording/normalise.ts';

/** So many of a form's own labels do not stand in a text by chance. */
const leastLabels = 8;

/** The heading of section 三 that the forms with tables prescribe, and what those that follow them cite. */
const announcements = [
  '收到和处理政府信息公开申请情况',
  '政府信息公开工作年度报告格式',
  '公开办函2019第?60号',
  '公开办函2021第?30号',
];
const announced = new RegExp(announcements.join('|'), 'u');

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
  return printedForm(text) ?? (announced.test(text) ? null : '2008');
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
