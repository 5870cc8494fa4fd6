import { builder } from './builder.ts';
import { FormIdEnum } from './form-id.ts';
import { cellsOf, rowsCharged } from './prices.ts';
import type { StatutorySectionNode } from './section-node.ts';
import { tableCell, tableRow, tableRows } from './table-node.ts';

const rowArg = 'Key of the row in the form, such as newlyReceived.';
const columnArg = 'Key of the column in the form, such as total.';

type Fields = Pick<
  PothosSchemaTypes.ObjectFieldBuilder<typeof builder.$inferSchemaTypes, StatutorySectionNode>,
  'arg' | 'field'
>;

/** The fields of a section with a table of so many cells. */
const tableFields = (cells: number) => (t: Fields) => ({
  form: t.field({
    type: FormIdEnum,
    description: 'Edition that this table follows, told from its own words (版式); tables of one report may differ.',
    resolve: ({ table }) => table.table.form,
  }),
  rows: t.field({
    type: ['TableRow'],
    complexity: { field: 1, multiplier: rowsCharged(cells) },
    description: 'Every row of the table, in the order of the form (行).',
    resolve: ({ table }) => tableRows(table),
  }),
  row: t.field({
    type: 'TableRow',
    nullable: true,
    args: { key: t.arg.string({ required: true, description: rowArg }) },
    description: 'One row (行); null where the table has no row of this key.',
    resolve: ({ table }, { key }) => tableRow(table, key),
  }),
  cell: t.field({
    type: 'Cell',
    nullable: true,
    args: {
      row: t.arg.string({ required: true, description: rowArg }),
      column: t.arg.string({ required: true, description: columnArg }),
    },
    description: 'One cell (单元格); null where the table has none at this row and column.',
    resolve: ({ table }, { row, column }) => tableCell(table, row, column),
  }),
});

builder.interfaceType('StatutorySection', {
  interfaces: ['Section'],
  description: 'A section with its statutory table (表格章节).',
  fields: tableFields(cellsOf.proactiveDisclosure + cellsOf.applications + cellsOf.reviewAndLitigation),
});

builder.objectType('ProactiveDisclosureSection', {
  interfaces: ['Section', 'StatutorySection'],
  description:
    'Section 二 with its table: proactive disclosure by the items of art. 20 of the Regulations (主动公开政府信息情况).',
  fields: tableFields(cellsOf.proactiveDisclosure),
});

builder.objectType('ApplicationsSection', {
  interfaces: ['Section', 'StatutorySection'],
  description:
    'Section 三 with its table: applications by applicant (columns) and result (rows), in 件 (收到和处理政府信息公开申请情况).',
  fields: tableFields(cellsOf.applications),
});

builder.objectType('ReviewAndLitigationSection', {
  interfaces: ['Section', 'StatutorySection'],
  description:
    'Section 四 with its table: reconsideration and litigation by result, in 件 (政府信息公开行政复议、行政诉讼情况).',
  fields: tableFields(cellsOf.reviewAndLitigation),
});
