import type { GraphQLResolveInfo } from 'graphql';
import type { RecordDifference } from '../record/difference.ts';
import { type ReportOrder, reportPage } from '../record/lists/report-list.ts';
import type { MetricRange, ReportCondition, ReportFilter } from '../record/record-store.ts';
import { unknownScope } from '../record/scope.ts';
import type { VersionHead } from '../record/version-head.ts';
import { builder, type InputFields } from './builder.ts';
import type { GraphqlContext } from './context.ts';
import { AgencyLevelEnum, FormIdEnum, MetricKeyEnum, OutcomeEnum, ScopeEnum } from './enums.ts';
import { badUserInput } from './errors.ts';
import { mostAlternatives, mostYearsAsked, readKind, readOr, readPlace, readScope, readYears } from './filters.ts';
import { knownRule } from './finding.ts';
import { loadRecord, readsTextsExtension } from './load-record.ts';
import { documentId } from './node-id.ts';
import { areAlike } from './notices.ts';
import {
  type PageArgs,
  pageArgs,
  pageSize,
  priceOfPage,
  priceOfPageOfYears,
  readPage,
  toConnection,
  totalCountField,
} from './pages.ts';
import { call, textOf, typical } from './prices.ts';
import { type DifferenceNode, type StatisticNode, statisticNodes } from './record-nodes.ts';

builder.objectType('Report', {
  interfaces: ['Node', 'Document'],
  description:
    'One version of an annual report on open government information (政府信息公开工作年度报告; Regulations 2019, art. 49 and 50).',
  fields: (t) => ({
    form: t.field({
      type: FormIdEnum,
      nullable: true,
      description: 'Edition of the form it follows, that of its table 二 (版式); null where it cannot be told.',
      resolve: ({ form }) => form,
    }),
    scope: t.field({
      type: 'ToldScope',
      description:
        'Whose figures it gives as a whole (统计范围); unknown where its tables differ. Reports on a whole contain those of its parts.',
      resolve: async (head, _args, context, info) =>
        (await loadRecord(head, context, info)).scopes?.report ?? unknownScope,
    }),
    statistics: t.field({
      type: ['Statistic'],
      complexity: { field: 1, multiplier: typical.statistics },
      description: 'Rows of the indicator annex in printed order (统计表); empty where there is none.',
      resolve: (head, _args, context, info) => reportStatistics(head, context, info),
    }),
    indicators: t.field({
      type: ['Indicator'],
      complexity: { field: 1, multiplier: typical.indicators },
      description: 'Figures read from sentences, in printed order (文字指标).',
      resolve: async (head, _args, context, info) => (await loadRecord(head, context, info)).indicators,
    }),
    checks: t.field({
      type: 'Checks',
      description: 'How much of it was checked, and what could not be (校验覆盖情况).',
      resolve: async (head, _args, context, info) => (await loadRecord(head, context, info)).checks,
    }),
    changes: t.field({
      type: 'VersionDifference',
      nullable: true,
      complexity: { field: call, multiplier: 1 },
      description:
        'In what this version differs from the document that arrived before it, be it the same in another format (与前一版本的差异); null for the first.',
      resolve: async (head, _args, { versions }) => {
        const all = await versions.load(head);
        const at = all.findIndex(({ version }) => version === head.version);
        const before = at === -1 ? undefined : all[at + 1];
        return before === undefined ? null : { before, after: head };
      },
    }),
    versions: t.field({
      type: ['Report'],
      args: {
        first: pageArgs.first,
        after: t.arg.id({ description: 'Only those that come after this version. Absent: from the newest.' }),
      },
      complexity: priceOfPage,
      description:
        'Documents published as this report, its copies in other formats among them, newest arrival first, each as the newest parser read it (历次版本). There may be more where as many came as were asked for.',
      resolve: async (head, args, { versions }) => versionsAfter(await versions.load(head), args),
    }),
  }),
});

/** Rows of a report's indicator annex in printed order. */
export async function reportStatistics(
  head: VersionHead,
  context: GraphqlContext,
  info: GraphQLResolveInfo,
): Promise<readonly StatisticNode[]> {
  return statisticNodes(await loadRecord(head, context, info), documentId(head));
}

/** A page of versions. Throws BAD_USER_INPUT for a page that none can have, and for `after` that is none of the versions. */
function versionsAfter(all: readonly VersionHead[], { first, after }: PageArgs): readonly VersionHead[] {
  const size = pageSize(first);
  const at = after == null ? -1 : all.findIndex(({ version }) => version === after);
  if (after != null && at === -1) throw badUserInput('after is no version of this report.', 'after');
  return all.slice(at + 1, at + 1 + size);
}

const ReportConnection = builder.connectionObject(
  { type: 'Report', name: 'ReportConnection', description: 'A page of reports (年报列表页).', fields: totalCountField },
  { name: 'ReportEdge', description: 'A report and its place in the list (年报及其位置).' },
);

