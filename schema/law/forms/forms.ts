import type { Form, FormId } from './form.ts';
import { form2008 } from './form-2008.ts';
import { form2019 } from './form-2019.ts';
import { form2021 } from './form-2021.ts';

/** Every edition of the form, oldest first. A new edition is a new file and one line here. */
export const forms: readonly Form[] = [form2008, form2019, form2021];

/** Every heading of a section in any edition, as printed, without its number. */
export const sectionHeadings: readonly string[] = [
  ...new Set(forms.flatMap((form) => form.sections.flatMap((section) => section.headings))),
];

/** The edition that was issued last. */
export const newestForm: Form = forms.at(-1) ?? form2008;

export function formById(id: FormId): Form {
  const form = forms.find((candidate) => candidate.id === id);
  if (form === undefined) throw new Error(`no form ${id}`);
  return form;
}
