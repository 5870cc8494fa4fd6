import {
  type CalendarFacts,
  type CalendarState,
  calendarState,
  deadlinesFor,
  dueDay,
  lateKey,
  unmatchedReports,
} from '../record/calendar.ts';
import type { Lists } from '../record/list-store.ts';
import { isWithin } from '../record/lists/agency-list.ts';
import { pageOf } from '../record/lists/keyset.ts';
import { compareRanks, rankOf } from '../record/lists/order.ts';
import { currentRegister, expectedToReport, type RegisteredAgency, registeredById } from '../record/register.ts';
import { uploadsOf } from '../record/undecided.ts';
import { agencyOfHead, isIdentityInDoubt } from '../record/version-head.ts';
import type { AgencyNode, CalendarNode, CoverageNode } from './agency-nodes.ts';
import { builder } from './builder.ts';
import type { GraphqlContext } from './context.ts';
import { type PageArgs, readPage, toConnection, totalCountField } from './pages.ts';
import { typical } from './prices.ts';

export const CalendarStateEnum = builder.enumType('CalendarState', {
  description:
    'Whether an agency published its report on a year in time (公布情况), as far as the documents uploaded, the register and the law tell (Regulations 2019, art. 49; 2008, art. 31).',
  values: {
    inTime: { value: 'inTime', description: 'Published by the day of the law, by the date printed (按期).' },
    late: {
      value: 'late',
      description:
        'The date printed is after the day of the law (逾期). A hint: sites that move date their pages anew.',
    },
    dateUnknown: {
      value: 'dateUnknown',
      description: 'A report is there; its date, or the day that the law gives its agency, is not certain (日期不明).',
    },
    notFound: {
      value: 'notFound',
      description:
        'The register expects a report, the last day has passed, and it was not found among what was uploaded (已上传文件中未见). It may have been published.',
    },
    undecided: {
      value: 'undecided',
      description:
        'No report is there that is certain to be its, and an upload may be it: none was read in it, or it is held for who reports, on which year, or whether it is the report (待核). `undecided` names it, with the reason.',
    },
    notExpected: {
      value: 'notExpected',
      description: 'No report is there, and by the register the agency was not there in the year (无须公布).',
    },
    unknown: {
      value: 'unknown',
      description:
        'No report is there, and it is not known whether one is due: no register names the agency, it began or ended in the year, the last day has not passed, or a report of an unknown division, or of an agency of its kind that the register does not name, may be its (未知).',
    },
  } as const satisfies Record<CalendarState, unknown>,
});

builder.objectType('UndecidedUpload', {
  description: 'An upload of which it is not decided whose report on which year it is (待核的上传文件).',
  fields: (t) => ({
    ingestionId: t.exposeID('ingestionId', { description: 'Id of its ingestion (入库记录标识).' }),
    reasons: t.field({
      type: ['Reason'],
      complexity: { field: 1, multiplier: typical.reasons },
      description: 'Why (原因): why it was rejected, or by the id of a rule what holds it.',
      resolve: ({ undecided }) => undecided.flatMap(({ reasons }) => reasons),
    }),
  }),
});

builder.objectType('AgencyCalendar', {
  description: 'An agency and a year, held against the day that the law gives (公布日历).',
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'The year reported on (年度).' }),
    state: t.field({
      type: CalendarStateEnum,
      description: 'What is known of it (公布情况).',
      resolve: ({ state }) => state,
    }),
    agency: t.expose('agency', { type: 'Agency', description: 'The agency (机关).' }),
    dueOn: t.field({
      type: 'Date',
      nullable: true,
      description:
        'The day by which the law has it published (期限); null where that is not certain. Of an agency whose report was not found the last that may be meant.',
      resolve: ({ agency, year, report, state }) => {
        if (state === 'notFound') return dueDay(agency, year);
        const [deadline, ...others] = deadlinesFor({ ...agency, scope: report?.scope }, year);
        return deadline === undefined || others.length > 0 ? null : deadline.day;
      },
    }),
    undecided: t.field({
      type: ['UndecidedUpload'],
      complexity: { field: 1, multiplier: typical.reasons },
      description: 'Uploads that may be its report of the year (待核的上传文件); empty in every other state.',
      resolve: ({ undecided }) => undecided,
    }),
    report: t.expose('report', {
      type: 'Report',
      nullable: true,
      description: 'Its current report of the year (年度报告); null where none is stored.',
    }),
  }),
});

export const CalendarConnection = builder.connectionObject(
  {
    type: 'AgencyCalendar',
    name: 'AgencyCalendarConnection',
    description: 'A page of a calendar (公布日历页).',
    fields: totalCountField,
  },
  { name: 'AgencyCalendarEdge', description: 'An agency of a calendar and its place in it (机关及其位置).' },
);

