import { z } from 'zod';
import { FormId } from '../law/forms/form.ts';
import { timings } from '../law/vocabulary/deadlines.ts';
import { type Agency, AgencyLevel } from './agency.ts';
import { TaskLine } from './plan-tasks.ts';
import { Outcome } from './report.ts';
import { Scope } from './scope.ts';

/** When a document arrived, comparable as a string. */
export type Arrival = string;

const count = z.int().nonnegative();

/** Findings by severity. */
export const FindingCounts = z.object({ error: count, warning: count, info: count }).readonly();
export type FindingCounts = z.infer<typeof FindingCounts>;

/** How a document was read, by which the copies of one report are weighed (`schema/record/renditions.ts`). */
export const Reading = z
  .object({
    mediaType: z.string(),
    /** Cells of the statutory tables in whose place something stands that is no figure. */
    unreadable: count,
    /** Findings that suspect a fault of reading. */
    doubts: count,
    /** Digest of every figure of the tables and the annex: two with one digest print the same. */
    printed: z.string(),
    /** Digest of the address where it was published, or where nobody said it of the place where it lies. */
    address: z.string(),
  })
  .readonly();
export type Reading = z.infer<typeof Reading>;

/**
 * What is known of a version without reading it: enough for lists, rankings and aggregates. It is stored as a line of its
 * fields in this order (`infra/store/heads/head-line.ts`): a new one comes last and is optional, for the lines of earlier
 * releases end before it; it is then absent until the document is read again.
 */
export const VersionHead = z
  .object({
    agencyId: z.string(),
    year: z.int(),
    kind: z.enum(['annual-report', 'work-plan']),
    /** Tells the work plans of a year apart; empty for the annual report, of which a year has one. */
    slot: z.string(),
    /** What was read and what read it: the same bytes and parser give the same version. */
    version: z.string(),
    agencyName: z.string(),
    divisionCode: z.string().nullable(),
    provinceCode: z.string().nullable(),
    level: AgencyLevel.nullable(),
    form: FormId.nullable(),
    title: z.string().nullable(),
    outcome: Outcome,
    complete: z.boolean(),
    publishedOn: z.string().nullable(),
    findings: FindingCounts,
    /** Findings by the rule that found them; a rule without any is not there. */
    rules: z.record(z.string(), FindingCounts).readonly(),
    /** Headline figures by cell path, `applications.newlyReceived.total`; absent where nothing readable is printed. */
    figures: z.record(z.string(), z.number()).readonly(),
    ingestionId: z.string(),
    bucket: z.string(),
    key: z.string(),
    objectVersionId: z.string().nullable(),
    arrival: z.string(),
    /** Hash of the file it was read from, with its path in an archive: two versions with one are one document, read twice. */
    sha256: z.string().optional(),
    /** Of a work plan: its tasks, as lists filter them. */
    tasks: z.array(TaskLine).readonly().optional(),
    reading: Reading.optional(),
    /** Whose figures a report gives as a whole. */
    scope: Scope.optional(),
    /** Of an annual report, whether it was published in time by the dates that its documents print (`schema/record/calendar.ts`). */
    timing: z.enum(timings).optional(),
    /** Address of the page on which it was published, http or https: as its sender says, else as it prints it. */
    pageUrl: z.string().optional(),
    /** When its sender fetched it from there, ISO 8601 in UTC. */
    fetchedAt: z.string().optional(),
    /** Keys (`finding-key.ts`) of the errors that leave it in doubt who reports, on which year, or whether this is the report. */
    doubts: z.array(z.string()).readonly().optional(),
    /** A reviewer has dismissed each of these doubts (`schema/record/review.ts`). Told of what is current; a version as stored does not say it. */
    doubtsDismissed: z.boolean().optional(),
  })
  .readonly();
export type VersionHead = z.infer<typeof VersionHead>;

/** A report or plan of an agency and year, whatever its version. */
export type DocumentRef = Pick<VersionHead, 'agencyId' | 'year' | 'kind' | 'slot'>;

/** One stored version of a record. */
export type VersionRef = DocumentRef & Pick<VersionHead, 'version'>;

/** The agency as a document names it. */
export function agencyOfHead({ agencyId, agencyName, divisionCode, provinceCode, level }: VersionHead): Agency {
  return { id: agencyId, name: agencyName, divisionCode, provinceCode, level };
}

/** Whose figures a report gives as a whole, as far as its head says. */
export function scopeOfHead({ scope = 'unknown' }: Pick<VersionHead, 'scope'>): Scope {
  return scope;
}

/** Rules whose errors leave it in doubt who reports, on which year, or whether the document is the published report. */
export const identityRules = ['identity.agency', 'identity.year', 'identity.period', 'identity.final'] as const;
export type IdentityRule = (typeof identityRules)[number];

/** Whether a rule's errors leave that in doubt. */
export function isIdentityRule(rule: string): rule is IdentityRule {
  return identityRules.some((each) => each === rule);
}

/**
 * Whether a report is held because it may be another's, or none, and no reviewer has said that it is not. What it prints is no statement of its agency
 * then.
 */
export function isIdentityInDoubt({ rules, doubtsDismissed }: Pick<VersionHead, 'rules' | 'doubtsDismissed'>): boolean {
  return doubtsDismissed !== true && identityRules.some((rule) => (rules[rule]?.error ?? 0) > 0);
}
