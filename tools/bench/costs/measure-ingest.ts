import { parseWorkerModule } from '../../../cdk/bundle/bundle-function.ts';
import { createS3Client } from '../../../infra/aws/aws-clients.ts';
import { createDynamoClient } from '../../../infra/aws/dynamo-client.ts';
import { AwsEnv, readEnv } from '../../../infra/aws/env.ts';
import { putRaw } from '../../../infra/aws/raw-upload.ts';
import { creationMessage } from '../../../infra/local/s3/object-version.ts';
import { sqsEvent } from '../../../infra/local/sqs-event.ts';
import { defaultTableName } from '../../../infra/store/table.ts';
import type { Measured } from '../../cost/measured.ts';
import { type Page, pagesOfYears } from './documents.ts';
import { tableContents } from './table-contents.ts';
import { mean, unitsOf, type Workshop } from './workshop.ts';

/** Years of each sample that are ingested; the newest, with which the process warms up, are not in the mean time. */
const years = 6;

export interface Place {
  readonly bucket: string;
  readonly queueUrl: string;
}

/** Ingests the samples of several years as pages, one message a run, as when documents come one by one. */
export async function measureIngest(shop: Workshop, place: Place): Promise<Measured['ingested'] & { peakMb: number }> {
  const pages = await pagesOfYears(years);
  const events = await upload(shop, pages, place);
  const environment = { PARSE_WORKER: parseWorkerModule, METRICS_NAMESPACE: 'Gongkai', PROVINCE: 'sichuan' };
  const { milliseconds, logBytes, peakKb } = await shop.drive('ingest', events, environment);
  const calls = shop.tap.read();
  const each = (amount: number) => amount / pages.length;
  const { readUnits, writeUnits } = unitsOf(calls);
  const contents = await weigh(shop);
  return {
    documents: pages.length,
    milliseconds: mean(milliseconds.slice(pages.length / years)),
    tableCalls: each(calls.length),
    readUnits: each(readUnits),
    writeUnits: each(writeUnits),
    indexWriteUnits: each(contents.indexWriteUnits),
    tableBytes: each(contents.tableBytes),
    indexBytes: each(contents.indexBytes),
    rawBytes: mean(pages.map(({ bytes }) => bytes.length)),
    logBytes: each(logBytes),
    peakMb: peakKb / 1024,
  };
}

async function upload({ env }: Workshop, pages: readonly Page[], { bucket, queueUrl }: Place): Promise<unknown[]> {
  const s3 = createS3Client(readEnv(AwsEnv, env));
  const events: unknown[] = [];
  for (const { key, bytes } of pages) {
    const versionId = await putRaw(s3, { bucket, key, bytes });
    if (versionId === null) throw new Error('the bucket gave no version');
    const Body = creationMessage({ bucket, key, versionId, size: bytes.length, eTag: '' }, 'Put');
    events.push(sqsEvent([{ MessageId: key, ReceiptHandle: key, Body }], queueUrl));
  }
  s3.destroy();
  return events;
}

async function weigh({ env }: Workshop) {
  const dynamo = createDynamoClient(readEnv(AwsEnv, env));
  const contents = await tableContents(dynamo, defaultTableName);
  dynamo.destroy();
  return contents;
}
