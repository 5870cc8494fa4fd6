import { Logger } from '@aws-lambda-powertools/logger';
import { createS3Client } from '../../infra/aws/aws-clients.ts';
import { createDynamoClient } from '../../infra/aws/dynamo-client.ts';
import { type Env, ExportEnv, readEnv } from '../../infra/aws/env.ts';
import { createExportStore } from '../../infra/aws/exports.ts';
import { linkToObject } from '../../infra/aws/originals.ts';
import { createReaderCaches, createRecordReader, usualSizes } from '../../infra/store/record-reader.ts';
import { HttpEvent, type HttpResult, toRequest, toResult } from '../graphql/http-event.ts';
import { answerExport, type Deliver, refused, streamExport } from './answer-export.ts';
import { linkExport, WantedEvent, writeWanted } from './link-export.ts';

/** Answers requests as `fetch` does. */
export type Answer = (request: Request) => Promise<Response>;

/** The export function with its clients. */
export interface ExportHandler {
  /** Answers an HTTP API event, payload version 2.0, or writes the files that a notification of S3 tells are wanted. */
  handle(event: unknown): Promise<HttpResult | undefined>;
  /** The same for a server on this machine, which sends a file while it is written. */
  readonly stream: Answer;
  close(): void;
}

/** Wires the export function to the environment it is given. Throws where the environment is not complete. */
export function createHandler(env: Env): ExportHandler {
  const settings = readEnv(ExportEnv, env);
  const logger = new Logger({ serviceName: 'export', logLevel: settings.LOG_LEVEL });
  const [dynamo, s3] = [createDynamoClient(settings), createS3Client(settings)];
  // Every record is read once, so that none is worth keeping.
  const caches = createReaderCaches({ ...usualSizes, bodyBytes: 0 });
  const reader = createRecordReader({ dynamo, tableName: settings.TABLE_NAME }, settings.LISTS_BEHIND_MS, caches);
  const store = createExportStore(s3, settings.BUCKET_NAME);
  const logFailure = (error: unknown) => logger.error('export failed', { error });
  const answer =
    (deliver: Deliver): Answer =>
    (request) =>
      answerExport(request, reader, { deliver, linkTo: (object) => linkToObject(s3, object) }).catch(
        (error: unknown) => {
          logFailure(error);
          return refused(500, { code: 'INTERNAL', message: 'Something went wrong on our side.' });
        },
      );
  const link = answer(linkExport(store));
  // Loaded when an index is wanted: most runs answer requests or write other files.
  const makeSegment = async (year: number) => {
    const [{ replaceSegment }, { buildSegment }] = await Promise.all([
      import('../../infra/search/bucket-segments.ts'),
      import('../search/build-segment.ts'),
    ]);
    await replaceSegment(s3, { bucket: settings.BUCKET_NAME, year }, (path) => buildSegment({ reader, year }, path));
  };
  return {
    async handle(event) {
      const http = HttpEvent.safeParse(event);
      if (http.success) return toResult(await link(toRequest(http.data)));
      return writeWanted(WantedEvent.parse(event), { reader, store, makeSegment }).then(() => undefined);
    },
    stream: answer(streamExport(logFailure)),
    close() {
      dynamo.destroy();
      s3.destroy();
    },
  };
}

let ready: ExportHandler | undefined;

/** The entry point on Lambda. The clients are made with the first event and kept. */
export async function handler(event: unknown): Promise<HttpResult | undefined> {
  ready ??= createHandler(process.env);
  return ready.handle(event);
}