builder.objectType('CalendarCount', {
  description: 'How many agencies are in one state (公布情况计数).',
  fields: (t) => ({
    state: t.field({ type: CalendarStateEnum, description: 'The state (公布情况).', resolve: ({ state }) => state }),
    count: t.exposeInt('count', { description: 'How many agencies (机关数).' }),
  }),
});

/** What is known of one agency and a year. */
export async function calendarOf(agency: AgencyNode, year: number, context: GraphqlContext): Promise<CalendarNode> {
  const { lists, years } = context;
  const [stored, register] = await Promise.all([years.load(agency.id), lists.register(agency.id.slice(0, 2))]);
  const report = stored?.heads.find((head) => head.year === year && head.kind === 'annual-report');
  const registered = registeredById(register.lines).get(agency.id);
  const unmatched =
    report !== undefined || registered === undefined
      ? []
      : unmatchedReports((await lists.reports(year, agency.id.slice(0, 2))).lines, registeredById(register.lines));
  const isAsked = report === undefined ? registered !== undefined : isIdentityInDoubt(report);
  const { lines: undecided } = isAsked ? await lists.undecided(agency.id.slice(0, 2)) : { lines: [] };
  const facts = { year, report, registered, unmatched, undecided, today: lists.today() };
  return unlessDismissed(lineOf(registered ?? agency, facts), context);
}

function lineOf(agency: CalendarNode['agency'], facts: CalendarFacts): CalendarNode {
  const { year, report = null, undecided } = facts;
  const state = calendarState(facts);
  return { year, state, agency, report, undecided: state === 'undecided' ? uploadsOf(agency, year, undecided) : [] };
}

/** A reviewer may have dismissed that a report came late: then its day is not certain. */
async function unlessDismissed(line: CalendarNode, { reviews }: GraphqlContext): Promise<CalendarNode> {
  if (line.state !== 'late') return line;
  const review = await reviews.load({ agencyId: line.agency.id, year: line.year, key: lateKey });
  return review?.decision === 'dismissed' ? { ...line, state: 'dateUnknown' } : line;
}

/** What is known of every agency of a coverage, by division and name: those that the register names, and those of which anything is stored. */
export async function calendarOfCoverage(node: CoverageNode, context: GraphqlContext): Promise<CalendarNode[]> {
  const { lists } = context;
  const { year, group, population } = node;
  const province = population.within.slice(0, 2);
  const [register, all] = await Promise.all([registerOf(node, lists), lists.reports(year, province)]);
  const isAsked = register.length > 0 || group.reports.some(isIdentityInDoubt);
  const { lines: undecided } = isAsked ? await lists.undecided(province) : { lines: [] };
  const [registered, reports] = [byId(register, ({ id }) => id), byId(group.reports, ({ agencyId }) => agencyId)];
  const known = population.agencies.filter(group.includes);
  const agencies = new Map(
    [...known, ...group.reports.map(agencyOfHead), ...register].map((agency) => [agency.id, agency]),
  );
  const whole = registeredById((await lists.register(population.within)).lines);
  const [unmatched, today] = [unmatchedReports(all.lines, whole), lists.today()];
  const lines = Array.from(agencies.values(), (agency) => {
    const [report, expected] = [reports.get(agency.id), registered.get(agency.id)];
    return lineOf(agency, { year, report, registered: expected, unmatched, undecided, today });
  }).sort((one, other) => compareRanks(rankOf(one.agency), rankOf(other.agency)));
  return Promise.all(lines.map((line) => unlessDismissed(line, context)));
}

/** Agencies in each state, those of no agency left out. */
export function countStates(calendar: readonly CalendarNode[]): { state: CalendarState; count: number }[] {
  const byState = Map.groupBy(calendar, ({ state }) => state);
  return [...byState].map(([state, { length }]) => ({ state, count: length }));
}

/** A page of a calendar, of one state where it is given. */
export function calendarPage(calendar: readonly CalendarNode[], state: CalendarState | null, args: PageArgs) {
  const request = readPage(args);
  const lines = calendar.filter((line) => state === null || line.state === state);
  const [{ year } = { year: null }] = lines;
  const name = ['calendar', year, state, calendar.length];
  return toConnection(pageOf({ lines, rank: ({ agency }) => rankOf(agency), name }, request));
}

/** What the register says of the organs of a coverage. */
export async function registerOf({ group, population }: CoverageNode, lists: Lists): Promise<RegisteredAgency[]> {
  const { lines } = await lists.register(population.within);
  return currentRegister(lines).filter((agency) => isWithin(agency, population.within) && group.includes(agency));
}

/** How many organs of a register are expected to report on a year. */
export function countExpected(register: readonly RegisteredAgency[], year: number): number {
  return register.filter((agency) => expectedToReport(agency, year, dueDay(agency, year)) === 'yes').length;
}

function byId<Line>(lines: readonly Line[], idOf: (line: Line) => string): Map<string, Line> {
  return new Map(lines.map((line) => [idOf(line), line]));
}
