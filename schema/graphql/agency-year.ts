import type { GraphQLResolveInfo } from 'graphql';
import { versionRules } from '../record/comparison.ts';
import type { Finding } from '../record/finding.ts';
import type { AgencyYearNode } from './agency-nodes.ts';
import { builder } from './builder.ts';
import { calendarOf } from './calendar.ts';
import type { GraphqlContext } from './context.ts';
import { SeverityEnum } from './enums.ts';
import { ofSeverity } from './finding.ts';
import { loadRecord } from './load-record.ts';
import { yearId } from './node-id.ts';
import { call, typical } from './prices.ts';
import { type SectionNode, sectionNodes } from './record-nodes.ts';
import { ofKeys, sectionKeyArgs, sectionKeysArgs, sectionsPrice } from './section.ts';

/** Sections of the report of a year. A cell also names what the reports of other years say of it. */
export async function yearSections(
  node: AgencyYearNode,
  context: GraphqlContext,
  info: GraphQLResolveInfo,
): Promise<SectionNode[]> {
  if (node.report === null) return [];
  const record = await loadRecord(node.report, context, info);
  const findings = [...record.findings, ...comparedFindings(node, context)];
  return sectionNodes({ ...record, findings }, yearId(node.agency.id, node.year));
}

function comparedFindings({ comparisons, year }: AgencyYearNode, { subjects }: GraphqlContext): Finding[] {
  return comparisons.flatMap((comparison) => subjects.ofComparison(comparison, year));
}

async function findingsOf(node: AgencyYearNode, context: GraphqlContext, info: GraphQLResolveInfo): Promise<Finding[]> {
  const { report, workPlans } = node;
  const heads = report === null ? workPlans : [report, ...workPlans];
  const records = await Promise.all(heads.map((head) => loadRecord(head, context, info)));
  return [...records.flatMap((record) => record.findings), ...comparedFindings(node, context)];
}

builder.objectType('AgencyYear', {
  interfaces: ['Node'],
  description: 'What is stored of one agency for one year (机关年度).',
  fields: (t) => ({
    id: t.id({
      description: 'Opaque id of the agency and year (标识).',
      resolve: ({ agency, year }) => yearId(agency.id, year),
    }),
    year: t.exposeInt('year', { description: 'The year that the documents are about (年度).' }),
    agency: t.expose('agency', { type: 'Agency', description: 'The agency (机关).' }),
    report: t.expose('report', {
      type: 'Report',
      nullable: true,
      description:
        'The current version of its annual report, the best read of its documents whichever arrived last (年度报告); null where none is stored.',
    }),
    calendar: t.field({
      type: 'AgencyCalendar',
      complexity: call,
      description: 'Whether its report was published in time, as far as that is known (公布情况).',
      resolve: ({ agency, year }, _args, context) => calendarOf(agency, year, context),
    }),
    workPlans: t.field({
      type: ['WorkPlan'],
      complexity: { field: 1, multiplier: typical.workPlans },
      description: 'The current versions of its work plans (政务公开工作要点).',
      resolve: ({ workPlans }) => workPlans,
    }),
    sections: t.field({
      type: ['Section'],
      args: sectionKeysArgs,
      complexity: sectionsPrice,
      description: 'Sections of the annual report in printed order (章节); empty where none is stored.',
      resolve: async (year, { keys }, context, info) => ofKeys(await yearSections(year, context, info), keys),
    }),
    section: t.field({
      type: 'Section',
      nullable: true,
      args: sectionKeyArgs,
      complexity: sectionsPrice,
      description: 'One section of the annual report (章节); null where there is none of this key.',
      resolve: async (year, args, context, info) =>
        (await yearSections(year, context, info)).find(({ key }) => key === args.key) ?? null,
    }),
    comparisons: t.field({
      type: ['YearComparison'],
      complexity: { field: 1, multiplier: typical.comparisons },
      description: 'How the report compares with those of the year before and the year after (跨年度比对).',
      resolve: ({ comparisons, year }) =>
        comparisons.filter(({ kind }) => kind === 'across-years').map((comparison) => ({ comparison, year })),
    }),
    changedAfterPublication: t.field({
      type: ['Finding'],
      complexity: { field: 1, multiplier: 1 },
      description:
        'What the current report prints otherwise than an earlier edition of it (公布后的改动): one finding, or none. It comes with the agency; no document is read for it. Which figures, one by one, says Report.changes.',
      resolve: (node, _args, context) =>
        comparedFindings(node, context).filter(({ rule }) => rule === versionRules.changed),
    }),
    readOtherwise: t.field({
      type: ['Finding'],
      complexity: { field: 1, multiplier: 1 },
      description:
        'What another document of the current report is read with otherwise, where it is no like edition of it: in another format, or read worse (另一份文件读出的不同): one finding, or none. It says nothing of the agency. Told only where changedAfterPublication says nothing.',
      resolve: (node, _args, context) =>
        comparedFindings(node, context).filter(({ rule }) => rule === versionRules.readOtherwise),
    }),
    findings: t.field({
      type: ['Finding'],
      args: { severity: t.arg({ type: SeverityEnum, description: 'Only findings of this severity. Absent: all.' }) },
      complexity: { field: 1, multiplier: typical.findings },
      description:
        'Findings of the report and the work plans of the year, and what the report, those of the years beside it and another document of it say of each other (疑点). A cell of another year has that year behind it: applications.carriedForward.total@2019.',
      resolve: async (year, { severity }, context, info) => ofSeverity(await findingsOf(year, context, info), severity),
    }),
  }),
});

builder.objectType('YearComparison', {
  description: 'What the reports of two years in a row say of each other (跨年度比对).',
  fields: (t) => ({
    from: t.int({ description: 'The earlier year (上一年度).', resolve: ({ comparison }) => comparison.before.year }),
    to: t.int({ description: 'The later year (本年度).', resolve: ({ comparison }) => comparison.after.year }),
    checks: t.field({
      type: 'Checks',
      description: 'How much could be compared, and what could not and why, as across a change of form (核对情况).',
      resolve: ({ comparison }) => comparison.checks,
    }),
    findings: t.field({
      type: ['Finding'],
      complexity: { field: 1, multiplier: typical.findings },
      description: 'What does not agree between the two years (疑点).',
      resolve: ({ comparison, year }, _args, { subjects }) => subjects.ofComparison(comparison, year),
    }),
  }),
});
