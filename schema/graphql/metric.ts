import { gapWords } from '../law/metrics/gap-words.ts';
import type { GapCode } from '../law/metrics/measure.ts';
import { type MetricKind, metricFormula } from '../law/metrics/metric.ts';
import { metricByKey, metrics } from '../law/metrics/metrics.ts';
import { series } from '../law/metrics/series.ts';
import { agencyId, unknownAgency } from './agency.ts';
import { builder } from './builder.ts';
import { denominatorsFor } from './denominator.ts';
import { FormIdEnum, MetricKeyEnum, ScopeEnum } from './enums.ts';
import { badUserInput } from './errors.ts';
import { call, typical } from './prices.ts';

const MetricKindEnum = builder.enumType('MetricKind', {
  description: 'How values of a measure add up (指标类型).',
  values: {
    count: { value: 'count', description: 'A number of things; values of several agencies add up (数量).' },
    amount: { value: 'amount', description: 'Money in yuan; values of several agencies add up (金额,元).' },
    share: { value: 'share', description: 'A part of one, from 0 to 1 as a rule; values do not add up (占比).' },
    rate: {
      value: 'rate',
      description: 'A count of a whole territory by its inhabitants or organs; values do not add up (比率).',
    },
  } as const satisfies Record<MetricKind, unknown>,
});

builder.objectType('Metric', {
  description: 'A derived measure: what it is and how it follows from printed figures (衍生指标).',
  fields: (t) => ({
    key: t.expose('key', { type: MetricKeyEnum, description: 'Its key (指标键).' }),
    name: t.expose('name', { type: 'Bilingual', description: 'Its name (名称).' }),
    kind: t.expose('kind', { type: MetricKindEnum, description: 'How its values add up (类型).' }),
    unit: t.exposeString('unit', {
      description: 'Unit of its values: 件, 条, 元; 1 for a share; 件/10万人 of a rate (单位).',
    }),
    formula: t.string({
      description:
        'Its formula over cell paths, statistics, indicators and denominators; of alternatives parted by | the first that is printed (公式).',
      resolve: metricFormula,
    }),
    per: t.field({
      type: 'MetricPer',
      nullable: true,
      description: 'Of a rate, what it divides by (分母); null for other measures.',
      resolve: ({ per }) => per ?? null,
    }),
    forms: t.field({
      type: [FormIdEnum],
      complexity: 1,
      description: 'Forms in which it exists with one meaning (适用版式).',
      resolve: ({ forms }) => forms,
    }),
    breaks: t.field({
      type: ['MetricBreak'],
      description: 'Forms in which it does not exist, or the same words mean something else (口径断点).',
      resolve: ({ breaks }) => breaks,
    }),
  }),
});

builder.objectType('MetricBreak', {
  description: 'A form whose reports have no value of a measure, and why (口径断点).',
  fields: (t) => ({
    form: t.expose('form', { type: FormIdEnum, description: 'Which form (版式).' }),
    note: t.expose('note', { type: 'Bilingual', description: 'What differs (说明).' }),
  }),
});

builder.queryField('metrics', (t) =>
  t.field({
    type: ['Metric'],
    complexity: { field: 1, multiplier: metrics.length },
    description: 'The dictionary of derived measures (衍生指标目录).',
    resolve: () => metrics,
  }),
);

export const GapCodeEnum = builder.enumType('GapCode', {
  description: 'Why a measure has no value (缺值原因).',
  values: {
    noReport: { value: 'noReport', description: 'No report of the year is stored (没有报告).' },
    identityInDoubt: {
      value: 'identityInDoubt',
      description:
        'The report is held for who reports, on which year, or whether it is the published one; no measure is made of it (报告归属存疑).',
    },
    notInForm: {
      value: 'notInForm',
      description: 'The form of the report does not have it, or means something else by it (口径不同).',
    },
    formUnknown: { value: 'formUnknown', description: 'The form of the report cannot be told (版式不明).' },
    notPrinted: {
      value: 'notPrinted',
      description: 'A figure it is made of is not printed readably; a blank is not taken for zero (未填写).',
    },
    nothingToDivide: { value: 'nothingToDivide', description: 'A share of nothing: there were no cases (分母为零).' },
    scopeUnknown: {
      value: 'scopeUnknown',
      description: 'Of a rate: nothing tells whose figures the report gives (统计范围未知).',
    },
    notTerritory: {
      value: 'notTerritory',
      description: 'Of a rate: the report gives figures of its organ or level alone (非全辖区数字).',
    },
    noDivision: {
      value: 'noDivision',
      description: 'Of a rate: the area of the figures is no division, or it is not known which (区域非行政区划).',
    },
    noDenominator: {
      value: 'noDenominator',
      description:
        'Of a rate: nothing is imported of the division and exactly this year; that of another is not used (没有人口或机关数).',
    },
  } as const satisfies Record<GapCode, unknown>,
});

