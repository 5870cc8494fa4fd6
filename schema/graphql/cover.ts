import { type DoubtCode, mostAddable } from '../law/metrics/cover.ts';
import type { Bilingual } from '../record/bilingual.ts';
import type { CoverNode } from './agency-nodes.ts';
import { builder } from './builder.ts';
import { badUserInput } from './errors.ts';

const most = 100;

const firstArgs = builder.args((t) => ({
  first: t.int({ defaultValue: 10, description: `How many, from 1 to ${most}.` }),
}));

const price = ({ first }: { first?: number | null | undefined }) => ({
  field: 1,
  multiplier: Math.min(Math.max(first ?? 1, 1), most),
});

function firstOf<T>(all: readonly T[], first: number | null | undefined): readonly T[] {
  const size = first ?? 10;
  if (size < 1 || size > most) throw badUserInput(`first must be from 1 to ${most}.`, 'first');
  return all.slice(0, size);
}

builder.objectType('Cover', {
  description:
    'The reports that a sum adds up: none counts what another counts (合计所含报告). Which agencies have no report is in Aggregate.coverage, which reports have no value in Aggregate.gaps.',
  fields: (t) => ({
    counted: t.int({
      description: 'How many reports are added up (所计报告数).',
      resolve: ({ reports }) => reports.length,
    }),
    reports: t.field({
      type: ['Report'],
      args: firstArgs,
      complexity: price,
      description: 'They (所计报告).',
      resolve: ({ reports }, { first }) => firstOf(reports, first),
    }),
    leftOutCount: t.int({
      description:
        'How many reports with a value are left out, for others count their figures (因已包含而未计的报告数).',
      resolve: ({ leftOut }) => leftOut.length,
    }),
    leftOut: t.field({
      type: ['LeftOutReport'],
      args: firstArgs,
      complexity: price,
      description: 'They (未计报告).',
      resolve: ({ leftOut }, { first }) => firstOf(leftOut, first),
    }),
    exceeded: t.field({
      type: ['ExceededWhole'],
      args: firstArgs,
      complexity: price,
      description:
        'Reports that print less than what they count comes to in the reports in hand (部分之和大于整体的报告). That it comes to less is no doubt: not all of it may be in hand.',
      resolve: ({ exceeded }, { first }) => firstOf(exceeded, first),
    }),
    refusals: t.field({
      type: ['SumRefusal'],
      args: firstArgs,
      complexity: price,
      description: 'Why there is no sum (不予合计的原因); empty where there may be one.',
      resolve: (cover, { first }) => firstOf(cover.doubts, first).map((doubt) => ({ ...doubt, cover })),
    }),
  }),
});

builder.objectType('ExceededWhole', {
  description:
    'A report that counts the figures of others, and prints less than those of them that are in hand come to (部分之和大于整体). Which of them is wrong, or counts otherwise, nothing tells.',
  fields: (t) => ({
    whole: t.expose('whole', { type: 'Report', description: 'The report that counts the others (整体).' }),
    value: t.exposeFloat('value', { description: 'What it prints, in the unit of the measure (整体所印).' }),
    partsCount: t.int({
      description: 'How many of the others are in hand, of which none counts another (已有部分的报告数).',
      resolve: ({ parts }) => parts.length,
    }),
    parts: t.field({
      type: ['Report'],
      args: firstArgs,
      complexity: price,
      description: 'They (已有的部分).',
      resolve: ({ parts }, { first }) => firstOf(parts, first),
    }),
    partsValue: t.exposeFloat('partsValue', {
      description: 'What they print together, in the unit of the measure (部分之和).',
    }),
    message: t.field({
      type: 'Bilingual',
      description: 'The same in words (说明).',
      resolve: ({ whole, value, parts, partsValue }) => ({
        zh: `已有的${parts.length}份报告所印之和为${partsValue},大于${whole.agencyName}的报告所印的${value},后者应已包括前者;可能出于统计口径、转办重复计数或某一份的差错。`,
        en: `The ${parts.length} report(s) in hand print ${partsValue} together, more than the ${value} in the report of ${whole.agencyName}, which should count theirs. They may count otherwise, or the same case twice, or one of them may be wrong.`,
      }),
    }),
  }),
});

