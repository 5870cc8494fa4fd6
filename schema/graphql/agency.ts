import type { GraphQLError } from 'graphql';
import { metricByKey } from '../law/metrics/metrics.ts';
import { yearsOf as reportYears, series } from '../law/metrics/series.ts';
import { Agency } from '../record/agency.ts';
import { agencyKind, canonicalName } from '../record/agency-id.ts';
import { agencyPage } from '../record/lists/agency-list.ts';
import type { AgencyCondition, AgencyFilter } from '../record/record-store.ts';
import { registeredById } from '../record/register.ts';
import type { VersionHead } from '../record/version-head.ts';
import { type AgencyNode, agencyYears, divisionNode } from './agency-nodes.ts';
import { builder, type InputFields } from './builder.ts';
import { calendarOf } from './calendar.ts';
import type { GraphqlContext } from './context.ts';
import { denominatorsFor } from './denominator.ts';
import { AgencyLevelEnum, MetricKeyEnum } from './enums.ts';
import { badUserInput } from './errors.ts';
import { mostAlternatives, mostYearsAsked, ofYears, readKind, readOr, readPlace } from './filters.ts';
import { pageArgs, priceOfPageOfYears, readPage, toConnection, totalCountField } from './pages.ts';
import { call, typical } from './prices.ts';

async function yearsOf({ id }: AgencyNode, { years }: GraphqlContext) {
  const stored = await years.load(id);
  return stored === null ? [] : agencyYears(stored);
}

/** The agency with this id, also one that only the register names; what was read of it answers for its years too. */
async function agencyById(id: string, { agencies, years, lists }: GraphqlContext): Promise<AgencyNode | null> {
  const stored = await agencies.load(id);
  years.prime(id, stored);
  return stored?.agency ?? registeredAgency(id, { lists });
}

/** The same of many ids, of which those asked for in one turn are read together. */
export async function agencyNode(id: string, { years, lists }: GraphqlContext): Promise<AgencyNode | null> {
  return (await years.load(id))?.agency ?? registeredAgency(id, { lists });
}

async function registeredAgency(id: string, { lists }: Pick<GraphqlContext, 'lists'>): Promise<AgencyNode | null> {
  return registeredById((await lists.register(id.slice(0, 2))).lines).get(id) ?? null;
}

/** The id of an agency, as a filter names it. Throws BAD_USER_INPUT for what can be none. */
export function agencyId(id: string, argument = 'agencyId'): string {
  if (!Agency.shape.id.safeParse(id).success) throw unknownAgency(argument);
  return id;
}

/** Throws BAD_USER_INPUT where no agency has the id. For lists in which nothing of it was found: what is found says that it exists. */
export async function checkAgency(id: string | undefined, { agencies }: GraphqlContext): Promise<void> {
  if (id !== undefined && (await agencies.load(id)) === null) throw unknownAgency('agencyId');
}

export function unknownAgency(argument: string): GraphQLError {
  return badUserInput(`${argument} is the id of no agency.`, argument);
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

/** No series is longer. */
const mostYears = 100;

/** Throws BAD_USER_INPUT for more years than a series has. */
function checkYears(first: number, last: number): void {
  if (last - first >= mostYears) throw badUserInput(`A series has at most ${mostYears} years.`, 'from');
}

/** Throws BAD_USER_INPUT. */
function yearsBetween(heads: readonly VersionHead[], from: YearRange['from'], to: YearRange['to']): number[] {
  const stored = reportYears(heads);
  const [first, last] = [from ?? stored[0], to ?? stored.at(-1)];
  if (first === undefined || last === undefined) return [];
  checkYears(first, last);
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index);
}

/** The province that an agency lies in, by its two digits; undefined where it is in none. */
function provinceWithin({ divisionCode }: AgencyNode): string | undefined {
  return divisionCode?.slice(0, 2);
}

builder.objectType('OrganKind', {
  description: 'A kind of organ, the same in every division (机关类型); keys are listed in the glossary.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its key: education (类型键).' }),
    name: t.field({ type: 'Bilingual', description: 'Its name (名称).', resolve: ({ name }) => name }),
  }),
});

