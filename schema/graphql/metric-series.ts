import { gapWords } from '../metrics/gap-words.ts';
import type { GapCode } from '../metrics/measure.ts';
import { metricByKey } from '../metrics/metrics.ts';
import { series } from '../metrics/series.ts';
import { agencyId, unknownAgency } from './agency.ts';
import { builder } from './builder.ts';
import { badUserInput } from './errors.ts';
import { FormIdEnum } from './form-id.ts';
import { MetricKeyEnum } from './metric.ts';
import { call, typical } from './prices.ts';

export const GapCodeEnum = builder.enumType('GapCode', {
  description: 'Why a measure has no value (缺值原因).',
  values: {
    noReport: { value: 'noReport', description: 'No report of the year is stored (没有报告).' },
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
const most = { agencies: 100, years: 30, metrics: 34 } as const;

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
    resolve: async (_root, { agencyIds, years, metrics }, { years: cards }) => {
      checkSizes({ agencies: agencyIds, years, metrics });
      const found = await cards.loadMany(agencyIds.map((id, at) => agencyId(id, `agencyIds[${at}]`)));
      return found.flatMap((card, at) => {
        if (card instanceof Error) throw card;
        if (card === null) throw unknownAgency(`agencyIds[${at}]`);
        return metrics.map((key) => {
          const metric = metricByKey(key);
          return { agency: card.agency, metric, points: series(metric, card.heads, years) };
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
