import type { Bilingual } from '../../../schema/record/bilingual.ts';
import type { CellState } from '../../../schema/record/cell.ts';
import { type Scope, scopeOf } from '../../../schema/record/scope.ts';
import type { RecordParts } from '../rule.ts';
import type { TableOfYear } from './table-of-year.ts';

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
