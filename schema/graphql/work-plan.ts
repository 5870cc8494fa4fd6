import type { GraphQLResolveInfo } from 'graphql';
import type { VersionHead } from '../record-store.ts';
import type { WorkPlan } from '../work-plan.ts';
import { builder } from './builder.ts';
import type { GraphqlContext } from './context.ts';
import { loadRecord } from './load-record.ts';
import { typical } from './prices.ts';

async function plan(head: VersionHead, context: GraphqlContext, info: GraphQLResolveInfo): Promise<WorkPlan> {
  const { workPlan } = await loadRecord(head, context, info);
  return workPlan ?? { items: [], responsibilities: [], tasks: [], targets: [], forwards: null };
}

builder.objectType('WorkPlan', {
  interfaces: ['Document'],
  description:
    'What an office tells others to disclose, who answers for it and until when (政务公开重点工作安排, 工作要点, 任务分解表).',
  fields: (t) => ({
    forwards: t.field({
      type: 'ForwardedDocument',
      nullable: true,
      description: 'The document it passes on (转发文件); null where it passes on none.',
      resolve: async (head, _args, context, info) => (await plan(head, context, info)).forwards,
    }),
    items: t.field({
      type: ['PlanItem'],
      complexity: { field: 1, multiplier: typical.planItems },
      description: 'The numbered items of its body (条目).',
      resolve: async (head, _args, context, info) => (await plan(head, context, info)).items,
    }),
    responsibilities: t.field({
      type: ['Responsibility'],
      complexity: { field: 1, multiplier: typical.planItems },
      description: 'Its table of the division of labour (重点工作责任分工表).',
      resolve: async (head, _args, context, info) => (await plan(head, context, info)).responsibilities,
    }),
    tasks: t.field({
      type: ['Task'],
      complexity: { field: 1, multiplier: typical.tasks },
      description: 'Its table of tasks (任务分解表).',
      resolve: async (head, _args, context, info) => (await plan(head, context, info)).tasks,
    }),
    targets: t.field({
      type: ['Target'],
      complexity: { field: 1, multiplier: typical.targets },
      description: 'Its numeric demands (量化指标).',
      resolve: async (head, _args, context, info) => (await plan(head, context, info)).targets,
    }),
  }),
});