const MetricRangeInput = builder.inputType('MetricRange', {
  description: 'A measure within bounds, both included (指标范围). A report that has no value is outside.',
  fields: (t) => ({
    metric: t.field({ type: MetricKeyEnum, required: true, description: 'Which measure.' }),
    min: t.float({ description: 'Not less than this, in the unit of the measure.' }),
    max: t.float({ description: 'Not more than this, in the unit of the measure.' }),
  }),
});

const DirectionEnum = builder.enumType('Direction', {
  description: 'Which end of an order comes first (排序方向).',
  values: {
    ascending: { value: 'ascending', description: 'The smallest value first (升序).' },
    descending: { value: 'descending', description: 'The greatest value first (降序).' },
  } as const satisfies Record<ReportOrder['direction'], unknown>,
});

const ReportOrderInput = builder.inputType('ReportOrder', {
  description: 'An order by a measure (按指标排序). Reports without a value are left out.',
  fields: (t) => ({
    metric: t.field({ type: MetricKeyEnum, required: true, description: 'Which measure.' }),
    direction: t.field({ type: DirectionEnum, required: true, description: 'Which end comes first.' }),
  }),
});

const reportConditions = (t: InputFields) => ({
  division: t.string({ description: 'Prefix of a division code that ends at a level: 51, 5110 or 511000.' }),
  divisions: t.stringList({ description: 'In one of these divisions, at most 100.' }),
  level: t.field({ type: AgencyLevelEnum, description: 'Of agencies of this level.' }),
  levels: t.field({ type: [AgencyLevelEnum], description: 'Of agencies of one of these levels.' }),
  type: t.string({ description: 'Of agencies of this kind of organ, by its key: education (机关类型).' }),
  types: t.stringList({ description: 'Of agencies of one of these kinds of organ, by their keys, at most 100.' }),
  form: t.field({ type: FormIdEnum, description: 'On this form.' }),
  scope: t.field({ type: ScopeEnum, description: 'That give the figures of these as a whole (统计范围).' }),
  scopes: t.field({ type: [ScopeEnum], description: 'Of one of these scopes.' }),
  outcome: t.field({ type: OutcomeEnum, description: 'How its reading ended.' }),
  rule: t.string({ description: 'With a finding of this rule, one of rules.' }),
  metrics: t.field({ type: [MetricRangeInput], description: 'With values of measures within bounds.' }),
});

const ReportConditionInput = builder.inputType('ReportCondition', {
  description: 'What a report must be; every condition given must hold (年报条件).',
  fields: reportConditions,
});

const ReportFilterInput = builder.inputType('ReportFilter', {
  description: 'Which reports; every condition given must hold (年报筛选条件).',
  fields: (t) => ({
    year: t.int({ description: 'The year the report is about. This or years must be given.' }),
    years: t.intList({ description: `One of these years, at most ${mostYearsAsked}.` }),
    ...reportConditions(t),
    or: t.field({
      type: [ReportConditionInput],
      description: `And one of these must hold, at most ${mostAlternatives} (满足其一).`,
    }),
  }),
});

/** Ranges one filter may have. */
const mostRanges = 10;

function readRanges(ranges: readonly (typeof MetricRangeInput.$inferInput)[]): MetricRange[] {
  if (ranges.length > mostRanges) throw badUserInput(`At most ${mostRanges} ranges can be asked for.`, 'metrics');
  return ranges.map(({ metric, min, max }) => ({
    metric,
    ...(min == null ? {} : { min }),
    ...(max == null ? {} : { max }),
  }));
}

/** Throws BAD_USER_INPUT where no year is asked for: reports of every year are no list that is kept. */
function yearsOf(filter: typeof ReportFilterInput.$inferInput): number[] {
  const years = readYears(filter);
  if (years === undefined) throw badUserInput('year or years must be given.', 'year');
  return years;
}

const readCondition = (
  condition: typeof ReportConditionInput.$inferInput,
  context: GraphqlContext,
): ReportCondition => ({
  ...readPlace(condition),
  ...readKind(condition),
  ...(condition.form == null ? {} : { form: condition.form }),
  ...readScope(condition),
  ...(condition.outcome == null ? {} : { outcome: condition.outcome }),
  ...(condition.rule == null ? {} : { rule: knownRule(condition.rule, context) }),
  ...(condition.metrics == null ? {} : { metrics: readRanges(condition.metrics) }),
});

const readFilter = (filter: typeof ReportFilterInput.$inferInput, context: GraphqlContext): ReportFilter => ({
  years: yearsOf(filter),
  ...readCondition(filter, context),
  ...readOr(filter.or, (condition) => readCondition(condition, context)),
});

