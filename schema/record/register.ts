import { z } from 'zod';
import { Agency } from './agency.ts';
import { agencyId } from './agency-id.ts';

/**
 * The register of a province: which organs there are, from when to when, as its operator says (`docs/register.md`). It is what
 * tells who is expected to report; uploads tell only who did.
 */

/** A stretch of time in which an organ exists, both days included; null where it has no beginning or end that matters. */
export const Period = z.object({ from: z.iso.date().nullable(), to: z.iso.date().nullable() });
export type Period = z.infer<typeof Period>;

/**
 * What an import said of one organ, whole: the newest statement on an organ holds, and the earlier ones stay stored. `type` is
 * the key of a kind of organ (`schema/law/vocabulary/organ-kinds.ts`), `parent` the name of the organ above it.
 */
export const RegisterStatement = Agency.omit({ id: true }).extend({
  type: z.string().min(1),
  parent: z.string().min(1).nullable(),
  periods: z.array(Period).min(1),
  /** When it was imported, ISO 8601. */
  recordedAt: z.iso.datetime(),
});
export type RegisterStatement = z.infer<typeof RegisterStatement>;

/** An organ of the register under the id that its reports have. */
export interface RegisteredAgency extends RegisterStatement {
  readonly id: string;
}

/** The id comes from name and place whenever it is asked for, so that it is the one of reports that the same release reads. */
export function registered(statement: RegisterStatement): RegisteredAgency {
  return { ...statement, id: agencyId(statement) };
}

/** Of all that was ever imported what holds: the newest statement on each organ, in the order of the statements. */
export function currentRegister(statements: readonly RegisteredAgency[]): RegisteredAgency[] {
  const newest = registeredById(statements);
  return statements.filter((statement) => newest.get(statement.id) === statement);
}

const indexed = new WeakMap<readonly RegisteredAgency[], ReadonlyMap<string, RegisteredAgency>>();

/** The newest statement on each organ, by its id; made once of one list, for every agency of an answer is looked up in it. */
export function registeredById(statements: readonly RegisteredAgency[]): ReadonlyMap<string, RegisteredAgency> {
  const known = indexed.get(statements);
  if (known !== undefined) return known;
  const newest = new Map<string, RegisteredAgency>();
  for (const statement of statements) {
    const other = newest.get(statement.id);
    if (other === undefined || other.recordedAt < statement.recordedAt) newest.set(statement.id, statement);
  }
  indexed.set(statements, newest);
  return newest;
}

/** Whether two statements say the same, whenever they were made. */
export function saysTheSame(one: RegisterStatement, other: RegisterStatement): boolean {
  const said = ({ name, level, type, parent, periods }: RegisterStatement) =>
    JSON.stringify([name, level, type, parent, periods.map(({ from, to }) => [from, to])]);
  return said(one) === said(other);
}

/** Whether an organ is expected to report on a year. */
export type Expected = 'yes' | 'no' | 'unknown';

/**
 * An organ that exists from the beginning of a year until the last day on which its report may come is expected to report on
 * it; one that exists on no day of the year is not. Of one that begins or ends in between, the law does not say who reports.
 */
export function expectedToReport(
  { periods }: Pick<RegisterStatement, 'periods'>,
  year: number,
  until: string,
): Expected {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const within = (from: string, to: string) =>
    periods.some((period) => (period.from ?? from) <= from && (period.to ?? to) >= to);
  if (within(first, until)) return 'yes';
  return periods.some((period) => (period.from ?? last) <= last && (period.to ?? first) >= first) ? 'unknown' : 'no';
}
