import { aggregate, type Ranked, type Together } from '../law/metrics/aggregate.ts';
import { metrics as measures, metricByKey } from '../law/metrics/metrics.ts';
import { type GroupBy, groupsOf } from '../law/metrics/province.ts';
import type { Summary } from '../law/metrics/statistics.ts';
import { divisionByCode } from '../law/vocabulary/divisions.ts';
import { kindNamed } from '../law/vocabulary/organ-kinds.ts';
import { pageOf } from '../record/lists/keyset.ts';
import { rankOf } from '../record/lists/order.ts';
import { Scope } from '../record/scope.ts';
import { AgencyConnection, readKind } from './agency.ts';
import {
  type AggregateNode,
  type CoverageNode,
  divisionNode,
  populationOf,
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
import type { GraphqlContext } from './context.ts';
import './cover.ts';
import { divisionPrefix } from './division.ts';
import { AgencyLevelEnum, MetricKeyEnum, ScopeEnum } from './enums.ts';
import { badUserInput } from './errors.ts';
import { GapCodeEnum } from './metric.ts';
import { areAlike } from './notices.ts';
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
  description: 'A province of which something is stored (省份).',
  fields: (t) => ({
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
      resolve: async ({ prefix }, { year, division, metrics, by, minimumGroup, ...kind }, { lists }) => {
        const minimum = minimumGroup ?? usualMinimum;
        if (metrics.length > measures.length) throw badUserInput('No measure is asked for twice.', 'metrics');
        if (minimum < 1) throw badUserInput('minimumGroup must be at least 1.', 'minimumGroup');
        const part = { within: partOf(prefix, division), kind: readKind(kind), year };
        const population = await populationOf(lists, part);
        return groupsOf(population, by ?? null).flatMap((group) =>
          metrics.map((metric) => ({
            ...aggregate(metricByKey(metric), group.reports, minimum),
            group,
            coverage: { year, group, population },
            asked: { within: division?.replace(/(?:00)+$/, '') ?? prefix, year, metric, minimum },
          })),
        );
      },
    }),
  }),
});

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
    resolve: async (_root, { code }, { lists }) => {
      const prefix = code.replace(/^(\d{2})0000$/, '$1');
      return (await provinceNodes(lists, prefix)).find((province) => province.prefix === prefix) ?? null;
    },
  }),
}));

const mostRanked = 100;

const addedUp =
  'None of the reports added up counts what another counts: see cover. Null too where that is not certain, as extensions.notices and cover.refusals say (互不包含才合计).';

/** What is added up, for an answer that tells it; says in the answer what is not known of it. */
function togetherOf({ together }: AggregateNode, { notices }: GraphqlContext): Together {
  const found = together();
  const { doubts, reports } = found.cover;
  if (doubts.length > 0) notices.add('SUM_REFUSED');
  else if (reports.some(({ scope = 'unknown' }) => scope === 'unknown')) notices.add('SUM_OF_UNKNOWN_SCOPE');
  return found;
}

/** The ranking, for an answer that tells it; says in the answer where unlike reports are ranked. */
function rankingOf({ ranking }: AggregateNode, { notices }: GraphqlContext): readonly Ranked[] {
  const ranked = ranking();
  if (!areAlike(ranked.map(({ head }) => head))) notices.add('RANKED_SCOPES_DIFFER');
  return ranked;
}

const statistic =
  (name: keyof Summary) =>
  ({ summary }: AggregateNode) =>
    summary?.[name] ?? null;

