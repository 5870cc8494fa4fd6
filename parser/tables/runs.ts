import type { Form, FormTable } from '../../schema/law/forms/form.ts';
import type { TableRow } from '../../schema/record/report.ts';
import { wordsOf } from '../wording/figure.ts';
import { normalise } from '../wording/normalise.ts';
import type { Atom, Break } from './atoms.ts';

/** Labels, and the figures and blanks printed after them: what one row of a table leaves in any layout. */
export interface Run {
  readonly labels: readonly Atom[];
  readonly values: readonly Atom[];
  /** Each label normalised. */
  readonly texts: readonly string[];
  /** All labels together, normalised; the row's own label is at its end, headings and group labels before it. */
  readonly text: string;
}

/**
 * Parts atoms into runs. Labels that no figure follows (headings, group labels) join the labels of the next run,
 * since a group's label may be printed before, beside or after its rows. Narrative between them parts runs.
 */
export function toRuns(atoms: readonly (Atom | Break)[]): Run[] {
  const builder = new RunBuilder();
  for (const atom of atoms) {
    if (atom.kind === 'break') builder.break();
    else builder.add(atom);
  }
  return builder.finish();
}

/** The number of a row. */
const serial = /^\s*\d{1,2}\s*$/;

class RunBuilder {
  readonly #runs: Run[] = [];
  #labels: Atom[] = [];
  #values: Atom[] = [];
  /** Whether the printed row being read has shown a label yet: blanks before it are places of merged cells. */
  #rowHasLabel = false;
  /** Whether the beginning of that row is known. */
  #rowHasBegun = false;

  add(atom: Atom): void {
    if (atom.startsRow) {
      if (this.#values.length > 0) this.#close();
      this.#rowHasLabel = false;
      this.#rowHasBegun = true;
    }
    if (atom.kind === 'label') this.#addLabel(atom);
    else this.#values.push(atom);
  }

  break(): void {
    this.#close();
  }

  finish(): Run[] {
    this.#close();
    return this.#runs;
  }

  #addLabel(atom: Atom): void {
    if (!this.#rowHasLabel && this.#isBeforeLabels()) this.#values = [];
    // Within one row of a grid, words among the figures stand in a figure's place.
    if (this.#values.length > 0 && atom.grid !== null && !atom.startsRow) {
      this.#values.push(atom);
      return;
    }
    if (this.#values.length > 0) this.#close();
    this.#labels.push(atom);
    this.#rowHasLabel = true;
  }

  /** Places of merged cells, pictures such as the line across a corner, and the row's number in a column of its own (序号). */
  #isBeforeLabels(): boolean {
    const printed = this.#values.filter(({ text }) => wordsOf(text).trim() !== '');
    return printed.length === 0 || (this.#rowHasBegun && printed.length === 1 && serial.test(printed[0]?.text ?? ''));
  }

  #close(): void {
    if (this.#labels.length > 0 || this.#values.length > 0) {
      const texts = this.#labels.map((label) => normalise(label.text));
      this.#runs.push({ labels: this.#labels, values: this.#values, texts, text: texts.join('') });
    }
    this.#labels = [];
    this.#values = [];
    this.#rowHasBegun = false;
  }
}

/** Cells in the order of print, and the figures printed for them all, fewer than the cells: a row, or the line of table 四. */
export interface Stretch {
  /** `row.column` */
  readonly cells: readonly string[];
  readonly tokens: readonly string[];
}

/** Cells in the order of print, `row.column`, and what is printed in their places: a row, or the line of table 四. */
export interface PrintedPlaces {
  readonly cells: readonly string[];
  /** Fewer than the cells where the row is short. */
  readonly values: readonly Atom[];
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
  /** What each row prints, where the order of its columns is known. */
  readonly places: readonly PrintedPlaces[];
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
