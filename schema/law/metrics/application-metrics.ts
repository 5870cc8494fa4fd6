import type { Bilingual } from '../../record/bilingual.ts';
import { answersNotResults } from './breaks.ts';
import type { Expression } from './expression.ts';
import type { MetricEntry } from './metric.ts';

const total = (row: string): Expression => ({ figure: `applications.${row}.total` });
const indicator = (key: string): readonly Expression[] => [
  { figure: `statistics.applications.${key}` },
  { figure: `indicators.applications.${key}` },
];

/** The sum of a group of results, as refused: every row of the group. */
const sumOf = (row: string): Expression => ({ rows: { table: 'applications', row, column: 'total' } });

const processed = total('processed');

const count = <Key extends string>(key: Key, name: Bilingual, formula: Expression): MetricEntry<Key> => ({
  ...{ key, name, kind: 'count', unit: '件', formula, breaks: [] },
});

/** A share of the applications that got a result in the year. */
const share = <Key extends string>(key: Key, name: Bilingual, of: Expression): MetricEntry<Key> => ({
  ...{ key, name, kind: 'share', unit: '1', formula: { ratio: { of, to: processed } } },
  breaks: [answersNotResults],
});

const refused = <Key extends string>(key: Key, row: string, zh: string, en: string): MetricEntry<Key> =>
  share(key, { zh: `因${zh}不予公开占比`, en: `Share refused: ${en}` }, total(`refused.${row}`));

/** Measures of table 三: what became of applications. */
export const applicationMetrics = [
  count(
    'applicationsReceived',
    { zh: '新收申请数', en: 'Applications received' },
    { first: [total('newlyReceived'), ...indicator('received')] },
  ),
  count(
    'applicationsCarriedOver',
    { zh: '上年结转申请数', en: 'Applications carried over from last year' },
    { first: [total('carriedOver'), ...indicator('carriedOver')] },
  ),
  {
    ...count('applicationsProcessed', { zh: '办理结果总数', en: 'Applications with a result' }, processed),
    breaks: [answersNotResults],
  },
  count(
    'applicationsCarriedForward',
    { zh: '结转下年度申请数', en: 'Applications carried forward to next year' },
    { first: [total('carriedForward'), ...indicator('carriedForward')] },
  ),
  {
    key: 'closingRate',
    name: { zh: '办结率', en: 'Closing rate' },
    kind: 'share',
    unit: '1',
    formula: { ratio: { of: processed, to: { sum: [total('newlyReceived'), total('carriedOver')] } } },
    breaks: [],
  },
  share('grantedShare', { zh: '予以公开占比', en: 'Share granted' }, total('granted')),
  share('partlyGrantedShare', { zh: '部分公开占比', en: 'Share partly granted' }, total('partlyGranted')),
  share(
    'disclosedShare',
    { zh: '予以公开和部分公开占比', en: 'Share granted or partly granted' },
    { sum: [total('granted'), total('partlyGranted')] },
  ),
  share('refusedShare', { zh: '不予公开占比', en: 'Share refused' }, sumOf('refused')),
  refused('refusedStateSecretShare', 'stateSecret', '属于国家秘密', 'state secrets'),
  refused('refusedProhibitedByLawShare', 'prohibitedByLaw', '其他法律行政法规禁止公开', 'prohibited by other laws'),
  refused('refusedSecurityAndStabilityShare', 'securityAndStability', '危及“三安全一稳定”', 'security and stability'),
  refused('refusedThirdPartyRightsShare', 'thirdPartyRights', '保护第三方合法权益', 'rights of third parties'),
  refused('refusedInternalAffairsShare', 'internalAffairs', '属于三类内部事务信息', 'internal affairs'),
  refused('refusedProcessInformationShare', 'processInformation', '属于四类过程性信息', 'process information'),
  refused('refusedEnforcementFileShare', 'enforcementFile', '属于行政执法案卷', 'enforcement files'),
  refused('refusedAdministrativeInquiryShare', 'administrativeInquiry', '属于行政查询事项', 'administrative inquiries'),
  share('unavailableShare', { zh: '无法提供占比', en: 'Share that could not be provided' }, sumOf('unavailable')),
  share('notHeldShare', { zh: '本机关不掌握占比', en: 'Share not held' }, total('unavailable.notHeld')),
  share('notProcessedShare', { zh: '不予处理占比', en: 'Share not processed' }, sumOf('notProcessed')),
  share('otherShare', { zh: '其他处理占比', en: 'Share handled otherwise' }, sumOf('other')),
] as const satisfies readonly MetricEntry[];
