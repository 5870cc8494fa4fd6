import { Agency } from '../agency.ts';
import type { AgencyFilter } from '../record-store.ts';
import { AgencyLevelEnum } from './agency-level.ts';
import type { AgencyNode } from './agency-node.ts';
import { agencyYears } from './agency-year-node.ts';
import { badUserInput } from './bad-user-input.ts';
import { builder } from './builder.ts';
import type { GraphqlContext } from './context.ts';
import { divisionNode } from './division-node.ts';
import { divisionPrefix } from './division-prefix.ts';
import { loadRecord } from './load-record.ts';
import { pageArgs, priceOfPage, readPage, toConnection } from './pages.ts';
import { call, typical } from './prices.ts';
import { totalCountField } from './total-count.ts';

async function yearsOf({ id }: AgencyNode, { agencies }: GraphqlContext) {
  const stored = await agencies.load(id);
  return stored === null ? [] : agencyYears(stored);
}

/** Years asked for: those in a range, or the last so many of it. */
interface YearRange {
  readonly from?: number | null | undefined;
  readonly to?: number | null | undefined;
  readonly last?: number | null | undefined;
}

function priceOfYears({ from, to, last }: YearRange) {
  const inRange = from == null || to == null ? typical.years : to - from + 1;
  const asked = Math.min(inRange, last ?? typical.years, typical.years);
  return { field: call, multiplier: Math.max(asked, 1) };
}

builder.objectType('Agency', {
  description: 'An administrative organ that reports (行政机关; Regulations 2019, art. 49).',
  fields: (t) => ({
    id: t.exposeID('id', {
      description: 'Opaque id; it does not change while the organ keeps its name and division (机关标识).',
    }),
    name: t.exposeString('name', { description: 'Its full name (机关名称).' }),
    level: t.field({
      type: AgencyLevelEnum,
      nullable: true,
      description: 'Level of its division (行政层级); null where its documents do not say enough to tell.',
      resolve: async ({ level }, _args, context, info) =>
        typeof level === 'object' && level !== null
          ? ((await loadRecord(level, context, info)).agency?.level ?? null)
          : level,
    }),
    division: t.field({
      type: 'Division',
      nullable: true,
      description: 'Its division (行政区划); null where its documents do not say which of several is meant.',
      resolve: ({ divisionCode }) => (divisionCode === null ? null : divisionNode(divisionCode)),
    }),
    years: t.field({
      type: ['AgencyYear'],
      args: {
        from: t.arg.int({ description: 'Not before this year.' }),
        to: t.arg.int({ description: 'Not after this year.' }),
        last: t.arg.int({ description: 'Only the last so many of them.' }),
      },
      complexity: priceOfYears,
      description: 'Years for which anything is stored, oldest first (年度).',
      resolve: async (agency, { from, to, last }, context) => {
        if (last != null && last < 1) throw badUserInput('last must be at least 1.', 'last');
        const years = (await yearsOf(agency, context)).filter(
          ({ year }) => year >= (from ?? year) && year <= (to ?? year),
        );
        return last == null ? years : years.slice(-last);
      },
    }),
    year: t.field({
      type: 'AgencyYear',
      nullable: true,
      args: { year: t.arg.int({ required: true, description: 'The year that the documents are about.' }) },
      complexity: call,
      description: 'One year (年度); null where nothing is stored for it.',
      resolve: async (agency, { year }, context) =>
        (await yearsOf(agency, context)).find((candidate) => candidate.year === year) ?? null,
    }),
  }),
});

const AgencyConnection = builder.connectionObject(
  { type: 'Agency', name: 'AgencyConnection', description: 'A page of agencies.', fields: totalCountField },
  { name: 'AgencyEdge', description: 'An agency and its place in the list.' },
);

const AgencyFilterInput = builder.inputType('AgencyFilter', {
  description: 'Which agencies; every condition given must hold.',
  fields: (t) => ({
    division: t.string({ description: 'Prefix of a division code that ends at a level: 51, 5110 or 511000.' }),
    level: t.field({ type: AgencyLevelEnum, description: 'Level of its division.' }),
    nameContains: t.string({ description: 'Words that its name contains.' }),
    year: t.int({ description: 'Only agencies with an annual report for this year.' }),
  }),
});

type AgencyFilterArg = typeof AgencyFilterInput.$inferInput | null | undefined;

const readFilter = (filter: AgencyFilterArg): AgencyFilter => ({
  ...(filter?.division == null ? {} : { division: divisionPrefix(filter.division) }),
  ...(filter?.level == null ? {} : { level: filter.level }),
  ...(filter?.nameContains == null ? {} : { nameContains: filter.nameContains }),
  ...(filter?.year == null ? {} : { year: filter.year }),
});

builder.queryFields((t) => ({
  agency: t.field({
    type: 'Agency',
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'Id of the agency.' }) },
    complexity: call,
    description: 'One agency (行政机关); null where none has this id.',
    resolve: async (_root, { id }, { agencies }) =>
      Agency.shape.id.safeParse(id).success ? ((await agencies.load(id))?.agency ?? null) : null,
  }),
  agencies: t.field({
    type: AgencyConnection,
    args: { filter: t.arg({ type: AgencyFilterInput, description: 'Which agencies. Absent: all.' }), ...pageArgs },
    complexity: priceOfPage,
    description: 'Agencies by division and name (行政机关列表).',
    resolve: async (_root, { filter, ...args }, { reader }) => {
      const request = readPage(args);
      return toConnection(await reader.agencies(readFilter(filter), request), request);
    },
  }),
}));
