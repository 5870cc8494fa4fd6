import { FormId } from '../forms/form.ts';
import { formById } from '../forms/forms.ts';
import { builder } from './builder.ts';

const edition = (value: FormId) => {
  const { name, source } = formById(value);
  return { value, description: `${name.en} (${name.zh}): ${source.en} (${source.zh}).` };
};

export const FormIdEnum = builder.enumType('FormId', {
  description:
    "Edition of the statutory form (报告格式版本), named for the first report year it was issued for. Told from the tables' own words, never from the year.",
  // The keys of this object are made of the options of `FormId`, which the type of `Object.fromEntries` cannot say.
  values: Object.fromEntries(FormId.options.map((id) => [`FORM_${id}`, edition(id)])) as {
    [Id in FormId as `FORM_${Id}`]: { value: Id; description: string };
  },
});
