import { builder } from './builder.ts';

builder.objectType('Responsibility', {
  description: 'A piece of work and who answers for it (重点工作责任分工).',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Its printed number, from 1 (编号).' }),
    work: t.exposeString('work', { description: 'The work as printed (工作事项).' }),
    responsible: t.exposeString('responsible', { description: 'Who answers for it, as printed (责任单位).' }),
  }),
});
