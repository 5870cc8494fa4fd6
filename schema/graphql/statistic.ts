import { indicatorName } from '../vocabulary/indicators.ts';
import { builder } from './builder.ts';

builder.objectType('Statistic', {
  description: 'One row of the indicator annex (政府信息公开情况统计表) of form 2008, as printed and in its order.',
  fields: (t) => ({
    path: t.exposeString('path', {
      description: 'Its printed numbers from the outside in, such as 二/(一)/1 (层级编号).',
    }),
    label: t.exposeString('label', { description: 'Its words as printed (指标名称).' }),
    unit: t.exposeString('unit', {
      nullable: true,
      description: 'Its unit as printed (单位); null where the copied text has lost it.',
    }),
    key: t.exposeString('key', {
      nullable: true,
      description: "Key of the national indicator (指标键); null for a province's own row.",
    }),
    name: t.field({
      type: 'Bilingual',
      nullable: true,
      description: 'Name of the national indicator (全国统一指标名称); null where the row has no key.',
      resolve: ({ key }) => (key === null ? null : indicatorName(key)),
    }),
    cell: t.expose('cell', { type: 'Cell', description: 'Its figure (数值单元格).' }),
  }),
});
