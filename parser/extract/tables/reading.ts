import type { TableRow } from '../../../schema/report.ts';
import type { Run } from './runs.ts';

/** A statutory table read under one form's description of it. */
export interface TableReading {
  /** Cells by row key; a row that is not printed is absent. */
  readonly rows: Readonly<Record<string, TableRow>>;
  /** How much of the description was found: greater is the likelier form. */
  readonly score: number;
  /** The runs that the table spans, headings included. */
  readonly runs: readonly Run[];
}
