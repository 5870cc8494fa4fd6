import { type ExportRequest, fileName, mediaTypeOf } from '../../schema/record/exports/export-kind.ts';
import type { Pieces } from './formats/piece.ts';
import { panelFile } from './panel-file.ts';
import { type PanelReader, takeSnapshot } from './snapshot.ts';
import { writeExport } from './write-export.ts';

/** A file that can be written: of the data as they were when it was prepared. */
export interface PreparedFile {
  /** What it is called when it is saved. */
  readonly name: string;
  readonly mediaType: string;
  /** Changes with the data. */
  readonly digest: string;
  /** Whether there is nothing that could be in it. */
  readonly isEmpty: boolean;
  /** Why it cannot be written, in a sentence for whoever asked. */
  readonly refusal: string | null;
  readonly pieces: () => Pieces;
}

export async function prepareFile(reader: PanelReader, request: ExportRequest): Promise<PreparedFile> {
  const named = { name: fileName(request), mediaType: mediaTypeOf(request) };
  if (request.what === 'panel') {
    const { rows, digest, refusal, pieces } = await panelFile(reader, request);
    return { ...named, digest, refusal, pieces, isEmpty: rows === 0 };
  }
  const snapshot = await takeSnapshot(reader, request);
  return {
    ...{ ...named, digest: snapshot.digest, refusal: null },
    isEmpty: snapshot.reports.length + snapshot.plans.length === 0,
    pieces: () => writeExport(reader, snapshot, request.kind),
  };
}
