/**
 * The normalised document: what every reader makes of a file, and all that the stages after it see.
 * Text is decoded but otherwise verbatim; places lead back to the decoded source.
 */
export interface Document {
  readonly mediaType: string;
  /** Name of the character encoding that decoded without error, as the WHATWG Encoding Standard spells it; null for binary formats. */
  readonly encoding: string | null;
  readonly blocks: readonly Block[];
}

export type Block = Paragraph | Table;

/** A line of copied text or a block-level element of a page. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  /** Line of the decoded source, from 1. */
  readonly line: number;
  /** First UTF-16 unit in the decoded source, from 0. */
  readonly offset: number;
}

/** A table with merged cells expanded to a grid. `number` counts the document's tables from 1. */
export interface Table {
  readonly kind: 'table';
  readonly number: number;
  readonly rows: readonly (readonly TableCell[])[];
  readonly line: number;
  readonly offset: number;
}

/** A cell where it begins; a merged cell stands once, at its first row and column (both from 1). */
export interface TableCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly line: number;
  readonly offset: number;
}
