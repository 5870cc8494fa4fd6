import type { FormColumn } from '../forms/form.ts';
import { builder } from './builder.ts';
import { CellKindEnum } from './cell-kind.ts';
import { SectionKeyEnum } from './section-key.ts';
import { TableKeyEnum } from './table-key.ts';
import { TableLayoutEnum } from './table-layout.ts';

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
