import type { Ranked, Together } from '../law/metrics/aggregate.ts';
import type { Summary } from '../law/metrics/statistics.ts';
import { kindNamed } from '../law/vocabulary/organ-kinds.ts';
import { Scope } from '../record/scope.ts';
import { type AggregateNode, divisionNode } from './agency-nodes.ts';
import { builder } from './builder.ts';
import type { GraphqlContext } from './context.ts';
import './cover.ts';
import { AgencyLevelEnum, ScopeEnum } from './enums.ts';
import { badUserInput } from './errors.ts';
import { GapCodeEnum } from './metric.ts';
import { areAlike } from './notices.ts';
import { typical } from './prices.ts';

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

/** What all cases come to together; says in the answer where a rate is refused for its denominators. */
function pooledOf(node: AggregateNode, context: GraphqlContext): number | null {
  if (node.metric.kind !== 'share' && node.metric.kind !== 'rate') return null;
  const { pooled, unpooled } = togetherOf(node, context);
  if (unpooled !== null) context.notices.add('RATE_REFUSED');
  return pooled;
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
        description: `Sum of the values (合计); null for a share or a rate, whose values do not add up, and where the group is too small. ${addedUp}`,
        resolve: (node, _args, context) => {
          const { kind } = node.metric;
          return kind === 'share' || kind === 'rate' ? null : togetherOf(node, context).sum;
        },
      }),
      pooled: t.float({
        nullable: true,
        description: `The share of all cases of the group together, so that large agencies weigh more, or the rate of all its territories together (合并占比); null for what is neither, where the denominator of any territory is missing, and where the group is too small. ${addedUp}`,
        resolve: (node, _args, context) => pooledOf(node, context),
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
    basis: t.field({
      type: 'MetricBasis',
      nullable: true,
      description: 'What the value is made of, to compute it again (计算依据).',
      resolve: ({ basis }) => basis(),
    }),
    report: t.field({ type: 'Report', description: 'The report (年度报告).', resolve: ({ head }) => head }),
    scope: t.field({
      type: ScopeEnum,
      description: 'Whose figures the report gives (统计范围).',
      resolve: ({ head: { scope = 'unknown' } }) => scope,
    }),
  }),
});
