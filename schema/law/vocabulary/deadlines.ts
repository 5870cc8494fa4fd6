import type { Bilingual } from '../../record/bilingual.ts';
import type { Duty } from './organ-kinds.ts';

/** The day, `MM-DD` of the year after the report's, by which organs publish that have one of some duties. */
interface DeadlineByLaw {
  readonly organs: readonly Duty[];
  /** First and last report year that it holds for; null for those in force. */
  readonly from: number;
  readonly to: number | null;
  readonly day: string;
  readonly source: Bilingual;
}

/** The days that the Regulations give. A duty or a year that is not here has none that is certain; of two either may be meant. */
const deadlinesByLaw: readonly DeadlineByLaw[] = [
  {
    organs: ['government', 'office', 'department', 'zone', 'organ'],
    from: 2008,
    to: 2018,
    day: '03-31',
    source: { zh: '2008年施行的条例第三十一条', en: 'Regulations of 2008, art. 31' },
  },
  {
    organs: ['government', 'office', 'zone'],
    from: 2019,
    to: null,
    day: '03-31',
    source: { zh: '条例第四十九条第二款', en: 'Regulations of 2019, art. 49, second paragraph' },
  },
  {
    organs: ['department', 'office'],
    from: 2019,
    to: null,
    day: '01-31',
    source: { zh: '条例第四十九条第一款', en: 'Regulations of 2019, art. 49, first paragraph' },
  },
];

/** A day of the law for a report on one year, ISO 8601, and where it stands. */
export interface Deadline {
  readonly day: string;
  readonly source: Bilingual;
}

/** The days by which a report on a year may have to be published, the earliest first; none where the law gives none that is certain. */
export function deadlinesOf(duty: Duty | null, year: number): Deadline[] {
  return deadlinesOfYear(year)
    .filter(({ organs }) => duty !== null && organs.includes(duty))
    .map(({ day, source }) => ({ day: `${year + 1}-${day}`, source }))
    .toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

/** The last day on which the law lets any organ publish its report on a year. */
export function lastDay(year: number): string {
  const days = deadlinesOfYear(year).map(({ day }) => day);
  return `${year + 1}-${days.toSorted().at(-1) ?? '12-31'}`;
}

function deadlinesOfYear(year: number): DeadlineByLaw[] {
  return deadlinesByLaw.filter(({ from, to }) => year >= from && year <= (to ?? year));
}

/** What the date printed on a report tells, held against its deadline; the first that any document of a report tells is the report's. */
export const timings = ['inTime', 'late', 'dateUnknown'] as const;
export type Timing = (typeof timings)[number];
