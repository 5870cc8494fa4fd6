import { z } from 'zod';
import { Checks } from './checks.ts';
import { Finding } from './finding.ts';
import { Operand } from './operand.ts';

/** A finding about two records. What it is about stands in it, for neither record alone has it all. */
export const ComparedFinding = Finding.extend({ operands: z.array(Operand) });
export type ComparedFinding = z.infer<typeof ComparedFinding>;

/** `across-years` a report with the one of the year before · `versions` a report with another document of it. */
export const ComparisonKind = z.enum(['across-years', 'versions']);
export type ComparisonKind = z.infer<typeof ComparisonKind>;

/** Rules of what two documents of one report say of each other: an edition that the agency changed, and a copy that was read otherwise. */
export const versionRules = {
  changed: 'report.changed-after-publication',
  readOtherwise: 'report.read-otherwise',
} as const;

/** Begins the id of every rule over two years. */
const acrossYears = 'across-years.';

/** Whether findings of a rule are about two reports, and stand in comparisons alone. */
export function isOfTwoReports(rule: string): boolean {
  return rule.startsWith(acrossYears) || Object.values<string>(versionRules).includes(rule);
}

/** One of the two annual reports compared. */
const ComparedReport = z.object({ year: z.int(), version: z.string() });

/**
 * What two annual reports of one agency say of each other, stored beside the heads. A pure function of the two versions and
 * the parser version, so that it is the same whichever arrived first. It stands under the year of `after`.
 */
export const Comparison = z.object({
  kind: ComparisonKind,
  agencyId: z.string(),
  before: ComparedReport,
  after: ComparedReport,
  parserVersion: z.string(),
  checks: Checks,
  findings: z.array(ComparedFinding),
});
export type Comparison = z.infer<typeof Comparison>;
