import { fileRecord } from '../../functions/ingest/file-record.ts';
import type { ReportRecord } from '../../schema/record/report.ts';
import type { VersionHead } from '../../schema/record/version-head.ts';

/** The version name and the second of arrival a test cares for. */
export interface HeadWishes {
  readonly version?: string;
  readonly second?: number;
}

/** The head under which the ingest function files a record that arrived in some second of 1 February 2022. */
export function buildHead(record: ReportRecord, { version = 'v1', second = 1 }: HeadWishes = {}): VersionHead {
  const eventTime = new Date(Date.UTC(2022, 1, 1, 0, 0, second)).toISOString();
  const notice = { bucket: 'b', key: `raw/${version}.html`, versionId: version, sequencer: 'A1', eventTime };
  const filing = fileRecord(record, version, notice);
  if (!filing.filed) throw new Error('The record cannot be filed');
  return filing.head;
}
