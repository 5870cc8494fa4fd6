import type { GraphQLResolveInfo } from 'graphql';
import { z } from 'zod';
import { type TaskFilter, taskPage } from '../record/lists/task-list.ts';
import type { VersionHead } from '../record/version-head.ts';
import type { Target, Task, WorkPlan } from '../record/work-plan.ts';
import { agencyId, checkAgency } from './agency.ts';
import { builder } from './builder.ts';
import type { GraphqlContext } from './context.ts';
import { AgencyLevelEnum } from './enums.ts';
import { badUserInput } from './errors.ts';
import { mostYearsAsked, ofYears, readKind, readPlace } from './filters.ts';
import { loadRecord } from './load-record.ts';
import { pageArgs, priceOfPage, readPage, toConnection, totalCountField } from './pages.ts';
import { typical } from './prices.ts';

async function plan(head: VersionHead, context: GraphqlContext, info: GraphQLResolveInfo): Promise<WorkPlan> {
  const { workPlan } = await loadRecord(head, context, info);
  return workPlan ?? { items: [], responsibilities: [], tasks: [], targets: [], forwards: null };
}

builder.objectType('WorkPlan', {
  interfaces: ['Node', 'Document'],
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

builder.objectType('Responsibility', {
  description: 'A piece of work and who answers for it (重点工作责任分工).',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Its printed number, from 1 (编号).' }),
    work: t.exposeString('work', { description: 'The work as printed (工作事项).' }),
    responsible: t.exposeString('responsible', { description: 'Who answers for it, as printed (责任单位).' }),
  }),
});

builder.objectType('PlanItem', {
  description: "A numbered item of a plan's body, (一)…(二十二) (条目).",
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Its printed number, from 1 (编号).' }),
    section: t.exposeInt('section', { description: 'Ordinal of the section it stands in (章节序号).' }),
    title: t.exposeString('title', { description: 'Its heading as printed (标题).' }),
    text: t.exposeString('text', { description: 'Its text as printed, a paragraph a line (正文).' }),
  }),
});

const ComparisonEnum = builder.enumType('Comparison', {
  description: 'Which side of the value a demand allows (比较方式).',
  values: {
    atLeast: { value: 'atLeast', description: 'Not less than the value (不少于).' },
    atMost: { value: 'atMost', description: 'Not more than the value (不超过).' },
  } as const satisfies Record<Target['comparison'], unknown>,
});

builder.objectType('Target', {
  description: 'A numeric demand of a work plan: at least or at most so many, and whom it binds (量化指标).',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The clause as printed (原文).' }),
    who: t.exposeString('who', { description: 'Whom it binds, as printed (对象).' }),
    comparison: t.expose('comparison', {
      type: ComparisonEnum,
      description: 'Which side of the value it allows (比较方式).',
    }),
    value: t.exposeFloat('value', { description: 'The value, in its unit (数值).' }),
    unit: t.exposeString('unit', { description: 'The unit as printed, such as 条 (单位).' }),
  }),
});

builder.objectType('ForwardedDocument', {
  description: 'The document that a work plan passes on (转发文件).',
  fields: (t) => ({
    issuer: t.exposeString('issuer', {
      nullable: true,
      description: 'Who issued it (发文机关); null where it is not said.',
    }),
    title: t.exposeString('title', {
      nullable: true,
      description: 'Its title as printed (标题); null where it is not said.',
    }),
    documentNumber: t.exposeString('documentNumber', {
      nullable: true,
      description: 'Its document number as printed, such as 川办发〔2021〕16号 (文号); null where it is not said.',
    }),
    issuedOn: t.expose('issuedOn', {
      type: 'Date',
      nullable: true,
      description: 'Day of issue (成文日期); null where it is not said.',
    }),
  }),
});

