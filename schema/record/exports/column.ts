import type { Bilingual } from '../bilingual.ts';

/** Types of fields that are used of Frictionless Table Schema. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'year';

/** What stands in a field of a file; nothing at all for null. */
export type Field = string | number | boolean | null;

/** A column of an exported file: what it is called, what it means, and what a line has in it. */
export interface Column<Line> {
  readonly name: string;
  readonly type: ColumnType;
  readonly title: Bilingual;
  /** What the title does not say: the unit, when it is empty, where it comes from. */
  readonly note?: Bilingual;
  /** Every line has a value in it. */
  readonly required: boolean;
  /** All that may stand in it, where that is known beforehand. */
  readonly values?: readonly string[];
  readonly field: (line: Line) => Field;
}

/** Lines of columns, with what tells one line from every other. */
export interface ExportTable<Line> {
  readonly columns: readonly Column<Line>[];
  /** Names of the columns whose values together no two lines share; empty where the printed document may repeat a line. */
  readonly key: readonly string[];
}
