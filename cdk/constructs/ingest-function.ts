import { Stack } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { rawPrefix } from '../../infra/aws/raw-store.ts';
import { acknowledge } from '../acknowledge.ts';
import { parseWorkerModule } from '../bundle/bundle-function.ts';
import { metricsNamespace } from '../names.ts';
import { documentWildcards, tableActions, tableStatement } from '../permissions.ts';
import type { Province } from '../provinces.ts';
import type { Settings } from '../settings.ts';
import { timeoutSeconds } from '../settings.ts';
import type { IngestQueue } from './ingest-queue.ts';
import { NodeFunction } from './node-function.ts';

export interface IngestFunctionProps {
  readonly code: string;
  readonly settings: Settings;
  readonly province: Province;
  readonly bucket: Bucket;
  readonly queue: IngestQueue;
  readonly table: TableV2;
}

/** Runs at the same time while dead letters are delivered again: the least that Lambda allows, so that new documents go first. */
const redriveConcurrency = 2;

/** The function that ingests what lands in the bucket, behind its queue, with a second source to redrive dead letters. */
export class IngestFunction extends Construct {
  readonly function: NodeFunction;
  /** From the dead-letter queue, disabled: an operator who has repaired the cause enables it, and disables it when the queue is empty. */
  readonly redriveSource: EventSourceMapping;

  constructor(scope: Construct, id: string, props: IngestFunctionProps) {
    super(scope, id);
    const { ingest, retention, features } = props.settings;
    this.function = new NodeFunction(this, 'Ingest', {
      code: props.code,
      description: `Reads documents that land in the bucket of ${Stack.of(this).stackName} and writes their records`,
      memoryMb: ingest.memoryMb,
      timeoutSeconds: timeoutSeconds(ingest),
      arm64: features.arm64,
      logDays: retention.logDays,
      environment: environment(props),
    });
    this.grant(props);
    this.source('Source', props.queue.queue, { maxConcurrency: ingest.concurrency, enabled: true, ingest });
    const redrive = { maxConcurrency: redriveConcurrency, enabled: false, ingest };
    this.redriveSource = this.source('Redrive', props.queue.deadLetters, redrive);
  }

  private source(id: string, queue: Queue, { ingest, ...options }: SourceOptions): EventSourceMapping {
    queue.grantConsumeMessages(this.function.role);
    return this.function.lambda.addEventSourceMapping(id, {
      ...options,
      eventSourceArn: queue.queueArn,
      batchSize: ingest.batchSize,
      reportBatchItemFailures: true,
    });
  }

  private grant({ bucket, table }: IngestFunctionProps): void {
    const { lambda, role } = this.function;
    const objects = bucket.arnForObjects(`${rawPrefix}*`);
    lambda.addToRolePolicy(
      new PolicyStatement({ actions: ['s3:GetObject', 's3:GetObjectVersion'], resources: [objects] }),
    );
    // Without leave to list, S3 says "forbidden" of an object that is gone, and the message would be tried until it is dead.
    const list = ['s3:ListBucket', 's3:ListBucketVersions'];
    lambda.addToRolePolicy(new PolicyStatement({ actions: list, resources: [bucket.bucketArn] }));
    lambda.addToRolePolicy(tableStatement(table.tableArn, tableActions.ingest));
    acknowledge(role, documentWildcards);
  }
}

interface SourceOptions {
  readonly maxConcurrency: number;
  readonly enabled: boolean;
  readonly ingest: Settings['ingest'];
}

const milliseconds = 1000;

function environment({ settings, table, province }: IngestFunctionProps): Record<string, string> {
  return {
    TABLE_NAME: table.tableName,
    PARSE_WORKER: parseWorkerModule,
    PARSE_TIMEOUT_MS: String(settings.ingest.parseSeconds * milliseconds),
    PARSE_CPU_MS: String(settings.ingest.parseCpuSeconds * milliseconds),
    PARSE_MEMORY_MB: String(settings.ingest.parseMemoryMb),
    METRICS_NAMESPACE: metricsNamespace,
    PROVINCE: province.pinyin,
    PROVINCE_CODE: province.code,
    ...holding(settings.ingest.hold),
  };
}

/** Only what is set: the defaults are the parser's (`functions/ingest/parser-env.ts`). */
function holding({ severities, rules, exempt }: Settings['ingest']['hold']): Record<string, string> {
  return {
    ...(severities === undefined ? {} : { HOLD_SEVERITIES: severities.join() }),
    ...(rules === undefined ? {} : { HOLD_RULES: rules.join() }),
    ...(exempt === undefined ? {} : { EXEMPT_RULES: exempt.join() }),
  };
}
