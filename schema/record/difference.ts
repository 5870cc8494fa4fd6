/** A figure as one version has it: `state` as of a cell, or `stated` where a sentence says it. `raw` is the printed text. */
export interface PrintedFigure {
  readonly value: number | null;
  readonly raw: string;
  readonly state: string;
}

/** A figure that two versions print differently; null where a version does not have it. */
export interface CellChange {
  readonly path: string;
  readonly before: PrintedFigure | null;
  readonly after: PrintedFigure | null;
}

/** A section whose words differ; null where a version does not have it. Paragraphs that both have are left out. */
export interface SectionChange {
  readonly key: string;
  readonly headingBefore: string | null;
  readonly headingAfter: string | null;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** A fact about the whole record, such as its title, that differs. */
export interface FactChange {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Everything in which a later record of an agency and year differs from an earlier one. */
export interface RecordDifference {
  readonly facts: readonly FactChange[];
  readonly cells: readonly CellChange[];
  readonly sections: readonly SectionChange[];
}
