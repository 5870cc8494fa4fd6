import { z } from 'zod';
import { DenominatorMeasure } from '../law/vocabulary/denominators.ts';

/**
 * What figures of a territory are divided by, as an operator imports it with its source (`docs/denominators.md`): so many
 * inhabitants or organs of a division in a year.
 */

/** Where a denominator was published. */
export const DenominatorSource = z.object({
  title: z.string().min(1),
  /** http or https; null where it stands in no page of the web. */
  url: z.string().nullable(),
  publishedOn: z.iso.date().nullable(),
});
export type DenominatorSource = z.infer<typeof DenominatorSource>;

/** What one import said of a division, a year and a measure. The newest statement holds, and the earlier ones stay stored. */
export const DenominatorStatement = z.object({
  divisionCode: z.string().regex(/^\d{6}$/),
  year: z.int(),
  measure: DenominatorMeasure,
  /** In the unit of the measure: persons, organs. Null takes back what was said before. */
  value: z.int().positive().nullable(),
  /** The value and its unit as the file has them: 314.07 and 万人. */
  raw: z.string(),
  unit: z.string(),
  source: DenominatorSource,
  /** When it was imported, ISO 8601. */
  recordedAt: z.iso.datetime(),
});
export type DenominatorStatement = z.infer<typeof DenominatorStatement>;

/** A statement that holds and has a value. */
export interface Denominator extends DenominatorStatement {
  readonly value: number;
}

/** What holds of the statements of an import and those before it. */
export interface Denominators {
  /** Null where nothing was said of exactly this division and year, or it was taken back. */
  of(divisionCode: string, year: number, measure: DenominatorMeasure): Denominator | null;
  /** Everything that holds of a division, by year and measure. */
  ofDivision(divisionCode: string): readonly Denominator[];
}

/** For measures that divide by nothing of the kind. */
export const noDenominators: Denominators = { of: () => null, ofDivision: () => [] };

type Subject = Pick<DenominatorStatement, 'divisionCode' | 'year' | 'measure'>;

/** What a statement is about: of one such the newest statement holds. In the order of divisions, years and measures. */
export function denominatorSubject({ divisionCode, year, measure }: Subject): string {
  return `${divisionCode}#${year}#${measure}`;
}

/** Statements by subject, those on one by their time. */
export function bySubject(one: DenominatorStatement, other: DenominatorStatement): number {
  const [first, second] = [one, other].map((each) => `${denominatorSubject(each)}#${each.recordedAt}`);
  return first === second ? 0 : (first ?? '') < (second ?? '') ? -1 : 1;
}

/** Of all that was ever imported the newest statement on each subject, those too that take back, in the order of subjects. */
export function currentStatements(statements: readonly DenominatorStatement[]): DenominatorStatement[] {
  const newest = new Map<string, DenominatorStatement>();
  for (const statement of statements) {
    const subject = denominatorSubject(statement);
    const other = newest.get(subject);
    if (other === undefined || other.recordedAt < statement.recordedAt) newest.set(subject, statement);
  }
  return [...newest].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, statement]) => statement);
}

const indexed = new WeakMap<readonly DenominatorStatement[], Denominators>();

/** The denominators that hold by what was ever imported; made once of one list. */
export function denominatorsOf(statements: readonly DenominatorStatement[]): Denominators {
  const known = indexed.get(statements);
  if (known !== undefined) return known;
  const held = currentStatements(statements).flatMap((statement): Denominator[] =>
    statement.value === null ? [] : [{ ...statement, value: statement.value }],
  );
  const bySubject = new Map(held.map((each) => [denominatorSubject(each), each]));
  const byDivision = Map.groupBy(held, ({ divisionCode }) => divisionCode);
  const denominators: Denominators = {
    of: (divisionCode, year, measure) => bySubject.get(denominatorSubject({ divisionCode, year, measure })) ?? null,
    ofDivision: (divisionCode) => byDivision.get(divisionCode) ?? [],
  };
  indexed.set(statements, denominators);
  return denominators;
}

/** Whether two statements say the same, whenever they were made. */
export function statesTheSame(one: DenominatorStatement, other: DenominatorStatement): boolean {
  const said = ({ value, raw, unit, source: { title, url, publishedOn } }: DenominatorStatement) =>
    JSON.stringify([value, raw, unit, title, url, publishedOn]);
  return said(one) === said(other);
}
