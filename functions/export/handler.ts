import { Logger } from '@aws-lambda-powertools/logger';
import { z } from 'zod';
import { createS3Client } from '../../infra/aws/aws-clients.ts';
import { createDynamoClient } from '../../infra/aws/dynamo-client.ts';
import { type Env, ExportEnv, readEnv } from '../../infra/aws/env.ts';
import { createExportStore } from '../../infra/aws/exports.ts';
import { linkToObject } from '../../infra/aws/originals.ts';
import { createReleaseStore } from '../../infra/aws/releases.ts';
import { createTableFiles } from '../../infra/aws/table-files.ts';
import { createReaderCaches, createRecordReader, usualSizes } from '../../infra/store/record-reader.ts';
import type { TableFiles } from '../../schema/record/exports/kept-table.ts';
import { HttpEvent, type HttpResult, toRequest, toResult } from '../graphql/http-event.ts';
import { answerExport, type Deliver, refused, streamExport } from './answer-export.ts';
import { type KeepOptions, type KeptFiles, keepTables, tablesState } from './keep-tables.ts';
import { linkExport, WantedEvent, writeWanted } from './link-export.ts';

/** What the rule of the stack sends, every hour. */
const ClockEvent = z.object({ keep: z.literal('tables') });

/** Answers requests as `fetch` does. */
export type Answer = (request: Request) => Promise<Response>;

/** The export function with its clients. */
export interface ExportHandler {
  /**
   * Answers an HTTP API event, payload version 2.0, writes the files that a notification of S3 tells are wanted, or brings the files of kept tables up to
   * date when the clock says so.
   */
  handle(event: unknown): Promise<HttpResult | undefined>;
  /** Another whenever a file of a kept table would be. */
  tablesState(): Promise<string>;
  /** Brings files of kept tables up to date. */
  keepTables(files: TableFiles, options?: KeepOptions): Promise<KeptFiles>;
  /** The same as `handle` for a server on this machine, which sends a file while it is written. */
  readonly stream: Answer;
  close(): void;
}

/** Within so many milliseconds a run begins to write files; it may take fifteen minutes. */
const beginFilesForMs = 8 * 60_000;

/** Wires the export function to the environment it is given. Throws where the environment is not complete. */
export function createHandler(env: Env): ExportHandler {
  const settings = readEnv(ExportEnv, env);
  const logger = new Logger({ serviceName: 'export', logLevel: settings.LOG_LEVEL });
  const [dynamo, s3] = [createDynamoClient(settings), createS3Client(settings)];
  // Every record is read once, so that none is worth keeping.
  const caches = createReaderCaches({ ...usualSizes, bodyBytes: 0 });
  const reader = createRecordReader({ dynamo, tableName: settings.TABLE_NAME }, settings.LISTS_BEHIND_MS, caches);
  const store = createExportStore(s3, settings.BUCKET_NAME);
  const releases = createReleaseStore(s3, settings.BUCKET_NAME);
  const logFailure = (error: unknown) => logger.error('export failed', { error });
  const answer =
    (deliver: Deliver): Answer =>
    (request) =>
      answerExport(request, reader, {
        ...{ deliver, linkToRelease: releases.linkTo },
        linkTo: (object) => linkToObject(s3, object),
      }).catch((error: unknown) => {
        logFailure(error);
        return refused(500, { code: 'INTERNAL', message: 'Something went wrong on our side.' });
      });
  const link = answer(linkExport(store));
  // Loaded when an index is wanted: most runs answer requests or write other files.
  const makeSegment = async (year: number) => {
    const [{ replaceSegment }, { buildSegment }] = await Promise.all([
      import('../../infra/search/bucket-segments.ts'),
      import('../search/build-segment.ts'),
    ]);
    await replaceSegment(s3, { bucket: settings.BUCKET_NAME, year }, (path) => buildSegment({ reader, year }, path));
  };
  /** A run that Lambda ends writes its last file for nothing: what is left is for the next. */
  async function keepForAWhile(): Promise<void> {
    const beganAt = performance.now();
    const mayWrite = () => performance.now() - beganAt < beginFilesForMs;
    const kept = await keepTables(reader, createTableFiles(s3, settings.BUCKET_NAME), { mayWrite });
    const [written, removed] = [kept.written.length, kept.removed.length];
    logger.info('tables kept', { written, removed, unchanged: kept.unchanged, left: kept.left });
  }
  return {
    async handle(event) {
      const http = HttpEvent.safeParse(event);
      if (http.success) return toResult(await link(toRequest(http.data)));
      const clock = ClockEvent.safeParse(event);
      if (clock.success) await keepForAWhile();
      else await writeWanted(WantedEvent.parse(event), { reader, store, releases, makeSegment, logger });
      return undefined;
    },
    tablesState: () => tablesState(reader),
    keepTables: (files, options) => keepTables(reader, files, options),
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
