import { z } from 'zod';
import { FormId } from '../law/forms/form.ts';
import { SectionKey } from '../law/vocabulary/sections.ts';
import { Agency } from './agency.ts';
import { Cell } from './cell.ts';
import { Checks, noChecks } from './checks.ts';
import { Evidence, noEvidence } from './evidence.ts';
import { Finding } from './finding.ts';
import { Reason } from './reason.ts';
import { Scopes, ToldScope } from './scope.ts';
import { WorkPlan } from './work-plan.ts';

export const Kind = z.enum(['annual-report', 'work-plan', 'unrecognised']);
export type Kind = z.infer<typeof Kind>;

/** `published` no error finding · `held` served, but with error findings · `rejected` no report in it, or none that can be filed. */
export const Outcome = z.enum(['published', 'held', 'rejected']);
export type Outcome = z.infer<typeof Outcome>;

/** One printed section. `text` is the narrative as printed, a paragraph a line, without the statutory table's cells. */
export const Section = z.object({
  ordinal: z.int().positive(),
  key: SectionKey,
  heading: z.string(),
  text: z.string(),
});
export type Section = z.infer<typeof Section>;

/** Cells of one printed row by column key. */
export const TableRow = z.record(z.string(), Cell);
export type TableRow = z.infer<typeof TableRow>;

/** One statutory table: the form it follows, and its rows by row key (`spec` of the keys: `schema/law/forms/`). */
export const StatutoryTable = z.object({ form: FormId }).catchall(TableRow);
export type StatutoryTable = z.infer<typeof StatutoryTable>;

export const Tables = z.object({
  proactiveDisclosure: StatutoryTable.optional(),
  applications: StatutoryTable.optional(),
  reviewAndLitigation: StatutoryTable.optional(),
});
export type Tables = z.infer<typeof Tables>;

/** One row of an indicator annex (form 2008). `key` is the national indicator, null for a province's own row. */
export const Statistic = z.object({
  path: z.string(),
  label: z.string(),
  unit: z.string().nullable(),
  key: z.string().nullable(),
  cell: Cell,
});
export type Statistic = z.infer<typeof Statistic>;

/**
 * A figure read from a sentence. `text` is the clause it was read from, `section` the ordinal of its section (0: preamble),
 * `offset` the clause's first UTF-16 unit in the decoded source, `approximate` true where the text says so (余, 约, 近).
 * `scope` is absent in records of releases before 0.3.0.
 */
export const Indicator = z.object({
  key: z.string().nullable(),
  label: z.string().nullable(),
  value: z.number(),
  unit: z.string().nullable(),
  approximate: z.boolean(),
  text: z.string(),
  section: z.int().nonnegative(),
  offset: z.int().nonnegative(),
  scope: ToldScope.optional(),
});
export type Indicator = z.infer<typeof Indicator>;

/**
 * The file a record was read from; of a file in an archive, the archive's hash and size, and its path there as `member`. `pageUrl` is the
 * address of its page where the document prints one (原文链接).
 */
export const Source = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().nonnegative(),
  mediaType: z.string(),
  encoding: z.string().nullable(),
  member: z.string().optional(),
  pageUrl: z.string().optional(),
});
export type Source = z.infer<typeof Source>;

/**
 * Everything one document says, as printed. The JSON that `gongkai parse` writes and the table stores.
 * `scopes` are absent in records of releases before 0.3.0.
 */
export const ReportRecord = z.object({
  kind: Kind,
  form: FormId.nullable(),
  agency: Agency.nullable(),
  year: z.int().min(1990).max(2100).nullable(),
  title: z.string().nullable(),
  publishedOn: z.iso.date().nullable(),
  complete: z.boolean(),
  outcome: Outcome,
  scopes: Scopes.optional(),
  preamble: z.string(),
  sections: z.array(Section),
  tables: Tables,
  statistics: z.array(Statistic),
  indicators: z.array(Indicator),
  workPlan: WorkPlan.nullable(),
  findings: z.array(Finding),
  checks: Checks.default(noChecks),
  evidence: Evidence.default(noEvidence),
  reasons: z.array(Reason),
  source: Source,
  parser: z.object({ version: z.string() }),
});
export type ReportRecord = z.infer<typeof ReportRecord>;
