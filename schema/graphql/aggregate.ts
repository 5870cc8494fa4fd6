import type { Ranked } from '../metrics/aggregate.ts';
import type { Summary } from '../metrics/statistics.ts';
import { AgencyLevelEnum } from './agency-level.ts';
import { builder } from './builder.ts';
import { divisionNode } from './division-node.ts';
import { badUserInput } from './errors.ts';
import { GapCodeEnum } from './metric-series.ts';
import { typical } from './prices.ts';
import type { AggregateNode } from './province-node.ts';

const mostRanked = 100;

const ofUnknownScope =
  'A report on a whole area and the reports of its parts may both be in it, for what a report covers is not known yet; the answer says so in extensions.notices (可能重复计算).';

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
        description: `Sum of the values (合计); null for a share, whose values do not add up. ${ofUnknownScope}`,
        resolve: ({ metric, summary }, _args, { notices }) => {
          if (metric.kind === 'share' || summary === null) return null;
          notices.add('SUM_OF_UNKNOWN_SCOPE');
          return summary.sum;
        },
      }),
      pooled: t.float({
        nullable: true,
        description: `The share of all cases of the group together, so that large agencies weigh more (合并占比); null for what is no share. ${ofUnknownScope}`,
        resolve: ({ pooled }, _args, { notices }) => {
          if (pooled !== null) notices.add('SUM_OF_UNKNOWN_SCOPE');
          return pooled;
        },
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
        description: 'Reports with a value, the highest first (排名).',
        resolve: ({ ranking }, { first }) => {
          const size = first ?? 10;
          if (size < 1 || size > mostRanked) throw badUserInput(`first must be from 1 to ${mostRanked}.`, 'first');
          return ranking().slice(0, size);
        },
      }),
      rank: t.field({
        type: 'RankedReport',
        nullable: true,
        args: { agencyId: t.arg.id({ required: true, description: 'Id of the agency.' }) },
        description: "One agency's place (某机关的排名); null where it has no value in the group.",
        resolve: ({ ranking }, { agencyId }) =>
          ranking().find(({ head }: Ranked) => head.agencyId === agencyId) ?? null,
      }),
    };
  },
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
  }),
});