builder.objectType('FoundTask', {
  description: 'A task in a list, with the work plan it stands in (任务及所在要点).',
  fields: (t) => ({
    task: t.expose('task', { type: 'Task', description: 'The task (任务).' }),
    plan: t.expose('plan', { type: 'WorkPlan', description: 'The work plan (工作要点).' }),
    dueOn: t.field({
      type: ['Date'],
      complexity: { field: typical.strings },
      description:
        'Days that its deadlines name, earliest first: of a month its last day, of a year its end (截止日期). Empty for a deadline such as 持续推进.',
      resolve: ({ dueOn }) => dueOn,
    }),
  }),
});

const TaskConnection = builder.connectionObject(
  { type: 'FoundTask', name: 'TaskConnection', description: 'A page of tasks (任务列表页).', fields: totalCountField },
  { name: 'TaskEdge', description: 'A task and its place in the list (任务及其位置).' },
);

const TaskFilterInput = builder.inputType('TaskFilter', {
  description: 'Which tasks; every condition given must hold (任务筛选条件).',
  fields: (t) => ({
    year: t.int({ description: 'Of work plans for this year. Absent: of every year.' }),
    years: t.intList({ description: `Of one of these years, at most ${mostYearsAsked}.` }),
    agencyId: t.id({ description: 'Of work plans of this agency.' }),
    division: t.string({ description: 'Prefix of a division code that ends at a level: 51, 5110 or 511000.' }),
    divisions: t.stringList({ description: 'In one of these divisions, at most 100.' }),
    level: t.field({ type: AgencyLevelEnum, description: 'Of work plans of agencies of this level.' }),
    levels: t.field({ type: [AgencyLevelEnum], description: 'Of work plans of agencies of one of these levels.' }),
    type: t.string({ description: 'Of work plans of this kind of organ, by its key: education (机关类型).' }),
    types: t.stringList({
      description: 'Of work plans of agencies of one of these kinds of organ, by their keys, at most 100.',
    }),
    responsible: t.string({ description: 'Words that the name of a responsible unit contains.' }),
    dueFrom: t.string({ description: 'With a deadline on or after this ISO date.' }),
    dueTo: t.string({ description: 'With a deadline on or before this ISO date.' }),
  }),
});

const Day = z.iso.date();

function dayOf(value: string, argument: string): string {
  if (!Day.safeParse(value).success) throw badUserInput(`${argument} must be an ISO date.`, argument);
  return value;
}

type FilterArg = typeof TaskFilterInput.$inferInput | null | undefined;

const readFilter = (filter: FilterArg): TaskFilter => ({
  ...ofYears(filter),
  ...(filter?.agencyId == null ? {} : { agencyId: agencyId(filter.agencyId) }),
  ...readPlace(filter),
  ...readKind(filter),
  ...(filter?.responsible == null ? {} : { responsible: filter.responsible }),
  ...(filter?.dueFrom == null ? {} : { dueFrom: dayOf(filter.dueFrom, 'dueFrom') }),
  ...(filter?.dueTo == null ? {} : { dueTo: dayOf(filter.dueTo, 'dueTo') }),
});

builder.queryField('tasks', (t) =>
  t.field({
    type: TaskConnection,
    args: { filter: t.arg({ type: TaskFilterInput, description: 'Which tasks. Absent: all.' }), ...pageArgs },
    complexity: priceOfPage,
    description: 'Tasks of current work plans by their first deadline, those without a date last (任务列表).',
    resolve: async (_root, { filter, ...args }, context, info) => {
      const request = readPage(args);
      const asked = readFilter(filter);
      const page = await taskPage(context.lists, asked, request);
      if (page.items.length === 0) await checkAgency(asked.agencyId, context);
      const items = await Promise.all(
        page.items.map(async ({ head, task: { number, dueOn } }) => {
          const task = (await loadRecord(head, context, info)).workPlan?.tasks[number - 1];
          if (task === undefined) throw new Error(`task ${number} of ${head.version} is not in its record`);
          return { task, plan: head, dueOn };
        }),
      );
      return toConnection({ ...page, items });
    },
  }),
);
