/** The text of a word processor's document as its file stores it, before tables are told from mere layout. */
export type StoryBlock = string | StoryTable;

/** One row an array; cells that continue one above are still there. */
export interface StoryTable {
  readonly rows: readonly (readonly StoryCell[])[];
}

export interface StoryCell {
  readonly content: readonly StoryBlock[];
  /** First column of the table's grid that it covers, from 0. */
  readonly column: number;
  readonly columnSpan: number;
  /** Whether it continues the cell above, as the lower part of one merged downwards does. */
  readonly continues: boolean;
}
