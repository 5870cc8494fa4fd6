import type { Lists } from '../list-store.ts';
import type { TaskLine } from '../plan-tasks.ts';
import type { KindFilter, Page, PageRequest, PlaceFilter } from '../record-store.ts';
import type { VersionHead } from '../version-head.ts';
import { isHeadOfKind, isInPlace, placeWithin } from './agency-list.ts';
import { pageOf } from './keyset.ts';
import { compareRanks, rankOf } from './order.ts';

export interface TaskFilter extends KindFilter, PlaceFilter {
  readonly years?: readonly number[];
  readonly agencyId?: string;
  /** Words that the name of a responsible unit contains. */
  readonly responsible?: string;
  /** ISO dates: only tasks with a deadline from the first to the second, both included. */
  readonly dueFrom?: string;
  readonly dueTo?: string;
}

/** One task of a current work plan. */
export interface TaskPlace {
  readonly head: VersionHead;
  readonly task: TaskLine;
}

/** After every real date: tasks without one come last. */
const noDate = '9999';

/** Tasks of current work plans by their first deadline, then by division, agency and number. */
export async function taskPage(lists: Lists, filter: TaskFilter, page: PageRequest): Promise<Page<TaskPlace>> {
  const years = filter.years ?? (await lists.years());
  const plans = await Promise.all(years.map((year) => lists.plans(year, filter.agencyId ?? placeWithin(filter))));
  const lines = plans
    .flatMap((snapshot) => snapshot.lines)
    .filter((head) => isAsked(head, filter))
    .flatMap((head) => (head.tasks ?? []).filter((task) => isDue(task, filter)).map((task) => ({ head, task })))
    .map((place) => ({ place, rank: placeRank(place) }))
    .sort((a, b) => compareRanks(a.rank, b.rank));
  const found = pageOf({ lines, rank: ({ rank }) => rank, name: ['tasks', filter] }, page);
  return { ...found, items: found.items.map(({ place }) => place) };
}

function isAsked(head: VersionHead, filter: TaskFilter): boolean {
  return (
    (filter.agencyId === undefined || head.agencyId === filter.agencyId) &&
    isInPlace({ id: head.agencyId }, filter) &&
    isHeadOfKind(head, filter)
  );
}

function isDue({ responsible, dueOn }: TaskLine, { responsible: unit, dueFrom, dueTo }: TaskFilter): boolean {
  const named = unit === undefined || responsible.some((each) => each.includes(unit));
  const anyDay = dueFrom === undefined && dueTo === undefined;
  return named && (anyDay || dueOn.some((day) => day >= (dueFrom ?? day) && day <= (dueTo ?? day)));
}

function placeRank({ head, task }: TaskPlace): (string | number)[] {
  const { agencyId, agencyName, divisionCode, slot } = head;
  const place = rankOf({ id: agencyId, name: agencyName, divisionCode });
  return [task.dueOn[0] ?? noDate, ...place, head.year, slot, task.number];
}
