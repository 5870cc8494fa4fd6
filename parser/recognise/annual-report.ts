import type { Reason } from '../../schema/reason.ts';
import type { Section, Tables } from '../../schema/report.ts';
import { disclosureWords, notRecognised, reason } from '../../schema/vocabulary/reasons.ts';
import { unspaced } from '../normalise.ts';
import type { Block } from '../read/document.ts';

/** What a stretch of a page turned out to hold. */
export interface ReportSigns {
  readonly title: string | null;
  readonly tables: Tables;
  readonly sections: readonly Section[];
}

/** What speaks for an annual report in a stretch of a page; a refusal says which of it was found and which was not. */
export interface SignsFound {
  readonly title: string | null;
  /** Statutory tables read. */
  readonly tables: number;
  /** Sections on different matters of disclosure. */
  readonly matters: number;
}

/** A single statutory table is also printed in statistics of applications and in notices. */
const leastTables = 2;
/** Sections on different matters of disclosure that a titled narrative report has at least. */
const leastMatters = 3;

/**
 * Whether this is an annual report: it prints statutory tables, or it is titled as one and its sections are about what
 * such a report is about. Guides, notices and lists of links are neither.
 */
export function isAnnualReport({ title, tables, matters }: SignsFound): boolean {
  return tables >= leastTables || (title !== null && matters >= leastMatters);
}

export function signsFound({ title, tables, sections }: ReportSigns): SignsFound {
  const matters = new Set(sections.map((section) => section.key).filter((key) => key !== 'unclassified'));
  return { title, tables: Object.keys(tables).length, matters: matters.size };
}

/**
 * Why no report was found in a file: `no-report` is said only of one that never speaks of disclosure. Of any other it
 * is not known that there is none, so `report-not-recognised` says what of a report was found and what was missing.
 */
export function reportMissing(blocks: readonly Block[], signs: readonly SignsFound[]): Reason {
  if (!blocks.some(speaksOfDisclosure)) return reason('no-report');
  const most = (read: (found: SignsFound) => number) => Math.max(0, ...signs.map(read));
  return notRecognised({
    title: signs.find(({ title }) => title !== null)?.title ?? null,
    tables: { count: most(({ tables }) => tables), least: leastTables },
    sections: { count: most(({ matters }) => matters), least: leastMatters },
  });
}

function speaksOfDisclosure(block: Block): boolean {
  const texts = block.kind === 'paragraph' ? [block.text] : block.rows.flat().map(({ text }) => text);
  return texts.some((text) => disclosureWords.some((word) => unspaced(text).includes(word)));
}
