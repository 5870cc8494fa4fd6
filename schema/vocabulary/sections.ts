import { z } from 'zod';
import type { Bilingual } from '../bilingual.ts';

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
