/** Which relation it is, for the rule that checks it. */
export type RelationKey = 'rowTotal' | 'resultsTotal' | 'columnBalance' | 'disclosedInPublic' | 'issuedInForce';

/**
 * A relation between figures of a table (勾稽关系) that the form prints or its words imply. The rules, the search for
 * misreadings, the placing of figures and the generators of tests all take it from here.
 */
export interface Relation {
  readonly key: RelationKey;
  /** What the operands are: `columns`, and it holds in each row of a block that has them; `rows`, and it holds in each column. */
  readonly between: 'columns' | 'rows';
  /** Keys of columns or rows whose figures are added up. */
  readonly sum: readonly string[];
  readonly is: 'equal' | 'atMost';
  /** Keys whose figures, added up, the sum is equal to or not more than. */
  readonly to: readonly string[];
}

/** How a figure follows from the report of the year before. Two editions that have it under one key count the same. */
export interface Succession {
  readonly key: 'carriedOver' | 'previousItems' | 'inForce';
  readonly between: 'columns' | 'rows';
  /** Key of the later year's column or row that follows. */
  readonly result: string;
  readonly terms: readonly SuccessionTerm[];
}

interface SuccessionTerm {
  readonly sign: 1 | -1;
  readonly of: 'before' | 'after';
  readonly key: string;
}
