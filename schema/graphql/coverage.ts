import { pageOf } from '../lists/keyset.ts';
import { rankOf } from '../lists/order.ts';
import { AgencyConnection } from './agency.ts';
import { builder } from './builder.ts';
import { pageArgs, priceOfPage, readPage, toConnection } from './pages.ts';
import type { CoverageNode } from './province-node.ts';

const outcomeCount =
  (outcome: string) =>
  ({ reports }: CoverageNode) =>
    reports.filter((report) => report.outcome === outcome).length;

builder.objectType('Coverage', {
  description: 'How many of the agencies known have a report of a year (覆盖情况).',
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'The year (年度).' }),
    known: t.int({
      description: 'Agencies of which anything is stored, of whatever year (已知机关数).',
      resolve: ({ agencies }) => agencies.length,
    }),
    reported: t.int({
      description: 'Agencies with an annual report of the year (已报送机关数).',
      resolve: ({ reports }) => reports.length,
    }),
    published: t.int({
      description: 'Reports without an error finding (无错误的报告数).',
      resolve: outcomeCount('published'),
    }),
    held: t.int({
      description: 'Reports with error findings, served with their doubts (存疑的报告数).',
      resolve: outcomeCount('held'),
    }),
    missing: t.field({
      type: AgencyConnection,
      args: pageArgs,
      complexity: priceOfPage,
      description: 'Agencies known that have no report of the year, by division and name (未报送机关).',
      resolve: ({ year, agencies, reports, known }, args) => {
        const request = readPage(args);
        const [inGroup, reporting] = [
          new Set(agencies.map(({ id }) => id)),
          new Set(reports.map(({ agencyId }) => agencyId)),
        ];
        const lines = known.filter(({ id }) => inGroup.has(id) && !reporting.has(id));
        return toConnection(pageOf({ lines, rank: rankOf, name: ['missing', year, known.length] }, request), request);
      },
    }),
  }),
});
