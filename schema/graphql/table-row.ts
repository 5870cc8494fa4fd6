import { builder } from './builder.ts';
import { columnsOfARow } from './prices.ts';

builder.objectType('TableRow', {
  description: 'One row of a statutory table (表格行).',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Key of the row in the form, such as refused.stateSecret (行键).' }),
    name: t.expose('name', { type: 'Bilingual', description: "The form's own words for the row (行名)." }),
    cells: t.field({
      type: ['Cell'],
      complexity: { field: 1, multiplier: columnsOfARow },
      description: 'Every cell of the row, in the order of the form (单元格).',
      resolve: ({ cells }) => cells,
    }),
    cell: t.field({
      type: 'Cell',
      nullable: true,
      args: { column: t.arg.string({ required: true, description: 'Key of the column in the form, such as total.' }) },
      description: 'One cell of the row (单元格); null where the row has no such column.',
      resolve: ({ cells }, { column }) => cells.find((cell) => cell.column === column) ?? null,
    }),
  }),
});
