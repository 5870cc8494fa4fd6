import type { Metric } from '../law/metrics/metrics.ts';
import { territoryOf } from '../law/metrics/territory.ts';
import { type DenominatorMeasure, denominatorTerm, denominatorTerms } from '../law/vocabulary/denominators.ts';
import { Place } from '../record/cell.ts';
import { type Denominators, denominatorsOf, noDenominators } from '../record/denominator.ts';
import { type Figure, figuresOf } from '../record/exports/figures.ts';
import type { Lists } from '../record/list-store.ts';
import type { ReportRecord } from '../record/report.ts';
import { type AgencyYearNode, divisionNode } from './agency-nodes.ts';
import { builder } from './builder.ts';
import { loadRecord } from './load-record.ts';
import { call, typical } from './prices.ts';

const measureValue = (value: DenominatorMeasure) => {
  const { name, note, unit } = denominatorTerm(value);
  return { value, description: `${name.en} (${name.zh}); unit ${unit}. ${note.en} (${note.zh}).` };
};

const DenominatorMeasureEnum = builder.enumType('DenominatorMeasure', {
  description: 'What figures of a whole territory are divided by (分母).',
  // The keys of this object are those of the measures, which the type of `Object.fromEntries` cannot say.
  values: Object.fromEntries(denominatorTerms.map(({ key }) => [key, measureValue(key)])) as {
    [Key in DenominatorMeasure]: { value: Key; description: string };
  },
});

builder.objectType('Denominator', {
  description:
    'So many inhabitants or organs of a division in a year, as an operator has imported it with its source (分母). It is no statement of a report.',
  fields: (t) => ({
    division: t.field({
      type: 'Division',
      description: 'The division (行政区划).',
      resolve: ({ divisionCode }) => divisionNode(divisionCode),
    }),
    year: t.exposeInt('year', { description: 'The year (年度).' }),
    measure: t.expose('measure', { type: DenominatorMeasureEnum, description: 'What is counted (指标).' }),
    name: t.field({
      type: 'Bilingual',
      description: 'Its name (名称).',
      resolve: ({ measure }) => denominatorTerm(measure).name,
    }),
    value: t.exposeFloat('value', { description: 'How many, in the unit beside it: single persons or organs (数值).' }),
    unit: t.string({
      description: 'Unit of the value: 人, 个 (单位).',
      resolve: ({ measure }) => denominatorTerm(measure).unit,
    }),
    raw: t.exposeString('raw', { description: 'The figure as the imported file has it: 314.07 (导入原文).' }),
    rawUnit: t.exposeString('unit', { description: 'Its unit there: 万人 (原文单位).' }),
    source: t.expose('source', { type: 'DenominatorSource', description: 'Where it was published (来源).' }),
    recordedAt: t.field({
      type: 'DateTime',
      description: 'When it was imported (导入时间).',
      resolve: ({ recordedAt }) => recordedAt,
    }),
  }),
});

builder.objectType('DenominatorSource', {
  description: 'Where a number of inhabitants or organs was published (来源).',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'Title of the publication (标题).' }),
    url: t.field({
      type: 'URL',
      nullable: true,
      description: 'Its address (网址); null where none is known.',
      resolve: ({ url }) => url,
    }),
    publishedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day on which it was published (发布日期); null where it is not known.',
      resolve: ({ publishedOn }) => publishedOn,
    }),
  }),
});

builder.objectType('MetricPer', {
  description: 'What a rate divides a count of a whole territory by (分母及基数).',
  fields: (t) => ({
    measure: t.expose('measure', { type: DenominatorMeasureEnum, description: 'What the territory has (分母).' }),
    times: t.exposeInt('times', { description: 'For how many of it the value is: 100000 (基数).' }),
  }),
});

