import type { Form, FormTable } from '../../../schema/law/forms/form.ts';
import type { TableRow } from '../../../schema/record/report.ts';
import type { Atom } from './atoms.ts';
import type { Run } from './runs.ts';

/** Cells in the order of print, and the figures printed for them all, fewer than the cells: a row, or the line of table 四. */
export interface Stretch {
  /** `row.column` */
  readonly cells: readonly string[];
  readonly tokens: readonly string[];
}

/** A printed row taken for a row of the form: the end of its labels as printed, how near they are, and its figures. */
export interface RowDecision {
  readonly row: string;
  readonly printed: string;
  readonly line: number;
  /** 1 where the label is printed as on the form; less where it is misspelt or the number of figures is not the columns'. */
  readonly score: number;
  readonly figures: number;
  readonly columns: number;
}

/** A statutory table read under one form's description of it. */
export interface TableReading {
  /** Cells by row key; a row that is not printed is absent. */
  readonly rows: Readonly<Record<string, TableRow>>;
  /** Figures of copied text that counting could not place; their cells are unreadable in `rows`. */
  readonly stretches: readonly Stretch[];
  /** Which printed label was taken for which row. */
  readonly decisions: readonly RowDecision[];
  /** How much of the description was found: greater is the likelier form. */
  readonly score: number;
  /** The runs that the table spans, headings included. */
  readonly runs: readonly Run[];
  /** The figures and blanks that were taken for its rows; others in these runs are no row's. */
  readonly taken: ReadonlySet<Atom>;
}

/** A table read under a form that describes it, and how well the document agrees. */
export interface Candidate {
  readonly form: Form;
  readonly table: FormTable;
  readonly reading: TableReading;
  /** Rows found, the form's own column headings printed, less the rows it has and the document has not. */
  readonly evidence: number;
}

/** A stretch, where copied text prints too few figures for the cells. A grid shows which cells are blank, so it has none. */
export function stretchOf(cells: readonly string[], values: readonly Atom[]): Stretch[] {
  const isShort = values.length > 0 && values.length < cells.length;
  if (!isShort || values.some((value) => value.grid !== null || value.kind !== 'figure')) return [];
  return [{ cells, tokens: values.map((value) => value.text) }];
}
