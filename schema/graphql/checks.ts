import { builder } from './builder.ts';
import { typical } from './prices.ts';

builder.objectType('ChecksNotMade', {
  description: 'Checks of one rule that could not be made (未能进行的校验).',
  fields: (t) => ({
    rule: t.exposeString('rule', { description: 'Id of the rule, see rules (规则).' }),
    count: t.exposeInt('count', { description: 'How many of its checks (数量).' }),
    why: t.expose('why', { type: 'Bilingual', description: 'Why the first of them could not be made (原因).' }),
  }),
});

builder.objectType('Checks', {
  description: 'How much of a record was checked: 142 of 150 checks could be made (校验覆盖情况).',
  fields: (t) => ({
    made: t.exposeInt('made', { description: 'Relations that could be evaluated (已校验).' }),
    possible: t.exposeInt('possible', { description: 'Relations that the rules look at in this report (应校验).' }),
    passed: t.exposeInt('passed', { description: 'Relations that hold (通过).' }),
    notMade: t.field({
      type: ['ChecksNotMade'],
      complexity: { field: 1, multiplier: typical.strings },
      description: 'What could not be evaluated, by rule (未能校验).',
      resolve: ({ notMade }) => notMade,
    }),
  }),
});
