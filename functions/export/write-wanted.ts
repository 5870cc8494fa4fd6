import { z } from 'zod';
import type { ExportStore } from '../../infra/aws/exports.ts';
import { exportPrefixes } from '../../infra/aws/exports.ts';
import { exportKinds, fileKinds, fileName } from '../../schema/record/exports/export-kind.ts';
import { fileKey } from './link-export.ts';
import { type ExportReader, takeSnapshot } from './snapshot.ts';
import { writeExport } from './write-export.ts';

/** The notification by which S3 tells of what is wanted (Amazon S3 User Guide, "Event message structure"). */
export const WantedEvent = z.object({
  Records: z.array(
    z.object({ s3: z.object({ object: z.object({ key: z.string().startsWith(exportPrefixes.requests) }) }) }),
  ),
});
export type WantedEvent = z.infer<typeof WantedEvent>;

const Wanted = z.object({ province: z.string(), year: z.int(), kind: z.enum(exportKinds) });

/**
 * Writes the files that are wanted. The data may have changed since somebody asked: then the file is that of the data as it is,
 * under a key of its own, and whoever asks again asks for that one. A wish is taken back in any case: where writing has failed, who
 * asks again wishes anew.
 */
export async function writeWanted({ Records }: WantedEvent, reader: ExportReader, store: ExportStore): Promise<void> {
  for (const { s3 } of Records) {
    const wish = decodeURIComponent(s3.object.key.replaceAll('+', ' ')).slice(exportPrefixes.requests.length);
    const wanted = await store.wanted(wish);
    if (wanted === null) continue;
    try {
      const request = Wanted.parse(wanted);
      const snapshot = await takeSnapshot(reader, request);
      const file = { mediaType: fileKinds[request.kind].mediaType, name: fileName(request) };
      const key = fileKey(snapshot.digest, request);
      await store.write({ key, ...file }, writeExport(reader, snapshot, request.kind));
    } finally {
      await store.done(wish);
    }
  }
}
