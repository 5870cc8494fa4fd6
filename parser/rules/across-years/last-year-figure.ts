import { differentScopes, type Scope } from '../../../schema/record/scope.ts';
import { tableCells } from '../../../schema/record/table-rows.ts';
import { type CellReading, readingsIn } from '../readings.ts';
import type { RecordParts } from '../rule.ts';
import type { TwoYears } from './across-years-rule.ts';
import { statedFigure, type YearFigure } from './year-figure.ts';

/** A figure of last year that a sentence of this year may speak of. */
export interface LastYearFigure {
  readonly year: number;
  readonly value: number;
  /** What it was read from. */
  readonly figures: readonly YearFigure[];
  /** From a table, not from a sentence. */
  readonly isPrinted: boolean;
}

/** An indicator as this year's sentence states it. */
export interface StatedIndicator {
  readonly key: string;
  readonly value: number;
  readonly scope: Scope;
}

const unnamed = { zh: '', en: '' };

/**
 * Last year's figure of the same kind. Words such as 办结 are counted in several ways: last year's tables are read in the way
 * in which this year's agree with the sentence. Where no table has it, last year's text, if it states it once; else null.
 */
export function figureOfLastYear(stated: StatedIndicator, { before, after }: TwoYears): LastYearFigure | null {
  if (before.year === null) return null;
  const now = tableReadings(after, stated.key).filter(({ value }) => value === stated.value);
  const last = tableReadings(before, stated.key);
  for (const { cells, scope } of now) {
    const same = last.find((reading) => reading.cells.join() === cells.join());
    if (same === undefined || same.hasBlank || differentScopes(scope, same.scope)) continue;
    return { year: before.year, value: same.value, figures: figuresAt(before, before.year, same), isPrinted: true };
  }
  if (last.length > 0) return null;
  const said = statedFigure(before, stated.key, unnamed);
  if (said !== null && differentScopes(said.scope, stated.scope)) return null;
  return said?.value == null ? null : { year: before.year, value: said.value, figures: [said], isPrinted: false };
}

function tableReadings(record: RecordParts, key: string) {
  return readingsIn(record)(key);
}

function figuresAt({ tables }: RecordParts, year: number, { cells: paths, scope }: CellReading): YearFigure[] {
  const cells = new Map(tableCells(tables));
  return paths.map((path) => {
    const cell = cells.get(path);
    return { year, path, name: unnamed, value: cell?.value ?? null, state: cell?.state ?? null, scope };
  });
}
