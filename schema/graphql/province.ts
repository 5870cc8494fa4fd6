import { aggregate } from '../metrics/aggregate.ts';
import { MetricKey } from '../metrics/metric-key.ts';
import { metricByKey } from '../metrics/metrics.ts';
import { type Group, type GroupBy, groupsOf, type Population } from '../metrics/province.ts';
import { divisionByCode } from '../vocabulary/divisions.ts';
import { builder } from './builder.ts';
import { divisionNode } from './division-node.ts';
import { divisionPrefix } from './division-prefix.ts';
import { badUserInput } from './errors.ts';
import { MetricKeyEnum } from './metric.ts';
import { call, typical } from './prices.ts';
import { type CoverageNode, populationOf, provinceNodes, reportsWithin } from './province-node.ts';

const GroupByEnum = builder.enumType('GroupBy', {
  description: 'What agencies are grouped by (分组方式).',
  values: {
    division: {
      value: 'division',
      description:
        'By the divisions next below the one asked: prefectures of a province, counties of a prefecture (按下级行政区划).',
    },
    level: { value: 'level', description: 'By the level of their division (按行政层级).' },
  } as const satisfies Record<GroupBy, unknown>,
});

/** Statistics of fewer reports than this are withheld unless the query says otherwise. */
const usualMinimum = 3;

const yearArg = builder.args((t) => ({ year: t.int({ required: true, description: 'The year reported on.' }) }));
const within = builder.args((t) => ({
  division: t.string({ description: 'Only this part of the province: a prefix of a division code, 4 or 6 digits.' }),
}));

builder.objectType('Province', {
  description: 'A province of which something is stored (省份).',
  fields: (t) => ({
    code: t.id({
      description: 'Six digits of GB/T 2260 (行政区划代码).',
      resolve: ({ prefix }) => `${prefix}0000`,
    }),
    name: t.string({
      description: 'Its name (名称).',
      resolve: ({ prefix }) => divisionByCode(`${prefix}0000`)?.name ?? '',
    }),
    division: t.field({
      type: 'Division',
      description: 'The same as a division (行政区划).',
      resolve: ({ prefix }) => divisionNode(`${prefix}0000`),
    }),
    years: t.intList({
      complexity: call,
      description: 'Years with an annual report of any of its agencies, oldest first (年度).',
      resolve: async ({ prefix }, _args, { boards }) => {
        const years = await boards.years();
        const counts = await Promise.all(
          years.map(async (year) => reportsWithin(await boards.reports(year, prefix), prefix).length),
        );
        return years.filter((_, index) => (counts[index] ?? 0) > 0);
      },
    }),
    coverage: t.field({
      type: 'Coverage',
      args: { ...yearArg, ...within },
      complexity: call,
      description: 'Who has reported for a year, of those known (覆盖情况).',
      resolve: async ({ prefix }, { year, division }, { boards }) => {
        const population = await populationOf(boards, partOf(prefix, division), year);
        return coverageOf(population, population, year);
      },
    }),
    aggregate: t.field({
      type: ['Aggregate'],
      args: {
        ...yearArg,
        ...within,
        metrics: t.arg({ type: [MetricKeyEnum], required: true, description: 'The measures.' }),
        by: t.arg({ type: GroupByEnum, description: 'Groups; absent: all agencies are one.' }),
        minimumGroup: t.arg.int({
          defaultValue: usualMinimum,
          description: 'The fewest reports with a value of which statistics are given.',
        }),
      },
      complexity: ({ metrics, by }) => ({
        field: call,
        multiplier: metrics.length * (by == null ? 1 : typical.groups),
      }),
      description: 'Measures over the reports of a year, for each group and measure (汇总).',
      resolve: async ({ prefix }, { year, division, metrics, by, minimumGroup }, { boards }) => {
        const minimum = minimumGroup ?? usualMinimum;
        if (metrics.length > MetricKey.options.length) throw badUserInput('No measure is asked for twice.', 'metrics');
        if (minimum < 1) throw badUserInput('minimumGroup must be at least 1.', 'minimumGroup');
        const population = await populationOf(boards, partOf(prefix, division), year);
        return groupsOf(population, by ?? null).flatMap((group) =>
          metrics.map((key) => ({
            ...aggregate(metricByKey(key), group.reports, minimum),
            group,
            coverage: coverageOf(group, population, year),
          })),
        );
      },
    }),
  }),
});

/** Throws BAD_USER_INPUT for a division that is not of the province. */
function partOf(prefix: string, division: string | null | undefined): string {
  if (division == null) return prefix;
  if (!divisionPrefix(division).startsWith(prefix)) throw badUserInput('division is not of this province.', 'division');
  return division;
}

function coverageOf(
  { agencies, reports }: Pick<Group, 'agencies' | 'reports'>,
  population: Population,
  year: number,
): CoverageNode {
  return { year, agencies, reports, known: population.agencies };
}

builder.queryFields((t) => ({
  provinces: t.field({
    type: ['Province'],
    complexity: { field: call, multiplier: 1 },
    description: 'Provinces of which something is stored, by code; a stack of one province has one (省份).',
    resolve: (_root, _args, { boards }) => provinceNodes(boards),
  }),
  province: t.field({
    type: 'Province',
    nullable: true,
    args: { code: t.arg.id({ required: true, description: 'Its code, two or six digits: 51 or 510000.' }) },
    complexity: call,
    description: 'One province (省份); null where nothing of it is stored.',
    resolve: async (_root, { code }, { boards }) => {
      const prefix = code.replace(/^(\d{2})0000$/, '$1');
      return (await provinceNodes(boards, prefix)).find((province) => province.prefix === prefix) ?? null;
    },
  }),
}));
