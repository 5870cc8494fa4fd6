import { aggregate } from '../law/metrics/aggregate.ts';
import { metrics as measures, metricByKey } from '../law/metrics/metrics.ts';
import { type GroupBy, groupsOf } from '../law/metrics/province.ts';
import { divisionByCode } from '../law/vocabulary/divisions.ts';
import { pageOf } from '../record/lists/keyset.ts';
import { rankOf } from '../record/lists/order.ts';
import type { Scope } from '../record/scope.ts';
import { unattributed } from '../record/undecided.ts';
import type { VersionHead } from '../record/version-head.ts';
import { AgencyConnection } from './agency.ts';
import {
  type CoverageNode,
  divisionNode,
  populationOf,
  provinceNode,
  provinceNodes,
  reportsWithin,
} from './agency-nodes.ts';
import { builder } from './builder.ts';
import {
  CalendarConnection,
  CalendarStateEnum,
  calendarOfCoverage,
  calendarPage,
  countExpected,
  countStates,
  registerOf,
} from './calendar.ts';
import { denominatorsFor } from './denominator.ts';
import { divisionPrefix } from './division.ts';
import { AgencyLevelEnum, MetricKeyEnum, ScopeEnum } from './enums.ts';
import { badUserInput } from './errors.ts';
import { readKind } from './filters.ts';
import { provinceId } from './node-id.ts';
import { pageArgs, priceOfPage, readPage, toConnection } from './pages.ts';
import { call, typical } from './prices.ts';

const GroupByEnum = builder.enumType('GroupBy', {
  description: 'What agencies are grouped by (分组方式).',
  values: {
    division: {
      value: 'division',
      description:
        'By the divisions next below the one asked: prefectures of a province, counties of a prefecture (按下级行政区划).',
    },
    level: { value: 'level', description: 'By the level of their division (按行政层级).' },
    type: { value: 'type', description: 'By their kind of organ (按机关类型).' },
  } as const satisfies Record<GroupBy, unknown>,
});

/** Statistics of fewer reports than this are withheld unless the query says otherwise. */
const usualMinimum = 3;

const yearArg = builder.args((t) => ({ year: t.int({ required: true, description: 'The year reported on.' }) }));
const within = builder.args((t) => ({
  division: t.string({ description: 'Only this part of the province: a prefix of a division code, 4 or 6 digits.' }),
  level: t.field({ type: AgencyLevelEnum, description: 'Only agencies of this level.' }),
  type: t.string({ description: 'Only agencies of this kind of organ, by its key: education (机关类型).' }),
}));

builder.objectType('Province', {
  interfaces: ['Node'],
  description: 'A province of which something is stored (省份).',
  fields: (t) => ({
    id: t.id({ description: 'Opaque id (标识).', resolve: ({ prefix }) => provinceId(prefix) }),
    code: t.id({
      description: 'Six digits of GB/T 2260 (行政区划代码).',
      resolve: ({ prefix }) => `${prefix}0000`,
    }),
    name: t.string({
      description: 'Its name (名称).',
      resolve: ({ prefix }) => divisionByCode(`${prefix}0000`)?.name ?? '',
    }),
    division: t.field({
      type: 'Division',
      description: 'The same as a division (行政区划).',
      resolve: ({ prefix }) => divisionNode(`${prefix}0000`),
    }),
    years: t.intList({
      complexity: call,
      description: 'Years with an annual report of any of its agencies, oldest first (年度).',
      resolve: async ({ prefix }, _args, { lists }) => {
        const years = await lists.years();
        const counts = await Promise.all(
          years.map(async (year) => reportsWithin(await lists.reports(year, prefix), prefix).length),
        );
        return years.filter((_, index) => (counts[index] ?? 0) > 0);
      },
    }),
    coverage: t.field({
      type: 'Coverage',
      args: { ...yearArg, ...within },
      complexity: call,
      description: 'Who has reported for a year, of those known (覆盖情况).',
      resolve: async ({ prefix }, { year, division, ...kind }, { lists }) => {
        const part = { within: partOf(prefix, division), kind: readKind(kind), year };
        const population = await populationOf(lists, part);
        const [group] = groupsOf(population, null);
        if (group === undefined) throw new Error('Without a grouping there is one group');
        return { year, group, population };
      },
    }),
    aggregate: t.field({
      type: ['Aggregate'],
      args: {
        ...yearArg,
        ...within,
        metrics: t.arg({ type: [MetricKeyEnum], required: true, description: 'The measures.' }),
        scope: t.arg({
          type: ScopeEnum,
          description:
            'Only reports that give the figures of these as a whole (统计范围): what is ranked or described is then of one kind. Coverage stays that of the group.',
        }),
        by: t.arg({ type: GroupByEnum, description: 'Groups; absent: all agencies are one.' }),
        minimumGroup: t.arg.int({
          defaultValue: usualMinimum,
          description: 'The fewest reports with a value of which statistics are given.',
        }),
      },
      complexity: ({ metrics, by }) => ({
        field: call,
        multiplier: metrics.length * (by == null ? 1 : typical.groups),
      }),
      description: 'Measures over the reports of a year, for each group and measure (汇总).',
      resolve: async ({ prefix }, { year, division, metrics, scope, by, minimumGroup, ...kind }, { lists }) => {
        const minimum = minimumGroup ?? usualMinimum;
        if (metrics.length > measures.length) throw badUserInput('No measure is asked for twice.', 'metrics');
        if (minimum < 1) throw badUserInput('minimumGroup must be at least 1.', 'minimumGroup');
        const part = { within: partOf(prefix, division), kind: readKind(kind), year };
        const [population, denominators] = await Promise.all([
          populationOf(lists, part),
          denominatorsFor(metrics.map(metricByKey), lists, prefix),
        ]);
        const asked = { within: division?.replace(/(?:00)+$/, '') ?? prefix, year, minimum };
        return groupsOf(population, by ?? null).flatMap((group) => {
          const reports = scope == null ? group.reports : group.reports.filter((head) => headScope(head) === scope);
          return metrics.map((metric) => ({
            ...aggregate(metricByKey(metric), { heads: reports, denominators }, minimum),
            group,
            coverage: { year, group, population },
            asked: { ...asked, metric },
          }));
        });
      },
    }),
  }),
});

