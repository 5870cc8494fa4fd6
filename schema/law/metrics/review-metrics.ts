import type { Expression } from './expression.ts';
import type { MetricEntry } from './metric.ts';

const printed = (group: string, column: string): Expression => ({ figure: `reviewAndLitigation.${group}.${column}` });
const annex = (key: string): readonly Expression[] => [
  { figure: `statistics.${key}` },
  { figure: `indicators.${key}` },
];

/** Cases that ended: all but the pending ones. */
const concluded = ['upheld', 'corrected', 'other'];
const litigation = ['litigationDirect', 'litigationAfterReconsideration'];
const ofLitigation = (columns: readonly string[]): Expression => ({
  sum: litigation.flatMap((group) => columns.map((column) => printed(group, column))),
});

/** Measures of table 四: what became of decisions that were contested. */
export const reviewMetrics = [
  {
    key: 'reconsiderationTotal',
    name: { zh: '行政复议总数', en: 'Reconsideration cases' },
    kind: 'count',
    unit: '件',
    formula: { first: [printed('reconsideration', 'total'), ...annex('reconsideration.total')] },
    breaks: [],
  },
  {
    key: 'reconsiderationCorrectionRate',
    name: { zh: '行政复议纠错率', en: 'Correction rate in reconsideration' },
    kind: 'share',
    unit: '1',
    formula: {
      ratio: {
        of: printed('reconsideration', 'corrected'),
        to: { sum: concluded.map((column) => printed('reconsideration', column)) },
      },
    },
    breaks: [],
  },
  {
    key: 'litigationTotal',
    name: { zh: '行政诉讼总数', en: 'Litigation cases' },
    kind: 'count',
    unit: '件',
    formula: { first: [ofLitigation(['total']), ...annex('litigation.total')] },
    breaks: [],
  },
  {
    key: 'litigationLossRate',
    name: { zh: '行政诉讼败诉率', en: 'Loss rate in litigation' },
    kind: 'share',
    unit: '1',
    formula: { ratio: { of: ofLitigation(['corrected']), to: ofLitigation(concluded) } },
    breaks: [],
  },
] as const satisfies readonly MetricEntry[];
