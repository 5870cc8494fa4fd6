import type { Bilingual } from '../../record/bilingual.ts';
import type { SectionKey } from './sections.ts';

/** Something the form requires a section to speak of, told by any of its words. */
export interface RequiredTopic {
  readonly section: SectionKey;
  readonly name: Bilingual;
  readonly words: readonly string[];
}

/**
 * What the forms require of section 一: that it speaks of the five sides of the work (格式“总体情况”). Words are kept
 * wide: only plain silence is found.
 */
export const requiredTopics: readonly RequiredTopic[] = [
  {
    section: 'overview',
    name: { zh: '主动公开', en: 'proactive disclosure' },
    words: ['主动公开', '公开', '发布', '公布'],
  },
  {
    section: 'overview',
    name: { zh: '依申请公开', en: 'disclosure on application' },
    words: ['申请', '依申'],
  },
  {
    section: 'overview',
    name: { zh: '政府信息管理', en: 'management of government information' },
    words: ['管理', '规范性文件', '保密', '审查', '审核', '目录', '清理', '制度', '流程', '更新'],
  },
  {
    section: 'overview',
    name: { zh: '政府信息公开平台建设', en: 'disclosure platforms' },
    words: ['平台', '网站', '专栏', '栏目', '新媒体', '公众号', '微信', '网页', '公开栏'],
  },
  {
    section: 'overview',
    name: { zh: '监督保障', en: 'supervision and support' },
    words: ['监督', '保障', '考核', '培训', '领导', '评议', '责任', '督查', '检查', '机制', '学习'],
  },
];

/** Words of information processing fees (信息处理费, 国办函〔2020〕109号), which reports since 2021 account for. */
export const processingFeeWords: readonly string[] = ['处理费', '收费', '费用', '收取'];

/** A section that says it has nothing to say. */
export const nothingToSay =
  /^[\s(]*(?:本?(?:单位|机关|部门|局|镇|乡|街道|年度)?(?:暂?无|没有)[^。]{0,16}|不涉及|\/|-+)[。;.\s)]*$/u;

/** Text of sections that says all that is required, as examples of rules have it. */
export const exampleTexts: Readonly<Partial<Record<SectionKey, string>>> = {
  overview: '依法做好主动公开和依申请公开,加强信息管理、平台建设和监督保障。',
  problemsAndImprovements: '公开内容有待丰富,将加强业务培训。',
  other: '本年度未收取信息处理费。',
};
