import type { FormSection } from './form.ts';

/** The six sections that forms 2019 and 2021 prescribe, with headings met in their place. */
export const sixSections: readonly FormSection[] = [
  { ordinal: 1, key: 'overview', headings: ['总体情况', '总体公开情况', '工作基本情况', '概述'] },
  {
    ordinal: 2,
    key: 'proactiveDisclosure',
    headings: ['主动公开政府信息情况', '行政机关主动公开政府信息情况', '主动公开情况'],
  },
  {
    ordinal: 3,
    key: 'applications',
    headings: ['收到和处理政府信息公开申请情况', '政府信息依申请公开情况', '依申请公开政府信息情况', '依申请公开情况'],
  },
  {
    ordinal: 4,
    key: 'reviewAndLitigation',
    headings: [
      '政府信息公开行政复议、行政诉讼情况',
      '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '行政复议、行政诉讼情况',
    ],
  },
  {
    ordinal: 5,
    key: 'problemsAndImprovements',
    headings: [
      '存在的主要问题及改进情况',
      '政府信息公开工作存在的主要问题及改进情况',
      '存在的主要问题及整改措施',
      '存在的问题及下一步工作打算',
      '下一步工作打算',
    ],
  },
  { ordinal: 6, key: 'other', headings: ['其他需要报告的事项', '需要说明的事项', '其他事项'] },
];