builder.objectType('MetricSeries', {
  description: 'A measure of one agency over years (时间序列).',
  fields: (t) => ({
    agency: t.expose('agency', { type: 'Agency', description: 'Whose (机关).' }),
    metric: t.expose('metric', { type: 'Metric', description: 'Which measure (指标).' }),
    points: t.field({
      type: ['MetricPoint'],
      complexity: { field: 1, multiplier: typical.points },
      description: 'A point for each year, oldest first; a year without a value is a point with a gap (数据点).',
      resolve: ({ points }) => points,
    }),
  }),
});

builder.objectType('MetricPoint', {
  description: 'A measure of one year: a value, or the reason why there is none (数据点).',
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'The year (年度).' }),
    value: t.exposeFloat('value', { nullable: true, description: 'The value in the unit of the measure (数值).' }),
    gap: t.field({
      type: 'MetricGap',
      nullable: true,
      description: 'Why there is no value (缺值说明); null where there is one.',
      resolve: ({ metric, gap, form }) =>
        gap === null ? null : { code: gap.code, missing: gap.missing, message: gapWords(metric, gap, form) },
    }),
    form: t.field({
      type: FormIdEnum,
      nullable: true,
      description: 'Form of the report (版式); null where there is none or it cannot be told.',
      resolve: ({ form }) => form,
    }),
    scope: t.field({
      type: ScopeEnum,
      nullable: true,
      description:
        'Whose figures the report gives (统计范围); null where there is none. Years of different scopes do not compare.',
      resolve: ({ head }) => (head === null ? null : (head.scope ?? 'unknown')),
    }),
    basis: t.field({
      type: 'MetricBasis',
      nullable: true,
      description: 'What the value is made of, to compute it again (计算依据); null where there is none.',
      resolve: ({ basis }) => basis(),
    }),
    report: t.field({
      type: 'Report',
      nullable: true,
      description: 'The report it was computed from (年度报告); null where none is stored.',
      resolve: ({ head }) => head,
    }),
  }),
});

builder.objectType('MetricGap', {
  description: 'Why a measure has no value (缺值说明).',
  fields: (t) => ({
    code: t.expose('code', { type: GapCodeEnum, description: 'The reason (原因).' }),
    message: t.expose('message', { type: 'Bilingual', description: 'The reason in words (说明).' }),
    missing: t.field({
      type: ['String'],
      complexity: { field: typical.strings },
      description: 'Paths of the figures that are not printed readably (缺失单元格).',
      resolve: ({ missing }) => missing,
    }),
  }),
});

/** What one comparison may have. */
const most = { agencies: 100, years: 30, metrics: metrics.length } as const;

builder.queryField('compare', (t) =>
  t.field({
    type: ['MetricSeries'],
    args: {
      agencyIds: t.arg.idList({ required: true, description: `Ids of the agencies, at most ${most.agencies}.` }),
      years: t.arg.intList({ required: true, description: `The years, at most ${most.years}.` }),
      metrics: t.arg({ type: [MetricKeyEnum], required: true, description: 'The measures.' }),
    },
    complexity: ({ agencyIds, metrics }) => ({ field: call, multiplier: agencyIds.length * metrics.length }),
    description: 'Measures of several agencies side by side, a series for each agency and measure (指标比较).',
    resolve: async (_root, { agencyIds, years, metrics }, { years: snapshots, lists }) => {
      checkSizes({ agencies: agencyIds, years, metrics });
      const found = await snapshots.loadMany(agencyIds.map((id, at) => agencyId(id, `agencyIds[${at}]`)));
      const denominators = await denominatorsFor(metrics.map(metricByKey), lists);
      return found.flatMap((snapshot, at) => {
        if (snapshot instanceof Error) throw snapshot;
        if (snapshot === null) throw unknownAgency(`agencyIds[${at}]`);
        return metrics.map((key) => {
          const metric = metricByKey(key);
          return { agency: snapshot.agency, metric, points: series(metric, snapshot.heads, years, denominators) };
        });
      });
    },
  }),
);

function checkSizes(lists: Readonly<Record<keyof typeof most, readonly unknown[]>>): void {
  for (const name of ['agencies', 'years', 'metrics'] as const) {
    if (lists[name].length > most[name]) throw badUserInput(`At most ${most[name]} ${name} can be compared.`, name);
  }
}