builder.objectType('MetricBasis', {
  description:
    'What a value of a measure is made of (计算依据): the sum of `of`; for a share divided by the sum of `to`; for a rate multiplied by `times` and divided by the value of `denominator`.',
  fields: (t) => ({
    of: t.field({
      type: ['MetricOperand'],
      complexity: { field: 1, multiplier: typical.gaps },
      description: 'Figures of the report that are added up (分子).',
      resolve: ({ head, of }) => of.map((figure) => ({ ...figure, head })),
    }),
    to: t.field({
      type: ['MetricOperand'],
      complexity: { field: 1, multiplier: typical.gaps },
      description: 'Of a share, figures of the report whose sum divides (占比的分母); empty for other measures.',
      resolve: ({ head, to }) => to.map((figure) => ({ ...figure, head })),
    }),
    denominator: t.expose('denominator', {
      type: 'Denominator',
      nullable: true,
      description: 'Of a rate, what the territory has, with its source (分母及其来源); null for other measures.',
    }),
    times: t.exposeInt('times', { description: 'Of a rate, for how many of the denominator; else 1 (基数).' }),
  }),
});

builder.objectType('MetricOperand', {
  description: 'A printed figure that a value is made of (计算所用的数字).',
  fields: (t) => ({
    path: t.exposeString('path', {
      description: 'Its path in the record: applications.granted.total, statistics.litigation.total (路径).',
    }),
    value: t.exposeFloat('value', { description: 'The figure, in the unit of its cell; money in yuan (数值).' }),
    raw: t.string({
      nullable: true,
      complexity: call,
      description: 'The text as printed, of a sentence the clause (原文).',
      resolve: async ({ head, path }, _args, context, info) =>
        figureAt(await loadRecord(head, context, info), path)?.raw ?? null,
    }),
    place: t.field({
      type: 'Place',
      nullable: true,
      complexity: call,
      description: 'The cell that it was read from (单元格位置); null for a figure of a sentence.',
      resolve: async ({ head, path }, _args, context, info) => {
        const figure = figureAt(await loadRecord(head, context, info), path);
        const place = Place.safeParse(figure?.place);
        return figure?.origin !== 'sentence' && place.success ? place.data : null;
      },
    }),
    offset: t.int({
      nullable: true,
      complexity: call,
      description: 'First UTF-16 unit of it in the decoded document (字符偏移).',
      resolve: async ({ head, path }, _args, context, info) =>
        figureAt(await loadRecord(head, context, info), path)?.place.offset ?? null,
    }),
  }),
});

/** The figure that a headline figure is: of a path that is printed more than once the first with a value. */
function figureAt(record: ReportRecord, path: string): Figure | null {
  return figuresOf(record).find(({ common, value }) => common === path && value !== null) ?? null;
}

/** What holds of the denominators that measures need; nothing is read where none of them divides by any. */
export async function denominatorsFor(
  metrics: readonly Pick<Metric, 'per'>[],
  lists: Lists,
  within?: string,
): Promise<Denominators> {
  return metrics.some(({ per }) => per !== undefined)
    ? denominatorsOf((await lists.denominators(within)).lines)
    : noDenominators;
}

builder.objectFields('Division', (t) => ({
  denominators: t.field({
    type: ['Denominator'],
    args: { year: t.arg.int({ description: 'Only those of this year.' }) },
    complexity: { field: call, multiplier: denominatorTerms.length },
    description:
      'Its inhabitants and organs by year, as far as an operator has imported them (人口和机关数). One that is not there is not known.',
    resolve: async ({ code }, { year }, { lists }) =>
      denominatorsOf((await lists.denominators(code)).lines)
        .ofDivision(code)
        .filter((each) => year == null || each.year === year),
  }),
}));

builder.objectFields('AgencyYear', (t) => ({
  denominators: t.field({
    type: ['Denominator'],
    complexity: { field: call, multiplier: denominatorTerms.length },
    description:
      'Inhabitants and organs of its division in this year, where the agency is one of the whole division: none of a township, a zone or a university (所在区划的人口和机关数).',
    resolve: async ({ agency, year }: AgencyYearNode, _args, { lists }) => {
      const { name: agencyName, divisionCode, level } = agency;
      const territory = territoryOf({ agencyName, divisionCode, level });
      if (territory === null) return [];
      const all = denominatorsOf((await lists.denominators(territory)).lines).ofDivision(territory);
      return all.filter((each) => each.year === year);
    },
  }),
}));