builder.objectType('LeftOutReport', {
  description: 'A report that a sum leaves out, and one that counts its figures (未计报告).',
  fields: (t) => ({
    report: t.expose('report', { type: 'Report', description: 'The report left out (未计报告).' }),
    within: t.expose('within', { type: 'Report', description: 'The report that counts its figures (包含它的报告).' }),
  }),
});

const SumRefusalCodeEnum = builder.enumType('SumRefusalCode', {
  description: 'Why reports are not added up (不予合计的原因).',
  values: {
    scopeUnknown: {
      value: 'scopeUnknown',
      description: 'Nothing tells whether a report gives the figures of the others too (统计范围未知).',
    },
    overlap: { value: 'overlap', description: 'A report gives some of the figures of the others (统计范围部分重叠).' },
    placeUnknown: {
      value: 'placeUnknown',
      description: 'Nothing tells whether the others lie in the area of a report (所属区划未知).',
    },
  } as const satisfies Record<DoubtCode, unknown>,
});

const reasons: Readonly<Record<DoubtCode, (whole: string, parts: number) => Bilingual>> = {
  scopeUnknown: (whole, parts) => ({
    zh: `不知道${whole}的报告是否已包括另外${parts}份报告的数字。`,
    en: `It is not known whether the report of ${whole} gives the figures of ${parts} other report(s) too.`,
  }),
  overlap: (whole, parts) => ({
    zh: `${whole}的报告包括另外${parts}份报告的一部分数字。`,
    en: `The report of ${whole} gives some of the figures of ${parts} other report(s).`,
  }),
  placeUnknown: (whole, parts) => ({
    zh: `不知道另外${parts}份报告的机关是否在${whole}的辖区内。`,
    en: `It is not known whether the agencies of ${parts} other report(s) lie in the area of ${whole}.`,
  }),
};

builder.objectType('SumRefusal', {
  description: 'A report of which it is not certain how much of others it counts (不予合计的原因).',
  fields: (t) => ({
    code: t.expose('code', { type: SumRefusalCodeEnum, description: 'Why (原因).' }),
    message: t.field({
      type: 'Bilingual',
      description: 'The same in words (说明).',
      resolve: ({ code, whole, parts }) => reasons[code](whole.agencyName, parts.length),
    }),
    whole: t.expose('whole', {
      type: 'Report',
      description: 'The report that may count the others (可能包含其他的报告).',
    }),
    parts: t.field({
      type: ['Report'],
      args: firstArgs,
      complexity: price,
      description: 'The others (可能被包含的报告).',
      resolve: ({ parts }, { first }) => firstOf(parts, first),
    }),
    instead: t.string({
      nullable: true,
      description:
        'A query that has a sum: of the most of these reports of one level and kind of organ (可行的查询); null where none of them add up.',
      resolve: ({ cover }) => instead(cover),
    }),
  }),
});

function instead({ reports, leftOut, asked, all }: CoverNode): string | null {
  const measured = [...reports, ...leftOut.map(({ report }) => report)];
  const alike = mostAddable(all, measured);
  if (alike === null) return null;
  const { within, year, metric, minimum } = asked;
  const division = within.length > 2 ? `, division: "${within}"` : '';
  const which = `year: ${year}${division}, level: ${alike.level}, type: "${alike.type}", metrics: [${metric}]`;
  const least = `minimumGroup: ${Math.min(minimum, alike.reports.length)}`;
  return `{ province(code: "${within.slice(0, 2)}0000") { aggregate(${which}, ${least}) { sum pooled } } }`;
}
