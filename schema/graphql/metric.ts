import { formulaText } from '../metrics/expression.ts';
import type { MetricKind } from '../metrics/metric.ts';
import { MetricKey } from '../metrics/metric-key.ts';
import { metricByKey, metrics } from '../metrics/metrics.ts';
import { builder } from './builder.ts';
import { FormIdEnum } from './form-id.ts';

const keyValue = (key: MetricKey) => {
  const { name, unit, formula } = metricByKey(key);
  return { value: key, description: `${name.en} (${name.zh}); unit ${unit}: ${formulaText(formula)}.` };
};

export const MetricKeyEnum = builder.enumType('MetricKey', {
  description: 'A derived measure (衍生指标). metrics gives each with its formula and the forms it exists in.',
  // The keys of this object are the options of `MetricKey`, which the type of `Object.fromEntries` cannot say.
  values: Object.fromEntries(MetricKey.options.map((key) => [key, keyValue(key)])) as {
    [Key in MetricKey]: { value: Key; description: string };
  },
});

const MetricKindEnum = builder.enumType('MetricKind', {
  description: 'How values of a measure add up (指标类型).',
  values: {
    count: { value: 'count', description: 'A number of things; values of several agencies add up (数量).' },
    amount: { value: 'amount', description: 'Money in yuan; values of several agencies add up (金额,元).' },
    share: { value: 'share', description: 'A part of one, from 0 to 1 as a rule; values do not add up (占比).' },
  } as const satisfies Record<MetricKind, unknown>,
});

builder.objectType('Metric', {
  description: 'A derived measure: what it is and how it follows from printed figures (衍生指标).',
  fields: (t) => ({
    key: t.expose('key', { type: MetricKeyEnum, description: 'Its key (指标键).' }),
    name: t.expose('name', { type: 'Bilingual', description: 'Its name (名称).' }),
    kind: t.expose('kind', { type: MetricKindEnum, description: 'How its values add up (类型).' }),
    unit: t.exposeString('unit', { description: 'Unit of its values: 件, 条, 元; 1 for a share (单位).' }),
    formula: t.string({
      description:
        'Its formula over cell paths, statistics and indicators; of alternatives parted by | the first that is printed (公式).',
      resolve: ({ formula }) => formulaText(formula),
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
