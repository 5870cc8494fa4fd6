/**
 * What a query is charged for. A field costs 1; a list multiplies what is asked of its items by the number it usually has.
 * A field that makes the store do one more call costs `call`. The limit that the sum is held against is the server's.
 */
export const call = 10;

/** A search of the texts of a year, of as many reports as a large province has: some 10 ms of a processor, as a thousand values. */
export const searchOfAYear = 1_000;

/** Items of the lists whose length no argument gives, in a full report (samples and the statutory forms). */
export const typical = {
  years: 20,
  points: 20,
  groups: 20,
  gaps: 3,
  changes: 10,
  comparisons: 2,
  workPlans: 2,
  sections: 6,
  findings: 5,
  findingsOfACell: 0.2,
  statistics: 80,
  indicators: 40,
  planItems: 25,
  tasks: 40,
  targets: 5,
  reasons: 1,
  ingestedRecords: 1,
  strings: 1,
  paragraphs: 5,
  words: 2,
} as const;

/** Texts of usual length, in values of about 17 bytes; how long one really is counts when it is answered. */
export const textOf = { section: 150, preamble: 60, paragraph: 30 } as const;

/** Cells of each statutory table in the larger edition of the form. */
export const cellsOf = { proactiveDisclosure: 23, applications: 175, reviewAndLitigation: 15 } as const;

/** Columns of the widest table (三), charged for every row. */
export const columnsOfARow = 7;

/**
 * Rows charged for a statutory section. A year has at most one section of each kind, but the price of `sections`
 * multiplies every kind by all of them; so a section is charged its share.
 */
export const rowsCharged = (cells: number): number => cells / columnsOfARow / typical.sections;
