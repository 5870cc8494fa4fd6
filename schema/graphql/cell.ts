import { builder } from './builder.ts';
import { CellStateEnum } from './cell-state.ts';
import { typical } from './prices.ts';

builder.objectType('Cell', {
  description: 'One printed cell (单元格): the figure as read, the text as printed, and where it was printed.',
  fields: (t) => ({
    path: t.exposeString('path', {
      description: 'Table, row and column key joined by dots, as findings name the cell (路径).',
    }),
    row: t.exposeString('row', { description: 'Key of the row; the path of the row in the indicator annex (行).' }),
    column: t.exposeString('column', { description: 'Key of the column; value in the indicator annex (列).' }),
    unit: t.exposeString('unit', {
      nullable: true,
      description:
        'Unit of the value (单位): 件, 项, 元 by the form; as printed in the indicator annex. Money is in yuan (元).',
    }),
    value: t.exposeFloat('value', {
      nullable: true,
      description:
        'The figure in the unit of the cell (数值); a number exactly when the state is number or inferred, else null.',
    }),
    raw: t.exposeString('raw', { description: 'The text as printed, trimmed (原文).' }),
    state: t.expose('state', { type: CellStateEnum, description: 'What kind of thing stands in the cell (状态).' }),
    place: t.expose('place', { type: 'Place', description: 'Where it was printed (出处).' }),
    findings: t.field({
      type: ['Finding'],
      complexity: { field: 1, multiplier: typical.findingsOfACell },
      description: 'Findings that name this cell (疑点).',
      resolve: ({ findings }) => findings,
    }),
  }),
});
