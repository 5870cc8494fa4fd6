import type { FormId } from '../forms/form.ts';
import { form2008 } from '../forms/form-2008.ts';
import { form2019 } from '../forms/form-2019.ts';
import { form2021 } from '../forms/form-2021.ts';
import { builder } from './builder.ts';

const edition = <Id extends FormId>(value: Id, { name, source }: typeof form2008) => ({
  value,
  description: `${name.en} (${name.zh}): ${source.en} (${source.zh}).`,
});

export const FormIdEnum = builder.enumType('FormId', {
  description:
    "Edition of the statutory form (报告格式版本), named for the first report year it was issued for. Told from the tables' own words, never from the year.",
  values: {
    FORM_2008: edition('2008', form2008),
    FORM_2019: edition('2019', form2019),
    FORM_2021: edition('2021', form2021),
  },
});