builder.objectType('Agency', {
  interfaces: ['Node'],
  description: 'An administrative organ that reports (行政机关; Regulations 2019, art. 49).',
  fields: (t) => ({
    id: t.exposeID('id', {
      description: 'Opaque id; it does not change while the organ keeps its name and division (机关标识).',
    }),
    name: t.exposeString('name', { description: 'Its full name (机关名称).' }),
    canonicalName: t.string({
      description:
        'Its name in one spelling, under its division of today: what its printed names have in common (规范名称).',
      resolve: canonicalName,
    }),
    type: t.field({
      type: 'OrganKind',
      description: 'What kind of organ it is (机关类型): 教育局, 教体局 and 教委 are one kind.',
      resolve: agencyKind,
    }),
    level: t.field({
      type: AgencyLevelEnum,
      nullable: true,
      description: 'Level of its division (行政层级); null where its documents do not say enough to tell.',
      resolve: ({ level }) => level,
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
    calendar: t.field({
      type: 'AgencyCalendar',
      args: { year: t.arg.int({ required: true, description: 'The year reported on.' }) },
      complexity: call,
      description: 'Whether its report on a year was published in time, as far as that is known (公布情况).',
      resolve: (agency, { year }, context) => calendarOf(agency, year, context),
    }),
    series: t.field({
      type: 'MetricSeries',
      args: {
        metric: t.arg({ type: MetricKeyEnum, required: true, description: 'Which measure.' }),
        from: t.arg.int({ description: 'From this year; absent: the first of which a report is stored.' }),
        to: t.arg.int({ description: 'To this year; absent: the last of which a report is stored.' }),
      },
      complexity: call,
      description: 'A measure over the years; a year without a report, or on a form without it, is a gap (时间序列).',
      resolve: async (agency, { metric: key, from, to }, { years, lists }) => {
        const heads = (await years.load(agency.id))?.heads ?? [];
        const metric = metricByKey(key);
        const denominators = await denominatorsFor([metric], lists, provinceWithin(agency));
        return { agency, metric, points: series(metric, heads, yearsBetween(heads, from, to), denominators) };
      },
    }),
  }),
});

export const AgencyConnection = builder.connectionObject(
  {
    type: 'Agency',
    name: 'AgencyConnection',
    description: 'A page of agencies (机关列表页).',
    fields: totalCountField,
  },
  { name: 'AgencyEdge', description: 'An agency and its place in the list (机关及其位置).' },
);

const agencyConditions = (t: InputFields) => ({
  division: t.string({ description: 'Prefix of a division code that ends at a level: 51, 5110 or 511000.' }),
  divisions: t.stringList({ description: 'In one of these divisions, at most 100.' }),
  level: t.field({ type: AgencyLevelEnum, description: 'Level of its division.' }),
  levels: t.field({ type: [AgencyLevelEnum], description: 'Of one of these levels.' }),
  type: t.string({ description: 'Key of its kind of organ: education (机关类型).' }),
  types: t.stringList({ description: 'Of one of these kinds of organ, at most 100.' }),
  placed: t.boolean({
    description:
      'Whether it is known where it is; false lists those whose documents do not tell their division (行政区划不明).',
  }),
  nameContains: t.string({
    description:
      'A part of its name (清镇), also with the divisions above it (贵阳市清镇), pieces of it (清镇政府), its pinyin (qingzhen), initials of that (qzs), or in English (Qingzhen City).',
  }),
});

const AgencyConditionInput = builder.inputType('AgencyCondition', {
  description: 'What an agency must be; every condition given must hold (机关条件).',
  fields: agencyConditions,
});

const AgencyFilterInput = builder.inputType('AgencyFilter', {
  description: 'Which agencies; every condition given must hold (机关筛选条件).',
  fields: (t) => ({
    ...agencyConditions(t),
    year: t.int({ description: 'Only agencies with an annual report for this year.' }),
    years: t.intList({ description: `With an annual report for one of these years, at most ${mostYearsAsked}.` }),
    or: t.field({
      type: [AgencyConditionInput],
      description: `And one of these must hold, at most ${mostAlternatives} (满足其一).`,
    }),
  }),
});

type AgencyFilterArg = typeof AgencyFilterInput.$inferInput | null | undefined;

/** Characters a search may have; no name is longer. */
const longestSearch = 100;

/** Throws BAD_USER_INPUT. */
function searchOf(text: string): string {
  if (text.length > longestSearch) throw badUserInput(`At most ${longestSearch} characters.`, 'nameContains');
  return text;
}

const readCondition = (condition: typeof AgencyConditionInput.$inferInput): AgencyCondition => ({
  ...readPlace(condition),
  ...readKind(condition),
  ...(condition.placed == null ? {} : { placed: condition.placed }),
  ...(condition.nameContains == null ? {} : { nameContains: searchOf(condition.nameContains) }),
});

const readFilter = (filter: AgencyFilterArg): AgencyFilter => ({
  ...readCondition(filter ?? {}),
  ...ofYears(filter),
  ...readOr(filter?.or, readCondition),
});

builder.queryFields((t) => ({
  agency: t.field({
    type: 'Agency',
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'Id of the agency.' }) },
    complexity: call,
    description: 'One agency (行政机关); null where none has this id.',
    resolve: (_root, { id }, context) => (Agency.shape.id.safeParse(id).success ? agencyById(id, context) : null),
  }),
  agencies: t.field({
    type: AgencyConnection,
    args: { filter: t.arg({ type: AgencyFilterInput, description: 'Which agencies. Absent: all.' }), ...pageArgs },
    complexity: ({ filter, ...page }) => priceOfPageOfYears(page, filter?.years),
    description: 'Agencies by division and name (行政机关列表).',
    resolve: async (_root, { filter, ...args }, { lists }) => {
      const request = readPage(args);
      return toConnection(await agencyPage(lists, readFilter(filter), request));
    },
  }),
}));
