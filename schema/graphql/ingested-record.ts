import { builder } from './builder.ts';
import { KindEnum } from './kind.ts';
import { OutcomeEnum } from './outcome.ts';

builder.objectType('IngestedRecord', {
  description: 'One record that came out of an object (入库结果).',
  fields: (t) => ({
    kind: t.expose('kind', { type: KindEnum, description: 'What kind of document it is (文件类型).' }),
    outcome: t.expose('outcome', { type: OutcomeEnum, description: 'How its reading ended (处理结果).' }),
    agencyId: t.exposeID('agencyId', {
      nullable: true,
      description: 'Whose document it is, see agency(id) (机关标识); null where it cannot be told.',
    }),
    year: t.exposeInt('year', {
      nullable: true,
      description: 'The year it is about (年度); null where it cannot be told.',
    }),
    version: t.exposeID('version', {
      nullable: true,
      description: 'The version it was stored as (版本); null where it was not stored.',
    }),
    findings: t.exposeInt('findings', { description: 'How many findings it has (疑点数量).' }),
  }),
});
