import type { Bilingual } from '../../record/bilingual.ts';
import { documentsWithNumbers, feeItems, feesForApplications, normativeOnly } from './breaks.ts';
import type { Expression } from './expression.ts';
import type { MetricEntry, MetricKind } from './metric.ts';

const printed = (cell: string): Expression => ({ figure: `proactiveDisclosure.${cell}` });

interface Measured {
  readonly kind: MetricKind;
  readonly unit: string;
}

const pieces: Measured = { kind: 'count', unit: '件' };
const yuan: Measured = { kind: 'amount', unit: '元' };

const metric = <Key extends string>(
  key: Key,
  name: Bilingual,
  rest: Measured & Pick<MetricEntry, 'formula' | 'breaks'>,
): MetricEntry<Key> => ({
  ...{ key, name, ...rest },
});

/** Numbers of decisions are asked for by both forms in the same words. */
const decisions = <Key extends string>(key: Key, row: string, name: Bilingual): MetricEntry<Key> =>
  metric(key, name, { ...pieces, formula: printed(`${row}.decisions`), breaks: [] });

/** Measures of table 二, and of what was disclosed in all. */
export const disclosureMetrics = [
  metric(
    'documentsProduced',
    { zh: '新制作有文号文件数', en: 'Numbered documents newly produced' },
    { ...pieces, formula: printed('normativeDocuments.produced'), breaks: [normativeOnly] },
  ),
  metric(
    'normativeDocumentsIssued',
    { zh: '行政规范性文件制发数', en: 'Administrative normative documents issued' },
    {
      ...{ ...pieces, formula: printed('normativeDocuments.issued') },
      breaks: [documentsWithNumbers],
    },
  ),
  metric(
    'normativeDocumentsInForce',
    { zh: '现行有效行政规范性文件数', en: 'Administrative normative documents in force' },
    {
      ...{ ...pieces, formula: printed('normativeDocuments.inForce') },
      breaks: [documentsWithNumbers],
    },
  ),
  decisions('licensingDecisions', 'licensing', { zh: '行政许可处理决定数', en: 'Licensing decisions' }),
  decisions('penaltyDecisions', 'penalties', { zh: '行政处罚处理决定数', en: 'Penalty decisions' }),
  decisions('coercionDecisions', 'coercion', { zh: '行政强制处理决定数', en: 'Coercion decisions' }),
  metric(
    'feesAmount',
    { zh: '行政事业性收费金额', en: 'Administrative fees collected' },
    { ...yuan, formula: printed('fees.amount'), breaks: [feesForApplications, feeItems] },
  ),
  metric(
    'procurementAmount',
    { zh: '政府集中采购总金额', en: 'Centralized procurement' },
    { ...yuan, formula: printed('procurement.amount'), breaks: [] },
  ),
  metric(
    'proactiveTotal',
    { zh: '主动公开政府信息总数', en: 'Items of information disclosed proactively' },
    {
      ...{ kind: 'count', unit: '条' },
      formula: { first: [{ figure: 'statistics.proactive.total' }, { figure: 'indicators.proactive.total' }] },
      breaks: [],
    },
  ),
] as const satisfies readonly MetricEntry[];