builder.queryField('reports', (t) =>
  t.field({
    type: ReportConnection,
    args: {
      filter: t.arg({ type: ReportFilterInput, required: true, description: 'Which reports.' }),
      orderBy: t.arg({ type: ReportOrderInput, description: 'Absent: by division and name.' }),
      ...pageArgs,
    },
    complexity: ({ filter, ...page }) => priceOfPageOfYears(page, filter.years),
    description:
      'Current annual reports of a year or several, by division, name and year or by a measure (年度报告列表). By a measure, extensions.notices says where they give figures of different or unknown scopes.',
    resolve: async (_root, { filter, orderBy, ...args }, context) => {
      const request = readPage(args);
      const asked = { filter: readFilter(filter, context), order: orderBy ?? null };
      const page = await reportPage(context.lists, asked, request);
      if (orderBy != null && !areAlike(page.items)) context.notices.add('RANKED_SCOPES_DIFFER');
      return toConnection(page);
    },
  }),
);

async function differenceOf(
  { before, after }: DifferenceNode,
  context: GraphqlContext,
  info: GraphQLResolveInfo,
): Promise<RecordDifference> {
  const records = await Promise.all([loadRecord(before, context, info), loadRecord(after, context, info)]);
  return context.difference(...records);
}

builder.objectType('VersionDifference', {
  description: 'In what a version of a report differs from the document that arrived before it (版本差异).',
  fields: (t) => ({
    before: t.expose('before', { type: 'Report', description: 'The earlier version (前一版本).' }),
    after: t.expose('after', { type: 'Report', description: 'The later version (后一版本).' }),
    facts: t.field({
      type: ['FactChange'],
      complexity: { field: 1, multiplier: typical.changes },
      description: 'Facts about the whole report that differ: title, publishedOn, outcome (基本信息差异).',
      resolve: async (node, _args, context, info) => (await differenceOf(node, context, info)).facts,
    }),
    cells: t.field({
      type: ['CellChange'],
      complexity: { field: 1, multiplier: typical.changes },
      description: 'Figures that are printed differently, cell by cell (数字差异).',
      resolve: async (node, _args, context, info) => (await differenceOf(node, context, info)).cells,
    }),
    sections: t.field({
      type: ['SectionChange'],
      complexity: { field: 1, multiplier: typical.sections },
      extensions: readsTextsExtension,
      description: 'Sections whose words differ (章节差异).',
      resolve: async (node, _args, context, info) => (await differenceOf(node, context, info)).sections,
    }),
  }),
});

builder.objectType('FactChange', {
  description: 'A fact about a whole report that differs (基本信息差异).',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Which fact: title, publishedOn, outcome, form (名称).' }),
    before: t.exposeString('before', { nullable: true, description: 'As the earlier version has it (原值).' }),
    after: t.exposeString('after', { nullable: true, description: 'As the later version has it (现值).' }),
  }),
});

builder.objectType('CellChange', {
  description: 'A figure that two versions print differently (数字差异).',
  fields: (t) => ({
    path: t.exposeString('path', {
      description: 'Path of the cell or figure: applications.processed.total, indicators.proactive.total (路径).',
    }),
    before: t.expose('before', {
      type: 'PrintedFigure',
      nullable: true,
      description: 'As the earlier version prints it (原值); null where it has none.',
    }),
    after: t.expose('after', {
      type: 'PrintedFigure',
      nullable: true,
      description: 'As the later version prints it (现值); null where it has none.',
    }),
  }),
});

builder.objectType('PrintedFigure', {
  description: 'A figure as one version prints it (所载数字).',
  fields: (t) => ({
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'The figure, in the unit of the cell (数值); null where none can be read.',
    }),
    raw: t.exposeString('raw', { description: 'The text as printed (原文).' }),
    state: t.exposeString('state', {
      description: 'State of the cell, as CellState; stated for a figure in a sentence (状态).',
    }),
  }),
});

builder.objectType('SectionChange', {
  description: 'A section whose heading or words differ (章节差异). Paragraphs that both versions have are left out.',
  fields: (t) => ({
    key: t.exposeString('key', {
      description:
        'Key of the section; preamble for the text before the first, key#2 for a second of one key (章节键).',
    }),
    headingBefore: t.exposeString('headingBefore', {
      nullable: true,
      description: 'Its heading in the earlier version (原标题); null where it has no such section.',
    }),
    headingAfter: t.exposeString('headingAfter', {
      nullable: true,
      description: 'Its heading in the later version (现标题); null where it has no such section.',
    }),
    removed: t.exposeStringList('removed', {
      complexity: { field: typical.paragraphs * textOf.paragraph },
      description: 'Paragraphs that only the earlier version has, in order (删去的段落).',
    }),
    added: t.exposeStringList('added', {
      complexity: { field: typical.paragraphs * textOf.paragraph },
      description: 'Paragraphs that only the later version has, in order (新增的段落).',
    }),
  }),
});
