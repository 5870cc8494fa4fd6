import type { Place } from '../../schema/record/cell.ts';
import type { DocumentType } from '../../schema/record/media-types.ts';

/**
 * The normalised document: what every reader makes of a file, and all that the stages after it see.
 * Text is decoded but otherwise verbatim; places lead back to the decoded source.
 */
export interface Document {
  readonly mediaType: DocumentType;
  /** Name of the character encoding that decoded without error, as the WHATWG Encoding Standard spells it; null for binary formats. */
  readonly encoding: string | null;
  readonly blocks: readonly Block[];
  /** The same file with what it does not show: hidden tabs, and content that scripts and fields hold. Read on demand. */
  readonly unseen?: () => readonly Block[];
  /** Address of the document that a page links to as its report, as printed there. */
  readonly attachment?: string;
}

export type Block = Paragraph | Table;

/** Where a reader of the original finds it: on a page of a PDF, or by a selector in a web page. */
export type PrintedAt = Pick<Place, 'page' | 'box' | 'selector'>;

/** A line of copied text or a block-level element of a page. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  /** Line of the decoded source, from 1. */
  readonly line: number;
  /** First UTF-16 unit in the decoded source, from 0. */
  readonly offset: number;
  readonly at?: PrintedAt;
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
  readonly at?: PrintedAt;
}
