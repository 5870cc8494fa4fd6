import type { FormColumn } from '../law/forms/form.ts';
import { formById, forms } from '../law/forms/forms.ts';
import { sectionNames } from '../law/vocabulary/sections.ts';
import { builder } from './builder.ts';
import { CellKindEnum, FormIdEnum, SectionKeyEnum, TableKeyEnum, TableLayoutEnum } from './enums.ts';

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
    name: t.field({
      type: 'Bilingual',
      description: 'What sections of this key are called, whatever their headings (章节名称).',
      resolve: ({ key }) => sectionNames[key],
    }),
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

const distinct = (columns: readonly FormColumn[]): FormColumn[] => [
  ...new Map(columns.map((column) => [column.key, column])).values(),
];

builder.objectType('FormTable', {
  description: 'A statutory table of a form (表格).',
  fields: (t) => ({
    key: t.expose('key', { type: TableKeyEnum, description: 'Which table (表格键).' }),
    name: t.expose('name', { type: 'Bilingual', description: 'Its name (名称).' }),
    section: t.expose('section', { type: SectionKeyEnum, description: 'The section it stands in (所在章节).' }),
    layout: t.expose('layout', { type: TableLayoutEnum, description: 'How it is printed (版式).' }),
    corner: t.string({
      nullable: true,
      description: 'What the corner above the row labels says (表角); null where it is empty.',
      resolve: ({ corner }) => corner ?? null,
    }),
    blocks: t.expose('blocks', {
      type: ['FormBlock'],
      description: 'Its parts, each with column headings of its own (分块).',
    }),
    rows: t.field({
      type: ['FormRow'],
      description: 'Every row in order (行).',
      resolve: ({ blocks }) => blocks.flatMap(({ rows }) => rows),
    }),
    columns: t.field({
      type: ['FormColumn'],
      description: 'Every column in order, one for each key (列); which rows have it, the blocks say.',
      resolve: ({ blocks }) => distinct(blocks.flatMap(({ columns }) => columns)),
    }),
  }),
});

builder.objectType('FormBlock', {
  description:
    'Rows under one set of column headings (分块). Table 二 has one for each item of art. 20; the others have one.',
  fields: (t) => ({
    caption: t.exposeString('caption', {
      nullable: true,
      description: 'The line that opens it, as 第二十条第(一)项 (标题行); null where there is none.',
    }),
    rows: t.expose('rows', { type: ['FormRow'], description: 'Its rows in order (行).' }),
    columns: t.expose('columns', { type: ['FormColumn'], description: 'Its columns in order (列).' }),
  }),
});

builder.objectType('FormRow', {
  description: 'A row of a statutory table (行).',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its key, unique in its table (行键).' }),
    name: t.expose('name', { type: 'Bilingual', description: "The form's words for it (行名)." }),
    groups: t.exposeStringList('groups', {
      complexity: 1,
      description: 'Labels of the groups it stands in, outermost first (所属分组).',
    }),
    labels: t.stringList({
      complexity: 1,
      description: 'Its label in the form, then wordings met in real reports (印刷标签).',
      resolve: ({ labels }) => labels,
    }),
  }),
});

builder.objectType('FormColumn', {
  description: 'A column of a statutory table (列).',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its key, unique in its block (列键).' }),
    name: t.expose('name', { type: 'Bilingual', description: "The form's words for it (列名)." }),
    groups: t.stringList({
      complexity: 1,
      description: 'Headings it stands under, outermost first (所属表头).',
      resolve: ({ groups }) => groups ?? [],
    }),
    kind: t.expose('kind', { type: CellKindEnum, description: 'What its figures mean (数值类型).' }),
    unit: t.exposeString('unit', { description: 'Unit of its values as stored: 件, 项, 元 (单位).' }),
    labels: t.stringList({
      complexity: 1,
      description: 'Its heading in the form, then wordings met in real reports (印刷标签).',
      resolve: ({ labels }) => labels,
    }),
  }),
});
