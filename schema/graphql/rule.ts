import { builder } from './builder.ts';
import type { GraphqlContext } from './context.ts';
import { badUserInput } from './errors.ts';
import { FormIdEnum } from './form-id.ts';
import { SeverityEnum } from './severity.ts';

builder.objectType('Rule', {
  description: 'A relation that printed values must satisfy (勾稽关系与校验规则).',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Stable name, as findings give it: applications.column-balance (规则标识).' }),
    title: t.expose('title', { type: 'Bilingual', description: 'The rule in words (规则名称).' }),
    severity: t.expose('severity', {
      type: SeverityEnum,
      description: 'Severity of its findings, unless one says otherwise (严重程度).',
    }),
    source: t.expose('source', {
      type: 'Bilingual',
      description: 'The form or article the relation comes from (依据).',
    }),
    forms: t.field({
      type: [FormIdEnum],
      complexity: 1,
      description: 'Forms whose reports it is checked on (适用版式).',
      resolve: ({ forms }) => forms,
    }),
  }),
});

builder.queryField('rules', (t) =>
  t.field({
    type: ['Rule'],
    description: 'Every rule that records are checked against (校验规则).',
    resolve: (_root, _args, { rules }) => rules,
  }),
);

/** The id of a rule, as a filter names it. Throws BAD_USER_INPUT for one that no record is checked against. */
export function knownRule(id: string, { rules }: Pick<GraphqlContext, 'rules'>): string {
  if (!rules.some((rule) => rule.id === id)) throw badUserInput('rule is none of the rules, see rules { id }.', 'rule');
  return id;
}