const headScope = ({ scope = 'unknown' }: VersionHead): Scope => scope;

/** Throws BAD_USER_INPUT for a division that is not of the province. */
function partOf(prefix: string, division: string | null | undefined): string {
  if (division == null) return prefix;
  if (!divisionPrefix(division).startsWith(prefix)) throw badUserInput('division is not of this province.', 'division');
  return division;
}

builder.queryFields((t) => ({
  provinces: t.field({
    type: ['Province'],
    complexity: { field: call, multiplier: 1 },
    description: 'Provinces of which something is stored, by code; a stack of one province has one (省份).',
    resolve: (_root, _args, { lists }) => provinceNodes(lists),
  }),
  province: t.field({
    type: 'Province',
    nullable: true,
    args: { code: t.arg.id({ required: true, description: 'Its code, two or six digits: 51 or 510000.' }) },
    complexity: call,
    description: 'One province (省份); null where nothing of it is stored.',
    resolve: (_root, { code }, { lists }) => provinceNode(lists, code.replace(/^(\d{2})0000$/, '$1')),
  }),
}));

const outcomeCount =
  (outcome: string) =>
  ({ group }: CoverageNode) =>
    group.reports.filter((report) => report.outcome === outcome).length;

const CoverageBasisEnum = builder.enumType('CoverageBasis', {
  description: 'How it is known which agencies there are (应报机关的依据).',
  values: {
    register: {
      value: 'register',
      description:
        'From a register that the operator has imported: it says who is expected to report, of the organs that it names (机关名录).',
    },
    uploads: {
      value: 'uploads',
      description: 'From uploads alone: who else ought to report is not known (仅凭已上传的文件).',
    },
  } as const,
});

builder.objectType('Coverage', {
  description: 'How many of the agencies known have a report of a year (覆盖情况).',
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'The year (年度).' }),
    known: t.int({
      description: 'Agencies of which anything is stored, of whatever year (已知机关数).',
      resolve: ({ group }) => group.agencies.length,
    }),
    basis: t.field({
      type: CoverageBasisEnum,
      complexity: call,
      description: 'How it is known which agencies there are (应报机关的依据).',
      resolve: async (node, _args, { lists }) => ((await registerOf(node, lists)).length > 0 ? 'register' : 'uploads'),
    }),
    expected: t.int({
      nullable: true,
      complexity: call,
      description:
        'Agencies that by the register are there from the beginning of the year until the last day for its report (应报机关数); null without a register.',
      resolve: async (node, _args, { lists }) => {
        const register = await registerOf(node, lists);
        return register.length === 0 ? null : countExpected(register, node.year);
      },
    }),
    states: t.field({
      type: ['CalendarCount'],
      complexity: call,
      description: 'How many agencies published in time, late, and so on (公布情况); a state of none is left out.',
      resolve: async (node, _args, context) => countStates(await calendarOfCoverage(node, context)),
    }),
    calendar: t.field({
      type: CalendarConnection,
      args: { state: t.arg({ type: CalendarStateEnum, description: 'Only agencies in this state.' }), ...pageArgs },
      complexity: priceOfPage,
      description:
        'What is known of each agency that the register names or of which anything is stored, by division and name (公布日历).',
      resolve: async (node, { state, ...args }, context) =>
        calendarPage(await calendarOfCoverage(node, context), state ?? null, args),
    }),
    unattributed: t.int({
      complexity: call,
      description:
        'Uploads of the province, of whatever part is asked, that may be a report of the year and name nobody (无从归属的上传文件数): each may be the report of an agency that was not found.',
      resolve: async ({ year, population }, _args, { lists }) =>
        unattributed((await lists.undecided(population.within.slice(0, 2))).lines, year).length,
    }),
    reported: t.int({
      description: 'Agencies with an annual report of the year (已报送机关数).',
      resolve: ({ group }) => group.reports.length,
    }),
    published: t.int({
      description: 'Reports without an error finding (无错误的报告数).',
      resolve: outcomeCount('published'),
    }),
    held: t.int({
      description: 'Reports with error findings, served with their doubts (存疑的报告数).',
      resolve: outcomeCount('held'),
    }),
    missing: t.field({
      type: AgencyConnection,
      args: pageArgs,
      complexity: priceOfPage,
      description:
        'Agencies of which anything is stored, but no report of the year, by division and name (已知机关中无该年度报告者). It says nothing of whether they published one.',
      resolve: ({ year, group, population }, args) => {
        const request = readPage(args);
        const reporting = new Set(group.reports.map(({ agencyId }) => agencyId));
        const lines = population.agencies.filter((agency) => group.includes(agency) && !reporting.has(agency.id));
        const name = ['missing', year, population.agencies.length];
        return toConnection(pageOf({ lines, rank: rankOf, name }, request));
      },
    }),
  }),
});
