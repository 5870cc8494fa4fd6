import { forms } from '../../../schema/law/forms/forms.ts';
import { normalise } from '../../normalise.ts';

const headings = new Set(forms.flatMap((form) => form.sections.flatMap((section) => section.headings)).map(normalise));
const ordinal = /^\s*(?:十?[一二三四五六七八九十])\s*[、.．，,]\s*/u;

/** Whether a line is the heading of a statutory section, which no table of a report goes across. */
export function isSectionHeading(text: string): boolean {
  return ordinal.test(text) && headings.has(normalise(text.replace(ordinal, '')));
}
