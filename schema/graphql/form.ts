import { formById, forms } from '../forms/forms.ts';
import { builder } from './builder.ts';
import { FormIdEnum } from './form-id.ts';
import { SectionKeyEnum } from './section-key.ts';

builder.objectType('Form', {
  description: 'One edition of the statutory form (年度报告格式).',
  fields: (t) => ({
    id: t.expose('id', { type: FormIdEnum, description: 'Which edition (版式).' }),
    name: t.expose('name', { type: 'Bilingual', description: 'Its name (名称).' }),
    source: t.expose('source', { type: 'Bilingual', description: 'The document that issued it (发文依据).' }),
    years: t.expose('years', {
      type: 'FormYears',
      description: 'Report years it was issued for; late filers use it longer (适用年度).',
    }),
    sections: t.expose('sections', {
      type: ['FormSection'],
      description: 'Sections it prescribes, or that are met most often (章节).',
    }),
    tables: t.expose('tables', { type: ['FormTable'], description: 'Its statutory tables (表格); none in form 2008.' }),
  }),
});

builder.objectType('FormYears', {
  description: 'Report years a form was issued for (适用年度).',
  fields: (t) => ({
    from: t.exposeInt('from', { description: 'First report year (起始年度).' }),
    to: t.exposeInt('to', { nullable: true, description: 'Last report year (终止年度); null for the form in force.' }),
  }),
});

builder.objectType('FormSection', {
  description: 'A section of a form (章节).',
  fields: (t) => ({
    ordinal: t.exposeInt('ordinal', { description: 'Its number, from 1 (序号).' }),
    key: t.expose('key', { type: SectionKeyEnum, description: 'What it is about (章节键).' }),
    headings: t.stringList({
      complexity: 1,
      description: 'Its heading in the form, then wordings met in its place (标题).',
      resolve: ({ headings }) => headings,
    }),
  }),
});

builder.queryFields((t) => ({
  form: t.field({
    type: 'Form',
    args: { id: t.arg({ type: FormIdEnum, required: true, description: 'Which edition.' }) },
    description: 'One edition of the statutory form (年度报告格式).',
    resolve: (_root, { id }) => formById(id),
  }),
  forms: t.field({
    type: ['Form'],
    complexity: { field: 1, multiplier: forms.length },
    description: 'Every edition of the statutory form, oldest first (年度报告格式).',
    resolve: () => forms,
  }),
}));
