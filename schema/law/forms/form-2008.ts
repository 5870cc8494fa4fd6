import type { Form } from './form.ts';

/**
 * Reports before the statutory tables (2008–2018): free narrative sections, often with an indicator annex
 * (`vocabulary/indicators.ts`). The headings are those met most often; their order is not prescribed.
 */
export const form2008: Form = {
  id: '2008',
  name: { zh: '2008年条例报告', en: 'Report under the Regulations of 2008' },
  source: {
    zh: '《中华人民共和国政府信息公开条例》(2007年国务院令第492号)第三十二条',
    en: 'Regulations on Open Government Information (State Council Order No. 492 of 2007), art. 32',
  },
  years: { from: 2008, to: 2018 },
  sections: [
    { ordinal: 1, key: 'overview', headings: ['概述', '总体情况', '基本情况', '引言', '概况'] },
    {
      ordinal: 2,
      key: 'proactiveDisclosure',
      headings: ['政府信息主动公开情况', '主动公开政府信息情况', '主动公开情况'],
    },
    {
      ordinal: 3,
      key: 'keyAreas',
      headings: ['重点领域公开和五公开情况', '重点领域政府信息公开情况', '五公开情况', '重点领域信息公开工作情况'],
    },
    {
      ordinal: 4,
      key: 'applications',
      headings: ['政府信息依申请公开情况', '依申请公开政府信息情况', '依申请公开情况', '依申请公开办理情况'],
    },
    {
      ordinal: 5,
      key: 'fees',
      headings: ['政府信息公开的收费及减免情况', '收费及减免情况', '收费情况', '政府信息公开收费情况'],
    },
    {
      ordinal: 6,
      key: 'reviewAndLitigation',
      headings: [
        '因政府信息公开申请行政复议和提起行政诉讼的情况',
        '行政复议、行政诉讼情况',
        '申请行政复议、提起行政诉讼情况',
        '复议、诉讼和申诉情况',
        '申诉情况',
      ],
    },
    {
      ordinal: 7,
      key: 'proposals',
      headings: ['人大代表建议和政协委员提案办理结果公开情况', '建议提案办理情况', '建议和提案公开情况'],
    },
    {
      ordinal: 8,
      key: 'interaction',
      headings: [
        '政策解读回应情况',
        '解读回应情况',
        '回应社会关切情况',
        '政策解读情况',
        '互动交流情况',
        '咨询处理情况',
      ],
    },
    {
      ordinal: 9,
      key: 'organization',
      headings: [
        '机构建设和保障经费情况',
        '人员和收支情况',
        '组织机构和人员情况',
        '会议和培训情况',
        '工作机构、人员和经费情况',
      ],
    },
    {
      ordinal: 10,
      key: 'problemsAndImprovements',
      headings: [
        '存在的主要问题及改进措施',
        '存在的主要问题和改进情况',
        '存在问题及改进措施',
        '政府信息公开存在的主要问题及改进措施',
        '下一步工作打算',
        '问题和打算',
        '主要问题和改进措施',
      ],
    },
    { ordinal: 11, key: 'other', headings: ['其他需要报告的事项', '需要说明的事项', '说明与附表', '说明'] },
    { ordinal: 12, key: 'statistics', headings: ['政府信息公开情况统计表', '附表', '附件', '统计附表'] },
  ],
  prescribesSections: false,
  tables: [],
};
