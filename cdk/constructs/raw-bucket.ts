import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  HttpMethods,
  type LifecycleRule,
  ObjectOwnership,
  StorageClass,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { rawPrefix } from '../../infra/raw-prefix.ts';
import { acknowledge } from '../acknowledge.ts';
import type { Settings } from '../settings.ts';
import type { IngestQueue } from './ingest-queue.ts';

export interface RawBucketProps {
  readonly bucketName: string;
  readonly queue: IngestQueue;
  readonly retention: Settings['retention'];
  readonly uploadOrigins: readonly string[];
}

/** Name of a stack's bucket: known before it exists, and of no other account or region. */
export function rawBucketName({ stackName, account, region }: Stack): string {
  return `${stackName}-raw-${account}-${region}`;
}

/**
 * The bucket of raw documents. It outlives the stack: what was uploaded is the evidence for everything else.
 * Its logical id is pinned, so that no rearrangement of constructs makes CloudFormation replace it.
 */
export class RawBucket extends Construct {
  readonly bucket: Bucket;
  private readonly resource: CfnBucket;

  constructor(scope: Construct, id: string, { bucketName, queue, retention, uploadOrigins }: RawBucketProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      bucketName,
      versioned: true,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [lifecycle(retention)],
      ...(uploadOrigins.length > 0 && { cors: [presignedPost(uploadOrigins)] }),
    });
    // The L1 of a bucket made by CDK is always a CfnBucket.
    this.resource = this.bucket.node.defaultChild as CfnBucket;
    this.resource.overrideLogicalId('RawBucket');
    this.tell(queue);
    acknowledge(this.bucket, {
      'AwsSolutions-S1':
        'The documents are public. Who changed one is kept by versioning, and every version has its Ingestion record; a second bucket of access logs would cost more than this one.',
    });
  }

  /** On the bucket itself: CDK's own way is a custom resource with a function that may change every bucket's notifications. */
  private tell({ queue, permission }: IngestQueue): void {
    this.resource.notificationConfiguration = {
      queueConfigurations: [
        {
          event: 's3:ObjectCreated:*',
          queue: queue.queueArn,
          filter: { s3Key: { rules: [{ name: 'prefix', value: rawPrefix }] } },
        },
      ],
    };
    // S3 tries the queue when notifications are set, and refuses when it may not send.
    this.resource.node.addDependency(permission);
  }
}

/** Old documents are read again only when the parser is new: rarely, but then at once. Both classes answer in milliseconds. */
function lifecycle({ infrequentAfterDays, archiveAfterDays }: Settings['retention']): LifecycleRule {
  const steps = [
    { storageClass: StorageClass.INFREQUENT_ACCESS, transitionAfter: Duration.days(infrequentAfterDays) },
    { storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL, transitionAfter: Duration.days(archiveAfterDays) },
  ];
  return {
    id: 'cheaper-with-age',
    transitions: steps,
    noncurrentVersionTransitions: steps,
    abortIncompleteMultipartUploadAfter: Duration.days(7),
  };
}

/** A browser's form upload sends no headers of its own and wants to see whether it worked. */
function presignedPost(allowedOrigins: readonly string[]) {
  return {
    allowedOrigins: [...allowedOrigins],
    allowedMethods: [HttpMethods.POST],
    allowedHeaders: ['*'],
    exposedHeaders: ['ETag', 'x-amz-version-id'],
    maxAge: Duration.hours(1).toSeconds(),
  };
}
