import type { Task } from '../work-plan.ts';
import { builder } from './builder.ts';
import { typical } from './prices.ts';

type InheritedPart = Task['inherited'][number];

const InheritedPartEnum = builder.enumType('InheritedPart', {
  description: 'A part of a task that is printed in a merged cell above it (合并单元格).',
  values: {
    group: { value: 'group', description: 'The group (类别).' },
    responsible: { value: 'responsible', description: 'The responsible units (责任单位).' },
    deadlines: { value: 'deadlines', description: 'The deadlines (完成时限).' },
  } as const satisfies Record<InheritedPart, unknown>,
});

const strings = { field: typical.strings };

builder.objectType('Task', {
  description: 'A task of the task table (任务分解表).',
  fields: (t) => ({
    number: t.exposeInt('number', {
      description: 'Its printed number (编号); tasks without numbers are counted from 1.',
    }),
    group: t.exposeString('group', {
      nullable: true,
      description: 'The group it stands in (类别); null where the table has no groups.',
    }),
    name: t.exposeString('name', { description: 'The task as printed (任务).' }),
    content: t.exposeStringList('content', {
      complexity: strings,
      description: 'What is to be done, an entry each (工作内容).',
    }),
    responsible: t.exposeStringList('responsible', {
      complexity: strings,
      description: 'Units that answer for it, an entry each (责任单位).',
    }),
    deadlines: t.exposeStringList('deadlines', {
      complexity: strings,
      description: 'Until when, as printed (完成时限).',
    }),
    inherited: t.field({
      type: [InheritedPartEnum],
      complexity: strings,
      description: 'Parts that stand in a merged cell and are those of the task above (沿用上一项的部分).',
      resolve: ({ inherited }) => inherited,
    }),
  }),
});
