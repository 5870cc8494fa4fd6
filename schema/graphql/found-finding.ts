import { type FindingFilter, findingPage, matchingFindings } from '../lists/finding-list.ts';
import { agencyId, checkAgency } from './agency.ts';
import { builder } from './builder.ts';
import type { GraphqlContext } from './context.ts';
import { divisionPrefix } from './division-prefix.ts';
import { loadRecord } from './load-record.ts';
import { pageArgs, priceOfPage, readPage, toConnection } from './pages.ts';
import { knownRule } from './rule.ts';
import { SeverityEnum } from './severity.ts';
import { totalCountField } from './total-count.ts';

builder.objectType('FoundFinding', {
  description: 'A finding in a list, with the report it is about (疑点及所在报告).',
  fields: (t) => ({
    finding: t.expose('finding', { type: 'Finding', description: 'The finding (疑点).' }),
    report: t.expose('report', { type: 'Report', description: 'The report whose finding it is (年度报告).' }),
  }),
});

const FindingConnection = builder.connectionObject(
  {
    type: 'FoundFinding',
    name: 'FindingConnection',
    description: 'A page of findings (疑点列表页).',
    fields: totalCountField,
  },
  { name: 'FindingEdge', description: 'A finding and its place in the list (疑点及其位置).' },
);

const FindingFilterInput = builder.inputType('FindingFilter', {
  description: 'Which findings; every condition given must hold (疑点筛选条件).',
  fields: (t) => ({
    year: t.int({ description: 'Of reports on this year. Absent: of every year.' }),
    agencyId: t.id({ description: 'Of reports of this agency.' }),
    division: t.string({ description: 'Prefix of a division code that ends at a level: 51, 5110 or 511000.' }),
    rule: t.string({ description: 'Of this rule, one of rules.' }),
    severity: t.field({ type: SeverityEnum, description: 'Of this severity.' }),
  }),
});

type FilterArg = typeof FindingFilterInput.$inferInput | null | undefined;

const readFilter = (filter: FilterArg, context: GraphqlContext): FindingFilter => ({
  ...(filter?.year == null ? {} : { year: filter.year }),
  ...(filter?.agencyId == null ? {} : { agencyId: agencyId(filter.agencyId) }),
  ...(filter?.division == null ? {} : { division: divisionPrefix(filter.division) }),
  ...(filter?.rule == null ? {} : { rule: knownRule(filter.rule, context) }),
  ...(filter?.severity == null ? {} : { severity: filter.severity }),
});

builder.queryField('findings', (t) =>
  t.field({
    type: FindingConnection,
    args: { filter: t.arg({ type: FindingFilterInput, description: 'Which findings. Absent: all.' }), ...pageArgs },
    complexity: priceOfPage,
    description:
      'Findings of current annual reports, by division, agency and year (疑点列表). What reports of two years say of each other stands in AgencyYear.findings.',
    resolve: async (_root, { filter: arg, ...args }, context, info) => {
      const [filter, request] = [readFilter(arg, context), readPage(args)];
      const page = await findingPage(context.boards, filter, request);
      if (page.items.length === 0) await checkAgency(filter.agencyId, context);
      const items = await Promise.all(
        page.items.map(async ({ head, index }) => {
          const finding = matchingFindings((await loadRecord(head, context, info)).findings, filter)[index];
          if (finding === undefined) throw new Error(`finding ${index} of ${head.version} is not in its record`);
          return { finding, report: head };
        }),
      );
      return toConnection({ ...page, items }, request);
    },
  }),
);
