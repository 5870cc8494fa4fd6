import type { Bilingual } from '../../record/bilingual.ts';

/** A figure that reports state in sentences and in the indicator annex of form 2008. */
export interface IndicatorTerm {
  readonly key: string;
  readonly name: Bilingual;
  readonly unit: string;
  /** Labels of the national annex and of provinces' variants; empty for figures met in sentences alone. */
  readonly labels: readonly string[];
}

const term = (key: string, unit: string, zh: string, en: string, ...labels: string[]): IndicatorTerm => ({
  key,
  name: { zh, en },
  unit,
  labels: [zh, ...labels],
});

/** A figure that sentences alone state: the annex has no row of it. */
const sentenceTerm = (key: string, unit: string, zh: string, en: string): IndicatorTerm => ({
  key,
  name: { zh, en },
  unit,
  labels: [],
});

/** One dictionary for the annex (`statistics`) and for sentences (`indicators`); keys of the specification. */
export const indicatorTerms: readonly IndicatorTerm[] = [
  term(
    'proactive.total',
    '条',
    '主动公开政府信息数',
    'Government information disclosed',
    '主动公开信息数',
    '主动公开文件数',
  ),
  term('proactive.normativeDocuments', '件', '主动公开规范性文件数', 'Normative documents disclosed'),
  term('proactive.gazette', '条', '政府公报公开政府信息数', 'Disclosed in the gazette', '政府公报公开数'),
  term(
    'proactive.website',
    '条',
    '政府网站公开政府信息数',
    'Disclosed on the government website',
    '政府网站公开数',
    '网站公开',
  ),
  term('proactive.weibo', '条', '政务微博公开政府信息数', 'Disclosed on Weibo'),
  term('proactive.wechat', '条', '政务微信公开政府信息数', 'Disclosed on WeChat'),
  term('proactive.weiboAndWechat', '条', '政务微博、微信公开政府信息数', 'Disclosed on Weibo and WeChat together'),
  term('proactive.app', '条', '政务客户端公开政府信息数', 'Disclosed in a mobile app'),
  term('proactive.otherChannels', '条', '其他方式公开政府信息数', 'Disclosed by other means'),
  term('response.hotTopics', '次', '回应公众关注热点或重大舆情数', 'Responses to public concerns'),
  term('response.pressConferences', '次', '参加或举办新闻发布会总次数', 'Press conferences'),
  term('response.interviews', '次', '政府网站在线访谈次数', 'Online interviews'),
  term('response.interpretations', '篇', '政策解读稿件发布数', 'Policy interpretations published'),
  term('response.socialMediaReplies', '次', '微博微信回应事件数', 'Events answered on Weibo and WeChat'),
  term(
    'applications.received',
    '件',
    '收到申请数',
    'Applications received',
    '收到政府信息公开申请数',
    '受理申请总数',
    '受理申请数',
    '申请总数',
  ),
  term('applications.receivedInPerson', '件', '当面申请数', 'Received in person'),
  term('applications.receivedByFax', '件', '传真申请数', 'Received by fax'),
  term('applications.receivedOnline', '件', '网络申请数', 'Received online', '通过网络提交申请数', '网上申请数'),
  term('applications.receivedByLetter', '件', '信函申请数', 'Received by letter'),
  term('applications.carriedOver', '件', '上年结转申请数', 'Carried over from last year'),
  term('applications.closed', '件', '申请办结数', 'Applications closed'),
  term('applications.closedOnTime', '件', '按时办结数', 'Closed on time'),
  term('applications.closedExtended', '件', '延期办结数', 'Closed after an extension'),
  term('applications.granted', '件', '同意公开答复数', 'Granted', '同意公开数'),
  term('applications.partlyGranted', '件', '同意部分公开答复数', 'Partly granted', '同意部分公开数'),
  term('applications.refused', '件', '不同意公开答复数', 'Refused', '不予公开答复数', '否决公开答复数'),
  term('applications.notHeld', '件', '不属于本行政机关公开数', 'Not held by this organ'),
  term('applications.notExisting', '件', '申请信息不存在数', 'Information does not exist'),
  term('applications.alreadyPublic', '件', '属于已主动公开范围数', 'Already public'),
  term('applications.corrected', '件', '告知作出更改补充数', 'Told to correct or complete'),
  term('applications.redirected', '件', '告知通过其他途径办理数', 'Told to use another procedure'),
  term('applications.carriedForward', '件', '结转下年度数', 'Carried forward to next year'),
  term('reconsideration.total', '件', '行政复议数量', 'Reconsideration cases', '行政复议数'),
  term('reconsideration.upheld', '件', '维持具体行政行为数', 'Reconsideration: upheld'),
  term('reconsideration.corrected', '件', '复议被依法纠错数', 'Reconsideration: corrected'),
  term('reconsideration.other', '件', '复议其他情形数', 'Reconsideration: other'),
  term('reconsideration.pending', '件', '复议尚未审结数', 'Reconsideration: pending'),
  term('litigation.total', '件', '行政诉讼数量', 'Litigation cases', '行政诉讼数'),
  term('litigation.upheld', '件', '维持具体行政行为或者驳回原告诉讼请求数', 'Litigation: upheld or dismissed'),
  term('litigation.corrected', '件', '诉讼被依法纠错数', 'Litigation: corrected'),
  term('litigation.other', '件', '诉讼其他情形数', 'Litigation: other'),
  term('litigation.pending', '件', '诉讼尚未审结数', 'Litigation: pending'),
  term('complaints.total', '件', '举报投诉数量', 'Reports and complaints'),
  term('fees.collected', '元', '依申请公开信息收取的费用', 'Fees collected for information on application'),
  term('proposals.deputies', '件', '人大代表建议', "Deputies' proposals"),
  term('proposals.cppcc', '件', '政协提案', 'CPPCC proposals', '政协委员提案'),
  term('organization.bodies', '个', '政府信息公开工作专门机构数', 'Dedicated bodies'),
  term('organization.readingPoints', '个', '设置政府信息公开查阅点数', 'Public reading points'),
  term('organization.staff', '人', '从事政府信息公开工作人员数', 'Staff'),
  term('organization.fullTimeStaff', '人', '专职人员数', 'Full-time staff'),
  term('organization.partTimeStaff', '人', '兼职人数', 'Part-time staff', '兼职人员数'),
  term('organization.budget', '元', '政府信息公开专项经费', 'Dedicated budget'),
  term('meetings.total', '次', '召开政府信息公开工作会议或专题会议数', 'Meetings held'),
  term('trainings.total', '次', '举办各类培训班数', 'Training courses held'),
  term('trainings.people', '人次', '接受培训人员数', 'People trained'),
  sentenceTerm('applications.naturalPersons', '件', '自然人申请数', 'Received from natural persons'),
  sentenceTerm('applications.organizations', '件', '法人或其他组织申请数', 'Received from organizations'),
  sentenceTerm('applications.unavailable', '件', '无法提供数', 'Could not be provided'),
  sentenceTerm('applications.notProcessed', '件', '不予处理数', 'Not processed'),
  sentenceTerm('applications.otherwise', '件', '其他处理数', 'Handled otherwise'),
  sentenceTerm('litigation.direct', '件', '未经复议直接起诉数', 'Litigation without prior reconsideration'),
  sentenceTerm('litigation.afterReconsideration', '件', '复议后起诉数', 'Litigation after reconsideration'),
  sentenceTerm('documents.issued', '件', '制发行政规范性文件数', 'Normative documents issued'),
  sentenceTerm('documents.repealed', '件', '废止行政规范性文件数', 'Normative documents repealed'),
  sentenceTerm('documents.inForce', '件', '现行有效行政规范性文件数', 'Normative documents in force'),
  sentenceTerm('decisions.licensing', '件', '行政许可处理决定数', 'Licensing decisions'),
  sentenceTerm('decisions.penalties', '件', '行政处罚处理决定数', 'Penalty decisions'),
  sentenceTerm('decisions.coercion', '件', '行政强制处理决定数', 'Coercion decisions'),
  sentenceTerm('fees.administrative', '元', '行政事业性收费金额', 'Administrative fees collected'),
];

/** Endings of keys for what a sentence says of an indicator in percent: its share of a whole, its change against the year before. */
export const percentKeys = { share: '.share', change: '.change' } as const;

const terms: ReadonlyMap<string, Bilingual> = new Map(indicatorTerms.map(({ key, name }) => [key, name]));

/** The words of the dictionary for a key, of a share or a change too; null for a key that is not in it. */
export function indicatorName(key: string): Bilingual | null {
  const own = terms.get(key);
  if (own !== undefined) return own;
  const [stem, ending] = [key.slice(0, key.lastIndexOf('.')), key.slice(key.lastIndexOf('.'))];
  const name = terms.get(stem);
  if (name === undefined) return null;
  if (ending === percentKeys.share) return { zh: `${name.zh}所占比例`, en: `${name.en}: share` };
  return ending === percentKeys.change
    ? { zh: `${name.zh}同比变化`, en: `${name.en}: change on the year before` }
    : null;
}
