import type { FormColumn, FormRow, FormTable } from './form.ts';

const result = (key: string, zh: string, en: string, ...variants: string[]): FormColumn => ({
  key,
  name: { zh, en },
  labels: [zh, ...variants],
  kind: 'count',
  unit: '件',
});

const group = (key: string, groups: readonly string[], zh: string, en: string): FormRow => ({
  key,
  name: { zh, en },
  labels: [zh],
  groups,
});

/** Table 四 of forms 2019 and 2021: three groups of five, side by side in one printed row. */
export const reviewAndLitigationTable: FormTable = {
  key: 'reviewAndLitigation',
  name: { zh: '政府信息公开行政复议、行政诉讼情况', en: 'Administrative reconsideration and litigation' },
  section: 'reviewAndLitigation',
  layout: 'across',
  blocks: [
    {
      columns: [
        result('upheld', '结果维持', 'Upheld'),
        result('corrected', '结果纠正', 'Corrected'),
        result('other', '其他结果', 'Other result'),
        result('pending', '尚未审结', 'Pending'),
        result('total', '总计', 'Total', '合计'),
      ],
      rows: [
        group('reconsideration', [], '行政复议', 'Administrative reconsideration'),
        group('litigationDirect', ['行政诉讼'], '未经复议直接起诉', 'Litigation without prior reconsideration'),
        group('litigationAfterReconsideration', ['行政诉讼'], '复议后起诉', 'Litigation after reconsideration'),
      ],
    },
  ],
  relations: [
    {
      key: 'rowTotal',
      between: 'columns',
      sum: ['upheld', 'corrected', 'other', 'pending'],
      is: 'equal',
      to: ['total'],
    },
  ],
  successions: [],
  furniture: ['行政诉讼'],
};
