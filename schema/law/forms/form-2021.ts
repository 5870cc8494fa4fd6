import { applicationsTable, otherHandling, results, row } from './applications.ts';
import type { Form, FormColumn, FormRow } from './form.ts';
import { reviewAndLitigationTable } from './review-and-litigation.ts';
import { sixSections } from './sections.ts';

const stock: readonly FormColumn[] = [
  {
    key: 'issued',
    name: { zh: '本年制发件数', en: 'Issued this year' },
    labels: ['本年制发件数', '本年度制发数'],
    kind: 'count',
    unit: '件',
  },
  {
    key: 'repealed',
    name: { zh: '本年废止件数', en: 'Repealed this year' },
    labels: ['本年废止件数', '本年废止数'],
    kind: 'count',
    unit: '件',
  },
  {
    key: 'inForce',
    name: { zh: '现行有效件数', en: 'In force' },
    labels: ['现行有效件数', '现行有效件'],
    kind: 'count',
    unit: '件',
  },
];

const decisions: FormColumn = {
  key: 'decisions',
  name: { zh: '本年处理决定数量', en: 'Decisions this year' },
  labels: ['本年处理决定数量'],
  kind: 'count',
  unit: '件',
};

const item = (key: string, zh: string, en: string, ...variants: string[]): FormRow => ({
  key,
  name: { zh, en },
  labels: [zh, ...variants],
  groups: [],
});

const others = [results, otherHandling];

/** 国办公开办函〔2021〕30号: reports for 2021 and later. */
export const form2021: Form = {
  id: '2021',
  name: { zh: '2021年版格式', en: 'Form of 2021' },
  source: {
    zh: '国办公开办函〔2021〕30号',
    en: 'General Office of the State Council, Guobangongkaibanhan [2021] No. 30',
  },
  years: { from: 2021, to: null },
  sections: sixSections,
  prescribesSections: true,
  tables: [
    {
      key: 'proactiveDisclosure',
      name: { zh: '主动公开政府信息情况', en: 'Proactive disclosure' },
      section: 'proactiveDisclosure',
      layout: 'down',
      blocks: [
        {
          caption: '第二十条第(一)项',
          columns: stock,
          rows: [
            item('regulations', '规章', 'Regulations'),
            item('normativeDocuments', '行政规范性文件', 'Administrative normative documents', '规范性文件'),
          ],
        },
        {
          caption: '第二十条第(五)项',
          columns: [decisions],
          rows: [item('licensing', '行政许可', 'Administrative licensing')],
        },
        {
          caption: '第二十条第(六)项',
          columns: [decisions],
          rows: [
            item('penalties', '行政处罚', 'Administrative penalties'),
            item('coercion', '行政强制', 'Administrative coercion'),
          ],
        },
        {
          caption: '第二十条第(八)项',
          columns: [
            {
              key: 'amount',
              name: { zh: '本年收费金额', en: 'Fees collected this year' },
              labels: ['本年收费金额', '本年收费金额(单位:万元)'],
              kind: 'amount',
              unit: '元',
            },
          ],
          rows: [item('fees', '行政事业性收费', 'Administrative fees')],
        },
      ],
      corner: '信息内容',
      relations: [
        { key: 'issuedInForce', between: 'columns', sum: ['issued'], is: 'atMost', to: ['repealed', 'inForce'] },
      ],
      successions: [
        {
          ...{ key: 'inForce', between: 'columns', result: 'inForce' },
          terms: [
            { sign: 1, of: 'before', key: 'inForce' },
            { sign: 1, of: 'after', key: 'issued' },
            { sign: -1, of: 'after', key: 'repealed' },
          ],
        },
      ],
      furniture: ['信息内容', '信息', '(单位:万元)', '单位:万元'],
    },
    applicationsTable([
      row(
        'other.correctionOverdue',
        others,
        '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
        'Otherwise: correction overdue, no longer processed',
        '1.逾期不补正',
      ),
      row(
        'other.feeOverdue',
        others,
        '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
        'Otherwise: fee overdue, no longer processed',
        '2.逾期不缴费',
      ),
      row('other.remaining', others, '3.其他', 'Otherwise: remaining'),
    ]),
    reviewAndLitigationTable,
  ],
};
