import { ReadableStream } from 'node:stream/web';
import { fileKinds, fileName } from '../../schema/record/exports/export-kind.ts';
import { type Deliver, fileHeaders } from './answer-export.ts';
import type { ExportReader } from './snapshot.ts';
import { writeExport } from './write-export.ts';

/**
 * Sends files as they are written. A failure on the way, which goes to `onFailure`, ends the connection, so that no part is taken
 * for the whole.
 */
export function streamExport(reader: ExportReader, onFailure: (error: unknown) => void): Deliver {
  return async (request, snapshot) => {
    const body = ReadableStream.from(encoded(writeExport(reader, snapshot, request.kind), onFailure));
    // Node's stream of the web is the one that the type of a body means, by another declaration.
    return new Response(body as unknown as BodyInit, {
      headers: {
        ...fileHeaders,
        'content-type': fileKinds[request.kind].mediaType,
        'content-disposition': `attachment; filename="${fileName(request)}"`,
      },
    });
  };
}

async function* encoded(
  pieces: AsyncIterable<string>,
  onFailure: (error: unknown) => void,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of pieces) yield Buffer.from(piece);
  } catch (error) {
    onFailure(error);
    throw error;
  }
}
