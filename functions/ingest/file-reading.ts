import { type FiledRecord, fileRecord } from './file-record.ts';
import type { ObjectNotice } from './object-notice.ts';
import type { ObjectReading } from './read-object.ts';
import { recordVersion } from './version.ts';

/** Finds the place of every record of a reading, in the order of the file. */
export function fileReading(
  { records, sha256, hints }: ObjectReading,
  notice: ObjectNotice,
  parserVersion: string,
): FiledRecord[] {
  return records.map((record, index) => {
    const origin = { sha256: sha256 ?? record.source.sha256, parserVersion, index, hints };
    const filing = fileRecord(record, recordVersion(origin), notice);
    return filing.filed ? { ...filing, head: { ...filing.head, sha256: origin.sha256 } } : filing;
  });
}
