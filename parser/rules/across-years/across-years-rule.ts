import type { TableKey } from '../../../schema/law/forms/form.ts';
import type { Bilingual } from '../../../schema/record/bilingual.ts';
import type { CellState } from '../../../schema/record/cell.ts';
import type { Severity } from '../../../schema/record/finding.ts';
import type { ReportRecord } from '../../../schema/record/report.ts';
import type { RuleHead } from '../../../schema/record/rule.ts';
import { type Scope, scopeOf, tableScope } from '../../../schema/record/scope.ts';
import type { CheckableRecord, PairExamples, RecordParts } from '../rule.ts';
import { type TableView, viewTable } from '../table-view.ts';

/** A statutory table of one year, beside the table of the form it follows. */
export interface TableOfYear extends TableView {
  readonly year: number;
  readonly scope: Scope;
}

/** Null where the record has no such table. */
export function tableOfYear(
  record: Pick<CheckableRecord, 'year' | 'tables' | 'editions' | 'scopes'>,
  key: TableKey,
): TableOfYear | null {
  const view = viewTable(record, key);
  return record.year === null || view === null ? null : { year: record.year, scope: tableScope(record, key), ...view };
}

/** One printed figure of one year in a relation. `state` is null where the record has no such cell. */
export interface YearFigure {
  readonly year: number;
  readonly path: string;
  readonly name: Bilingual;
  readonly value: number | null;
  readonly state: CellState | null;
  /** Whose figure it is. */
  readonly scope: Scope;
}

interface CellWanted {
  readonly row: string;
  readonly column: string;
  readonly name: Bilingual;
}

/** A cell of a table of one year. */
export function figureAt({ year, key, table, scope }: TableOfYear, { row, column, name }: CellWanted): YearFigure {
  const cells = table[row];
  const cell = typeof cells === 'object' ? cells[column] : undefined;
  const path = `${key}.${row}.${column}`;
  return { year, path, name, value: cell?.value ?? null, state: cell?.state ?? null, scope };
}

/** A figure that the sentences of a year state once and exactly; null where they do not. */
export function statedFigure(record: RecordParts, key: string, name: Bilingual): YearFigure | null {
  const [stated, ...more] = record.indicators.filter((indicator) => indicator.key === key);
  if (stated === undefined || more.length > 0 || stated.approximate || record.year === null) return null;
  return {
    year: record.year,
    path: `indicators.${key}`,
    name,
    value: stated.value,
    state: 'number',
    scope: scopeOf(stated),
  };
}

/** A relation of two years checked at one place. `figures` are all it is about, the one that is doubted first. */
export type YearCheck =
  | { readonly outcome: 'pass' }
  | { readonly outcome: 'notApplicable'; readonly why: Bilingual }
  | {
      readonly outcome: 'fail';
      readonly figures: readonly YearFigure[];
      readonly expected: number;
      readonly actual: number;
      readonly message: Bilingual;
      /** The sentence that was read, where it is about one. */
      readonly evidence?: Bilingual;
      /** Default: the rule's severity. */
      readonly severity?: Severity;
    };

export function notComparable(why: Bilingual): YearCheck {
  return { outcome: 'notApplicable', why };
}

/** A record that was checked by itself: what rules look at, and what was found in it. */
export type CheckedRecord = RecordParts & Pick<ReportRecord, 'findings' | 'parser'>;

/** The same with the editions of the form that its tables may follow. */
type ComparableRecord = CheckedRecord & Pick<CheckableRecord, 'editions'>;

/** The annual reports of one agency for a year and for the year after it. */
export interface TwoYears {
  readonly before: ComparableRecord;
  readonly after: ComparableRecord;
}

/** A relation between the reports of two years. `check` is pure and gives one result a place it looked at. */
export interface AcrossYearsRule extends RuleHead {
  readonly check: (years: TwoYears) => readonly YearCheck[];
  /** One pair that agrees and one that does not: its test, and its page in the rule reference. */
  readonly examples: PairExamples;
}
