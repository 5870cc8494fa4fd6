import { ingestionId } from '../../infra/aws/s3-message.ts';
import type { ReasonCode } from '../../schema/law/vocabulary/reasons.ts';
import type { IngestedRecord, Ingestion } from '../../schema/record/ingestion.ts';
import type { Reason } from '../../schema/record/reason.ts';
import type { Outcome } from '../../schema/record/report.ts';
import type { Undecided } from '../../schema/record/undecided.ts';
import { isIdentityRule } from '../../schema/record/version-head.ts';
import { type FiledRecord, ingestedRecord } from './file-record.ts';
import type { ObjectReading } from './read-object.ts';
import type { ObjectNotice } from './s3-event.ts';

/**
 * Outcome of an object version. `rejected` when nothing of it was stored, `held` when a record has error findings or only
 * part of the file could be stored, `published` when all of it stands without an error.
 */
export function outcomeOf(records: readonly IngestedRecord[]): Outcome {
  const outcomes = new Set(records.map(({ outcome }) => outcome));
  if (!outcomes.has('published') && !outcomes.has('held')) return 'rejected';
  return outcomes.has('held') || outcomes.has('rejected') ? 'held' : 'published';
}

/** An ingestion before it is known when it ended, and by whom. */
export type Untimed = Omit<Ingestion, 'finishedAt' | 'parserVersion' | 'milliseconds'>;

/** What happened to an object version, and to each of its files where it is an archive. */
export interface Described {
  readonly whole: Untimed;
  readonly members: readonly Untimed[];
}

/** Describes a reading; a file of an archive is described by what came out of it alone. */
export function describeReading(
  notice: ObjectNotice,
  reading: ObjectReading,
  filings: readonly FiledRecord[],
): Described {
  const whole = describe(notice, reading, filings);
  const byMember = Map.groupBy(filings, ({ record }) => record.source.member);
  const members = [...byMember].flatMap(([path, own]) => {
    if (path === undefined) return [];
    const described = describe(notice, { ...reading, reasons: [] }, own);
    return [{ ...described, id: ingestionId(notice, path), member: { path, archiveId: whole.id } }];
  });
  if (members.length === 0) return { whole, members };
  const lines = members.map(({ id, member: { path }, outcome, findings }) => ({
    path,
    ingestionId: id,
    outcome,
    findings,
  }));
  // What is undecided of an archive is told of its files.
  const { undecided: _, ...archive } = whole;
  return { whole: { ...archive, mediaType: archiveType, members: lines }, members };
}

/** The one kind of archive that is unpacked. */
const archiveType = 'application/zip';

function describe(notice: ObjectNotice, reading: ObjectReading, filings: readonly FiledRecord[]): Untimed {
  const { bucket, key, versionId, sequencer } = notice;
  const records = filings.map(ingestedRecord);
  const undecided = undecidedOf(notice, reading, filings);
  return {
    ...{ id: ingestionId(notice), bucket, key, versionId, sequencer },
    arrivedAt: new Date(notice.eventTime).toISOString(),
    outcome: outcomeOf(records),
    reasons: [...reading.reasons, ...filings.flatMap((filing) => (filing.filed ? [] : filing.reasons))],
    findings: records.reduce((sum, { findings }) => sum + findings, 0),
    records,
    sha256: reading.sha256,
    bytes: reading.bytes,
    mediaType: filings[0]?.record.source.mediaType ?? null,
    sourceUrl: reading.hints.sourceUrl ?? null,
    ...(undecided.length === 0 ? {} : { undecided }),
  };
}

/** Where nothing else is said, these say that no report is there to be decided of. */
const noReport: ReadonlySet<string> = new Set<ReasonCode>(['no-report', 'object-deleted', 'archive-empty']);
/** What an upload leaves undecided: whatever was not filed and may be a report, and what is held for who reports, on which year, or for being a draft. */
function undecidedOf({ key }: ObjectNotice, reading: ObjectReading, filings: readonly FiledRecord[]): Undecided[] {
  const said = [key, ...(reading.hints.agency === undefined ? [] : [reading.hints.agency])];
  if (filings.length === 0) return undecidedFor(said, [], reading.reasons);
  return filings.flatMap(({ record, ...filing }) => {
    const { agency, title, year, evidence, source } = record;
    const printed = [title, agency?.name, source.member, ...evidence.agencyNamings.map(({ words }) => words)];
    const names = [...said, ...printed.filter((name) => typeof name === 'string')];
    const years = year === null ? [] : [year, ...evidence.otherYears];
    if ('reasons' in filing) return undecidedFor(names, years, filing.reasons);
    const doubts = record.findings.filter(({ rule, severity }) => isIdentityRule(rule) && severity === 'error');
    return undecidedFor(
      names,
      years,
      doubts.map(({ rule, message }) => ({ code: rule, message })),
    );
  });
}

function undecidedFor(said: readonly string[], years: readonly number[], reasons: readonly Reason[]): Undecided[] {
  const words = new Set([...said, ...reasons.flatMap(({ detail }) => detail ?? [])]);
  // What is written in other letters, as report.pdf, names no agency; of what names nobody it stays undecided whose it is.
  const names = [...words].filter((name) => /\p{Script=Han}/u.test(name));
  if (reasons.every(({ code }) => noReport.has(code))) return [];
  return [{ names, years: [...years], reasons: [...reasons] }];
}
