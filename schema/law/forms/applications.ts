import type { FormColumn, FormRow, FormTable } from './form.ts';

/** Table 三 of forms 2019 and 2021: what both editions share. The editions differ in (六)其他处理 alone. */

const corner = '(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)';
const applicants = '申请人情况';
const organizations = '法人或其他组织';

const applicant = (
  groups: readonly string[],
  key: string,
  name: { readonly zh: string; readonly en: string },
  ...variants: string[]
): FormColumn => ({
  key,
  name,
  labels: [name.zh, ...variants],
  kind: 'count',
  unit: '件',
  groups: [applicants, ...groups],
});

const applicantColumns: readonly FormColumn[] = [
  applicant([], 'naturalPerson', { zh: '自然人', en: 'Natural persons' }),
  applicant([organizations], 'commercialEnterprise', { zh: '商业企业', en: 'Commercial enterprises' }),
  applicant([organizations], 'researchInstitution', { zh: '科研机构', en: 'Research institutions' }),
  applicant([organizations], 'publicWelfareOrganization', { zh: '社会公益组织', en: 'Public welfare organizations' }),
  applicant([organizations], 'legalServiceOrganization', { zh: '法律服务机构', en: 'Legal service organizations' }),
  applicant([organizations], 'otherOrganization', { zh: '其他', en: 'Other organizations' }),
];
const total = applicant([], 'total', { zh: '总计', en: 'Total' }, '合计');

export const results = '三、本年度办理结果';
const refused = '(三)不予公开';
const unavailable = '(四)无法提供';
const notProcessed = '(五)不予处理';
export const otherHandling = '(六)其他处理';

export const row = (
  key: string,
  groups: readonly string[],
  label: string,
  en: string,
  ...variants: string[]
): FormRow => ({
  key,
  name: { zh: label, en },
  labels: [label, ...variants],
  groups,
});

const incomingRows: readonly FormRow[] = [
  row('newlyReceived', [], '一、本年新收政府信息公开申请数量', 'Applications newly received this year'),
  row('carriedOver', [], '二、上年结转政府信息公开申请数量', 'Applications carried over from last year'),
];

const resultRows: readonly FormRow[] = [
  row('granted', [results], '(一)予以公开', 'Granted'),
  row(
    'partlyGranted',
    [results],
    '(二)部分公开(区分处理的,只计这一情形,不计其他情形)',
    'Partly granted (separable information; counted here only)',
    '(二)部分公开',
  ),
  row('refused.stateSecret', [results, refused], '1.属于国家秘密', 'Refused: state secret'),
  row(
    'refused.prohibitedByLaw',
    [results, refused],
    '2.其他法律行政法规禁止公开',
    'Refused: prohibited by law or regulation',
  ),
  row(
    'refused.securityAndStability',
    [results, refused],
    '3.危及“三安全一稳定”',
    'Refused: endangers national, public or economic security or social stability',
  ),
  row('refused.thirdPartyRights', [results, refused], '4.保护第三方合法权益', 'Refused: rights of a third party'),
  row('refused.internalAffairs', [results, refused], '5.属于三类内部事务信息', 'Refused: internal affairs'),
  row('refused.processInformation', [results, refused], '6.属于四类过程性信息', 'Refused: process information'),
  row('refused.enforcementFile', [results, refused], '7.属于行政执法案卷', 'Refused: enforcement case file'),
  row('refused.administrativeInquiry', [results, refused], '8.属于行政查询事项', 'Refused: administrative inquiry'),
  row(
    'unavailable.notHeld',
    [results, unavailable],
    '1.本机关不掌握相关政府信息',
    'Unavailable: not held by this organ',
  ),
  row(
    'unavailable.needsCreation',
    [results, unavailable],
    '2.没有现成信息需要另行制作',
    'Unavailable: would have to be created',
  ),
  row(
    'unavailable.stillUnclear',
    [results, unavailable],
    '3.补正后申请内容仍不明确',
    'Unavailable: still unclear after correction',
  ),
  row(
    'notProcessed.complaint',
    [results, notProcessed],
    '1.信访举报投诉类申请',
    'Not processed: petition, report or complaint',
  ),
  row('notProcessed.repeated', [results, notProcessed], '2.重复申请', 'Not processed: repeated application'),
  row(
    'notProcessed.publication',
    [results, notProcessed],
    '3.要求提供公开出版物',
    'Not processed: asks for a publication',
  ),
  row(
    'notProcessed.excessive',
    [results, notProcessed],
    '4.无正当理由大量反复申请',
    'Not processed: excessive without good reason',
  ),
  row(
    'notProcessed.confirmation',
    [results, notProcessed],
    '5.要求行政机关确认或重新出具已获取信息',
    'Not processed: asks to confirm or reissue information already obtained',
  ),
];

const processed = row('processed', [results], '(七)总计', 'Processed in total');
const carriedForward = row('carriedForward', [], '四、结转下年度继续办理', 'Carried forward to next year');

const keysOf = (keyed: readonly { readonly key: string }[]): string[] => keyed.map(({ key }) => key);

/** Table 三 with an edition's own rows for (六)其他处理. The balance of its columns is printed in its corner. */
export function applicationsTable(otherRows: readonly FormRow[]): FormTable {
  const ownResults = [...resultRows, ...otherRows];
  return {
    key: 'applications',
    name: { zh: '收到和处理政府信息公开申请情况', en: 'Applications received and handled' },
    section: 'applications',
    layout: 'down',
    blocks: [
      { columns: [...applicantColumns, total], rows: [...incomingRows, ...ownResults, processed, carriedForward] },
    ],
    relations: [
      { key: 'rowTotal', between: 'columns', sum: keysOf(applicantColumns), is: 'equal', to: [total.key] },
      { key: 'resultsTotal', between: 'rows', sum: keysOf(ownResults), is: 'equal', to: [processed.key] },
      {
        ...{ key: 'columnBalance', between: 'rows', is: 'equal' },
        ...{ sum: keysOf(incomingRows), to: keysOf([processed, carriedForward]) },
      },
    ],
    successions: [
      {
        ...{ key: 'carriedOver', between: 'rows', result: 'carriedOver' },
        terms: [{ sign: 1, of: 'before', key: carriedForward.key }],
      },
    ],
    corner,
    furniture: [corner, applicants, organizations],
  };
}
