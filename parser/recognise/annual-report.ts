import type { Section, Tables } from '../../schema/report.ts';

/** What a stretch of a page turned out to hold. */
export interface ReportSigns {
  readonly title: string | null;
  readonly tables: Tables;
  readonly sections: readonly Section[];
}

/** A single statutory table is also printed in statistics of applications and in notices. */
const leastTables = 2;
/** Sections on different matters of disclosure that a titled narrative report has at least. */
const leastMatters = 3;

/**
 * Whether this is an annual report: it prints statutory tables, or it is titled as one and its sections are about what
 * such a report is about. Guides, notices and lists of links are neither.
 */
export function isAnnualReport({ title, tables, sections }: ReportSigns): boolean {
  if (Object.keys(tables).length >= leastTables) return true;
  const matters = new Set(sections.map((section) => section.key).filter((key) => key !== 'unclassified'));
  return title !== null && matters.size >= leastMatters;
}
