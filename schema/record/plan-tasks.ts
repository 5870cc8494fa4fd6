import { z } from 'zod';
import type { WorkPlan } from './work-plan.ts';

/** What lists of tasks filter by; `number` is the task's place in its plan, from 1. */
export const TaskLine = z
  .object({
    number: z.int().positive(),
    responsible: z.array(z.string()).readonly(),
    /** ISO dates by which it is due, of the deadlines that name a day, a month or the year's end. */
    dueOn: z.array(z.string()).readonly(),
  })
  .readonly();
export type TaskLine = z.infer<typeof TaskLine>;

/** 2021年11月30日前, 12月底前, 2021年12月: a year where it is given, a month, a day where it is given. */
const deadlinePattern = /(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?/gu;
/** 2021年底, 年内, 全年: the end of the year. */
const wholeYearPattern = /(\d{4})?(?:年底|年内|全年)/gu;
const lastMonth = 12;

/** What lists of tasks filter by, in the order of the plan. A deadline without a year is one of the plan's year. */
export function taskLines(plan: WorkPlan, year: number): TaskLine[] {
  return plan.tasks.map(({ responsible, deadlines }, index) => ({
    number: index + 1,
    responsible,
    dueOn: [...new Set(deadlines.flatMap((deadline) => dueDates(deadline, year)))].sort(),
  }));
}

/** The days a printed deadline names, ISO 8601; of a month its last. A deadline such as 持续推进 names none. */
export function dueDates(deadline: string, year: number): string[] {
  const ofMonths = [...deadline.matchAll(deadlinePattern)].map(([, y, month, day]) =>
    isoDay(Number(y ?? year), Number(month), day === undefined ? null : Number(day)),
  );
  const ofYears = [...deadline.matchAll(wholeYearPattern)].map(([, y]) => isoDay(Number(y ?? year), lastMonth, null));
  return [...ofMonths, ...ofYears].filter((day) => day !== null);
}

/** Null for what is no day of the calendar. */
function isoDay(year: number, month: number, day: number | null): string | null {
  const date = day === null ? new Date(Date.UTC(year, month, 0)) : new Date(Date.UTC(year, month - 1, day));
  const isReal = month >= 1 && month <= lastMonth && (day === null || date.getUTCDate() === day);
  return isReal ? date.toISOString().slice(0, 10) : null;
}