builder.objectType('Aggregate', {
  description: 'A measure over the reports of a group of agencies in a year (汇总).',
  fields: (t) => {
    const figure = (name: keyof Summary, description: string) =>
      t.float({
        nullable: true,
        description: `${description}; null where the group is too small.`,
        resolve: statistic(name),
      });
    return {
      metric: t.expose('metric', { type: 'Metric', description: 'Which measure (指标).' }),
      division: t.field({
        type: 'Division',
        nullable: true,
        description: 'The division that the agencies of the group lie in (行政区划).',
        resolve: ({ group }) => (group.divisionCode === null ? null : divisionNode(group.divisionCode)),
      }),
      level: t.field({
        type: AgencyLevelEnum,
        nullable: true,
        description: 'Level of its agencies (行政层级); null where they are not grouped by it, or it cannot be told.',
        resolve: ({ group }) => group.level,
      }),
      type: t.field({
        type: 'OrganKind',
        nullable: true,
        description: 'Kind of organ of its agencies (机关类型); null where they are not grouped by it.',
        resolve: ({ group: { type } }) => (type === null ? null : kindNamed(type)),
      }),
      coverage: t.expose('coverage', { type: 'Coverage', description: 'Who of the group reported (覆盖情况).' }),
      measured: t.exposeInt('measured', { description: 'Reports of the group with a value (有值报告数).' }),
      gaps: t.field({
        type: ['GapCount'],
        complexity: { field: 1, multiplier: typical.gaps },
        description: 'Reports of the group without a value, by the reason (缺值报告数).',
        resolve: ({ gaps }) => [...gaps].map(([code, count]) => ({ code, count })),
      }),
      tooSmall: t.boolean({
        description:
          'Whether fewer reports have a value than the smallest group asked for; then there are no statistics (样本过少).',
        resolve: ({ summary }) => summary === null,
      }),
      sum: t.float({
        nullable: true,
        description: `Sum of the values (合计); null for a share, whose values do not add up, and where the group is too small. ${addedUp}`,
        resolve: (node, _args, context) => (node.metric.kind === 'share' ? null : togetherOf(node, context).sum),
      }),
      pooled: t.float({
        nullable: true,
        description: `The share of all cases of the group together, so that large agencies weigh more (合并占比); null for what is no share, and where the group is too small. ${addedUp}`,
        resolve: (node, _args, context) => (node.metric.kind === 'share' ? togetherOf(node, context).pooled : null),
      }),
      cover: t.field({
        type: 'Cover',
        description: 'Which reports sum and pooled add up, which they leave out, and why there is none (合计范围).',
        resolve: ({ together, group, asked }) => {
          const { cover, exceeded } = together();
          return { ...cover, exceeded, asked, all: group.reports };
        },
      }),
      scopes: t.field({
        type: ['ScopeCount'],
        complexity: { field: 1, multiplier: Scope.options.length },
        description: 'Reports with a value, by whose figures they give (按统计范围的报告数).',
        resolve: ({ scopes }) => [...scopes].map(([scope, count]) => ({ scope, count })),
      }),
      mean: figure('mean', 'Mean of the values, every agency weighing the same (平均数)'),
      median: figure('median', 'Median (中位数)'),
      min: figure('min', 'Smallest value (最小值)'),
      p10: figure('p10', '10th percentile (第10百分位数)'),
      p25: figure('p25', '25th percentile (第25百分位数)'),
      p75: figure('p75', '75th percentile (第75百分位数)'),
      p90: figure('p90', '90th percentile (第90百分位数)'),
      max: figure('max', 'Greatest value (最大值)'),
      ranking: t.field({
        type: ['RankedReport'],
        args: { first: t.arg.int({ defaultValue: 10, description: `How many, from 1 to ${mostRanked}.` }) },
        complexity: ({ first }) => ({ field: 1, multiplier: Math.min(Math.max(first ?? 1, 1), mostRanked) }),
        description:
          'Reports with a value, the highest first (排名). Where they give figures of different or unknown scopes, extensions.notices says so.',
        resolve: (node, { first }, context) => {
          const size = first ?? 10;
          if (size < 1 || size > mostRanked) throw badUserInput(`first must be from 1 to ${mostRanked}.`, 'first');
          return rankingOf(node, context).slice(0, size);
        },
      }),
      rank: t.field({
        type: 'RankedReport',
        nullable: true,
        args: { agencyId: t.arg.id({ required: true, description: 'Id of the agency.' }) },
        description: "One agency's place (某机关的排名); null where it has no value in the group.",
        resolve: (node, { agencyId }, context) =>
          rankingOf(node, context).find(({ head }: Ranked) => head.agencyId === agencyId) ?? null,
      }),
    };
  },
});

builder.objectType('ScopeCount', {
  description: 'How many reports give figures of one scope (统计范围计数).',
  fields: (t) => ({
    scope: t.expose('scope', { type: ScopeEnum, description: 'Whose figures (统计范围).' }),
    count: t.exposeInt('count', { description: 'How many reports (报告数).' }),
  }),
});

builder.objectType('GapCount', {
  description: 'How many reports have no value for one reason (缺值计数).',
  fields: (t) => ({
    code: t.expose('code', { type: GapCodeEnum, description: 'The reason (原因).' }),
    count: t.exposeInt('count', { description: 'How many reports (报告数).' }),
  }),
});

builder.objectType('RankedReport', {
  description: 'A report with its place by a measure (排名).',
  fields: (t) => ({
    rank: t.exposeInt('rank', { description: 'Its place: 1 is the highest value; equal values share a place (名次).' }),
    value: t.exposeFloat('value', { description: 'The value, in the unit of the measure (数值).' }),
    report: t.field({ type: 'Report', description: 'The report (年度报告).', resolve: ({ head }) => head }),
    scope: t.field({
      type: ScopeEnum,
      description: 'Whose figures the report gives (统计范围).',
      resolve: ({ head: { scope = 'unknown' } }) => scope,
    }),
  }),
});

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
        return toConnection(pageOf({ lines, rank: rankOf, name }, request), request);
      },
    }),
  }),
});
