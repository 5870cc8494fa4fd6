import { z } from 'zod';
import type { Bilingual } from '../../record/bilingual.ts';

/** What a section of a report is about. Form 2008 leaves the headings free; the nearest of these is given. */
export const SectionKey = z.enum([
  'overview',
  'proactiveDisclosure',
  'keyAreas',
  'applications',
  'fees',
  'reviewAndLitigation',
  'proposals',
  'interaction',
  'organization',
  'problemsAndImprovements',
  'other',
  'statistics',
  'unclassified',
]);
export type SectionKey = z.infer<typeof SectionKey>;

export const sectionNames: Record<SectionKey, Bilingual> = {
  overview: { zh: '总体情况', en: 'Overview' },
  proactiveDisclosure: { zh: '主动公开政府信息情况', en: 'Proactive disclosure' },
  keyAreas: { zh: '重点领域公开情况', en: 'Key areas of disclosure' },
  applications: { zh: '收到和处理政府信息公开申请情况', en: 'Applications received and handled' },
  fees: { zh: '收费及减免情况', en: 'Fees and waivers' },
  reviewAndLitigation: { zh: '行政复议、行政诉讼情况', en: 'Administrative reconsideration and litigation' },
  proposals: { zh: '建议提案办理结果公开情况', en: 'Proposals of deputies and CPPCC members' },
  interaction: { zh: '解读回应情况', en: 'Interpretation and response' },
  organization: { zh: '机构、经费、人员和培训情况', en: 'Organization, funding, staff and training' },
  problemsAndImprovements: { zh: '存在的主要问题及改进情况', en: 'Problems and improvements' },
  other: { zh: '其他需要报告的事项', en: 'Other matters' },
  statistics: { zh: '政府信息公开情况统计表', en: 'Indicator annex' },
  unclassified: { zh: '未归类', en: 'Unclassified' },
};

/**
 * Words that tell what a free heading is about, the more specific first: a heading on reconsideration names applications
 * too. Source: headings of published reports under the Regulations of 2008.
 */
export const sectionPhrases: readonly { readonly key: SectionKey; readonly phrases: readonly string[] }[] = [
  { key: 'statistics', phrases: ['统计表', '统计附表', '附表', '附件'] },
  { key: 'reviewAndLitigation', phrases: ['复议', '诉讼', '申诉'] },
  { key: 'fees', phrases: ['收费', '减免'] },
  { key: 'proposals', phrases: ['建议提案', '人大代表建议', '政协提案', '政协委员提案', '建议和提案'] },
  { key: 'problemsAndImprovements', phrases: ['问题', '改进', '打算', '不足'] },
  { key: 'keyAreas', phrases: ['重点领域', '五公开', '重点工作'] },
  { key: 'applications', phrases: ['依申请', '申请'] },
  { key: 'proactiveDisclosure', phrases: ['主动公开'] },
  { key: 'interaction', phrases: ['解读', '回应', '咨询', '互动'] },
  { key: 'organization', phrases: ['机构', '经费', '人员', '培训', '保障'] },
  { key: 'overview', phrases: ['概述', '概况', '总体', '基本情况', '引言'] },
  { key: 'other', phrases: ['其他', '其它', '说明'] },
];
