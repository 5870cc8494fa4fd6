import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { Logger } from '@aws-lambda-powertools/logger';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { createS3Client } from '../../infra/aws/aws-clients.ts';
import { createDynamoClient } from '../../infra/aws/dynamo-client.ts';
import { type Env, IngestEnv, readEnv } from '../../infra/aws/env.ts';
import { createRawStore } from '../../infra/aws/raw-store.ts';
import { createSemaphore } from '../../infra/semaphore.ts';
import { createRecordWriter } from '../../infra/store/record-writer.ts';
import { parserVersion } from '../../parser/version.ts';
import { type IngestPorts, ingest } from './ingest.ts';
import { createIngestMetrics, type IngestMetrics } from './ingest-metrics.ts';
import { createParsingWorker } from './parsing-worker.ts';
import { parseS3Event } from './s3-event.ts';

/** The ingest function with its clients and its parsing worker. */
export interface IngestHandler {
  /** Answers which messages failed; the queue delivers those again. */
  handle(event: SQSEvent): Promise<SQSBatchResponse>;
  close(): Promise<void>;
}

/** Wires the ingest function to the environment it is given. */
export function createHandler(env: Env): IngestHandler {
  const settings = readEnv(IngestEnv, env);
  const logger = new Logger({ serviceName: 'ingest', logLevel: settings.LOG_LEVEL });
  const s3 = createS3Client(settings);
  const dynamo = createDynamoClient(settings);
  const worker = createParsingWorker({
    module: new URL(settings.PARSE_WORKER, import.meta.url),
    timeoutMs: settings.PARSE_TIMEOUT_MS,
    cpuMs: settings.PARSE_CPU_MS,
    memoryMb: settings.PARSE_MEMORY_MB,
    growthMb: settings.PARSE_GROWTH_MB,
  });
  const ports: IngestPorts = {
    raw: createRawStore(s3, settings.MAX_OBJECT_BYTES),
    records: createRecordWriter({ dynamo, tableName: settings.TABLE_NAME }),
    parse: worker.parse,
    inTurn: createSemaphore(1),
    parserVersion,
    now: Date.now,
  };
  const metrics = createIngestMetrics({ namespace: settings.METRICS_NAMESPACE, province: settings.PROVINCE });
  return {
    handle: (event) => handleBatch(event, ports, { logger, metrics }),
    async close() {
      await worker.close();
      s3.destroy();
      dynamo.destroy();
    },
  };
}

let ready: IngestHandler | undefined;

/** The entry point on Lambda. Clients are made with the first event and kept. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  ready ??= createHandler(process.env);
  return ready.handle(event);
}

/** Reads and parses one message after the other, and stores what was read before meanwhile. */
async function handleBatch(event: SQSEvent, ports: IngestPorts, telemetry: Telemetry): Promise<SQSBatchResponse> {
  const processor = new BatchProcessor(EventType.SQS);
  const options = { processInParallel: true, throwOnFullBatchFailure: false };
  const handleOne = (message: SQSRecord) => handleMessage(message, ports, telemetry);
  const response = await processPartialResponse(event, handleOne, processor, options);
  telemetry.metrics.publish();
  return response;
}

/** Where a run tells what it did. */
interface Telemetry {
  readonly logger: Logger;
  readonly metrics: IngestMetrics;
}

async function handleMessage(message: SQSRecord, ports: IngestPorts, { logger, metrics }: Telemetry): Promise<void> {
  try {
    for (const notice of parseS3Event(message.body)) {
      const { id, key, outcome, reasons, findings, milliseconds } = await ingest(notice, ports);
      const codes = reasons.map(({ code }) => code);
      metrics.ingested(outcome);
      logger.info('ingested', { ingestionId: id, key, outcome, reasons: codes, findings, milliseconds });
    }
  } catch (error) {
    metrics.failed();
    logger.error('message failed', { messageId: message.messageId, error });
    throw error;
  }
}
