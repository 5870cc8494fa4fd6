import { ingestionId } from '../../infra/aws/s3-message.ts';
import type { IngestedRecord, Ingestion } from '../../schema/record/ingestion.ts';
import type { Outcome } from '../../schema/record/report.ts';
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
  return { whole: { ...whole, mediaType: archiveType, members: lines }, members };
}

/** The one kind of archive that is unpacked. */
const archiveType = 'application/zip';

function describe(notice: ObjectNotice, reading: ObjectReading, filings: readonly FiledRecord[]): Untimed {
  const { bucket, key, versionId, sequencer } = notice;
  const records = filings.map(ingestedRecord);
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
  };
}
