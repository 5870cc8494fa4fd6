import { applicationsTable, otherHandling, results, row } from './applications.ts';
import type { Form, FormColumn, FormRow } from './form.ts';
import { reviewAndLitigationTable } from './review-and-litigation.ts';
import { sixSections } from './sections.ts';

const stock: readonly FormColumn[] = [
  {
    key: 'produced',
    name: { zh: '本年新制作数量', en: 'Newly produced this year' },
    labels: ['本年新制作数量', '本年制作数量'],
    kind: 'count',
    unit: '件',
  },
  {
    key: 'disclosed',
    name: { zh: '本年新公开数量', en: 'Newly disclosed this year' },
    labels: ['本年新公开数量', '本年公开数量'],
    kind: 'count',
    unit: '件',
  },
  {
    key: 'inPublic',
    name: { zh: '对外公开总数量', en: 'Open to the public in total' },
    labels: ['对外公开总数量', '对外公开总数'],
    kind: 'count',
    unit: '件',
  },
];

const previousItems: FormColumn = {
  key: 'previousItems',
  name: { zh: '上一年项目数量', en: "Last year's items" },
  labels: ['上一年项目数量', '上一年项目数量(指2018年事项数)'],
  kind: 'count',
  unit: '项',
};
const change: FormColumn = {
  key: 'change',
  name: { zh: '本年增/减', en: 'Change this year' },
  labels: ['本年增/减', '本年增/减(指2019年增加或减少的事项数,减用负值表示,如-8)'],
  kind: 'change',
  unit: '项',
};
const decisions: FormColumn = {
  key: 'decisions',
  name: { zh: '处理决定数量', en: 'Decisions' },
  labels: ['处理决定数量', '处理决定数量(指2019年办件量)'],
  kind: 'count',
  unit: '件',
};

const item = (key: string, zh: string, en: string, ...variants: string[]): FormRow => ({
  key,
  name: { zh, en },
  labels: [zh, ...variants],
  groups: [],
});

/** 国办公开办函〔2019〕60号: reports for 2019 and 2020; late filers use it for 2021 too. */
export const form2019: Form = {
  id: '2019',
  name: { zh: '2019年版格式', en: 'Form of 2019' },
  source: {
    zh: '国办公开办函〔2019〕60号',
    en: 'General Office of the State Council, Guobangongkaibanhan [2019] No. 60',
  },
  years: { from: 2019, to: 2020 },
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
            item(
              'normativeDocuments',
              '规范性文件',
              'Normative documents',
              '行政规范性文件',
              '规范性文件(指各行政机关印发的有正式文号的文件)',
            ),
          ],
        },
        {
          caption: '第二十条第(五)项',
          columns: [previousItems, change, decisions],
          rows: [
            item('licensing', '行政许可', 'Administrative licensing'),
            item('otherServices', '其他对外管理服务事项', 'Other services to the public'),
          ],
        },
        {
          caption: '第二十条第(六)项',
          columns: [previousItems, change, decisions],
          rows: [
            item('penalties', '行政处罚', 'Administrative penalties'),
            item('coercion', '行政强制', 'Administrative coercion'),
          ],
        },
        {
          caption: '第二十条第(八)项',
          columns: [previousItems, change],
          rows: [item('fees', '行政事业性收费', 'Administrative fees')],
        },
        {
          caption: '第二十条第(九)项',
          columns: [
            {
              key: 'items',
              name: { zh: '采购项目数量', en: 'Procurement projects' },
              labels: ['采购项目数量'],
              kind: 'count',
              unit: '项',
            },
            {
              key: 'amount',
              name: { zh: '采购总金额', en: 'Procurement amount' },
              labels: ['采购总金额', '采购总金额(万元)'],
              kind: 'amount',
              unit: '元',
            },
          ],
          rows: [item('procurement', '政府集中采购', 'Centralized government procurement')],
        },
      ],
      corner: '信息内容',
      relations: [{ key: 'disclosedInPublic', between: 'columns', sum: ['disclosed'], is: 'atMost', to: ['inPublic'] }],
      successions: [
        {
          ...{ key: 'previousItems', between: 'columns', result: 'previousItems' },
          terms: [
            { sign: 1, of: 'before', key: 'previousItems' },
            { sign: 1, of: 'before', key: 'change' },
          ],
        },
      ],
      furniture: ['信息内容', '信息'],
    },
    applicationsTable([row('other', [results], otherHandling, 'Handled otherwise', '(六)其他')]),
    reviewAndLitigationTable,
  ],
};
