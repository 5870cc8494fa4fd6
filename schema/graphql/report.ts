import type { ReportFilter } from '../record-store.ts';
import { builder } from './builder.ts';
import { divisionPrefix } from './division-prefix.ts';
import { FormIdEnum } from './form-id.ts';
import { loadRecord } from './load-record.ts';
import { OutcomeEnum } from './outcome.ts';
import { pageArgs, priceOfPage, readPage, toConnection } from './pages.ts';
import { call, typical } from './prices.ts';
import { statisticNodes } from './statistic-node.ts';
import { totalCountField } from './total-count.ts';

builder.objectType('Report', {
  interfaces: ['Document'],
  description:
    'One version of an annual report on open government information (政府信息公开工作年度报告; Regulations 2019, art. 49 and 50).',
  fields: (t) => ({
    form: t.field({
      type: FormIdEnum,
      nullable: true,
      description: 'Edition of the form it follows, that of its table 二 (版式); null where it cannot be told.',
      resolve: ({ form }) => form,
    }),
    statistics: t.field({
      type: ['Statistic'],
      complexity: { field: 1, multiplier: typical.statistics },
      description: 'Rows of the indicator annex in printed order (统计表); empty where there is none.',
      resolve: async (head, _args, context, info) => statisticNodes(await loadRecord(head, context, info)),
    }),
    indicators: t.field({
      type: ['Indicator'],
      complexity: { field: 1, multiplier: typical.indicators },
      description: 'Figures read from sentences, in printed order (文字指标).',
      resolve: async (head, _args, context, info) => (await loadRecord(head, context, info)).indicators,
    }),
    versions: t.field({
      type: ['Report'],
      complexity: { field: call, multiplier: typical.versions },
      description: 'Every stored version of this report, newest arrival first, this one among them (历次版本).',
      resolve: async (head, _args, { reader }) => reader.versions(head.agencyId, head.year),
    }),
  }),
});

const ReportConnection = builder.connectionObject(
  { type: 'Report', name: 'ReportConnection', description: 'A page of reports.', fields: totalCountField },
  { name: 'ReportEdge', description: 'A report and its place in the list.' },
);

const ReportFilterInput = builder.inputType('ReportFilter', {
  description: 'Which reports; every condition given must hold.',
  fields: (t) => ({
    year: t.int({ required: true, description: 'The year the report is about.' }),
    division: t.string({ description: 'Prefix of a division code that ends at a level: 51, 5110 or 511000.' }),
    outcome: t.field({ type: OutcomeEnum, description: 'How its reading ended.' }),
  }),
});

const readFilter = ({ year, division, outcome }: typeof ReportFilterInput.$inferInput): ReportFilter => ({
  year,
  ...(division == null ? {} : { division: divisionPrefix(division) }),
  ...(outcome == null ? {} : { outcome }),
});

builder.queryField('reports', (t) =>
  t.field({
    type: ReportConnection,
    args: { filter: t.arg({ type: ReportFilterInput, required: true, description: 'Which reports.' }), ...pageArgs },
    complexity: priceOfPage,
    description: 'Current annual reports of a year, by division and name (年度报告列表).',
    resolve: async (_root, { filter, ...args }, { reader }) => {
      const request = readPage(args);
      return toConnection(await reader.reports(readFilter(filter), request), request);
    },
  }),
);
