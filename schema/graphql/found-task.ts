import { z } from 'zod';
import { type TaskFilter, taskPage } from '../lists/task-list.ts';
import { agencyId, checkAgency } from './agency.ts';
import { builder } from './builder.ts';
import { divisionPrefix } from './division-prefix.ts';
import { badUserInput } from './errors.ts';
import { loadRecord } from './load-record.ts';
import { pageArgs, priceOfPage, readPage, toConnection } from './pages.ts';
import { typical } from './prices.ts';
import { totalCountField } from './total-count.ts';

builder.objectType('FoundTask', {
  description: 'A task in a list, with the work plan it stands in (任务及所在要点).',
  fields: (t) => ({
    task: t.expose('task', { type: 'Task', description: 'The task (任务).' }),
    plan: t.expose('plan', { type: 'WorkPlan', description: 'The work plan (工作要点).' }),
    dueOn: t.stringList({
      complexity: { field: typical.strings },
      description:
        'ISO dates that its deadlines name, earliest first: of a month its last day, of a year its end (截止日期). Empty for a deadline such as 持续推进.',
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
    agencyId: t.id({ description: 'Of work plans of this agency.' }),
    division: t.string({ description: 'Prefix of a division code that ends at a level: 51, 5110 or 511000.' }),
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
  ...(filter?.year == null ? {} : { year: filter.year }),
  ...(filter?.agencyId == null ? {} : { agencyId: agencyId(filter.agencyId) }),
  ...(filter?.division == null ? {} : { division: divisionPrefix(filter.division) }),
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
      const page = await taskPage(context.boards, asked, request);
      if (page.items.length === 0) await checkAgency(asked.agencyId, context);
      const items = await Promise.all(
        page.items.map(async ({ head, task: { number, dueOn } }) => {
          const task = (await loadRecord(head, context, info)).workPlan?.tasks[number - 1];
          if (task === undefined) throw new Error(`task ${number} of ${head.version} is not in its record`);
          return { task, plan: head, dueOn };
        }),
      );
      return toConnection({ ...page, items }, request);
    },
  }),
);
