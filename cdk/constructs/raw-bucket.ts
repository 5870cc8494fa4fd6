import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
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
import { exportPrefix, exportPrefixes } from '../../infra/aws/exports.ts';
import { rawPrefix } from '../../infra/aws/raw-store.ts';
import { releasesPrefix } from '../../infra/aws/releases.ts';
import { tablesPrefix } from '../../infra/aws/table-files.ts';
import { segmentPrefix } from '../../infra/search/segment-wish.ts';
import { acknowledge } from '../acknowledge.ts';
import type { Settings } from '../settings.ts';
import type { ExportFunction } from './export-function.ts';
import type { IngestQueue } from './ingest-queue.ts';

export interface RawBucketProps {
  readonly bucketName: string;
  readonly queue: IngestQueue;
  readonly exports: ExportFunction;
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

  constructor(scope: Construct, id: string, { bucketName, uploadOrigins, retention, ...told }: RawBucketProps) {
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
      lifecycleRules: [lifecycle(retention), passing, indexes, replaced],
      cors: [signedLinks, ...(uploadOrigins.length > 0 ? [presignedPost(uploadOrigins)] : [])],
    });
    // The L1 of a bucket made by CDK is always a CfnBucket.
    this.resource = this.bucket.node.defaultChild as CfnBucket;
    this.resource.overrideLogicalId('RawBucket');
    this.bucket.addToResourcePolicy(writtenOnce(this.bucket));
    this.tell(told);
    acknowledge(this.bucket, {
      'AwsSolutions-S1':
        'The documents are public. Who changed one is kept by versioning, and every version has its Ingestion record; a second bucket of access logs would cost more than this one.',
    });
  }

  /** On the bucket itself: CDK's own way is a custom resource with a function that may change every bucket's notifications. */
  private tell({ queue, exports }: Pick<RawBucketProps, 'queue' | 'exports'>): void {
    this.resource.notificationConfiguration = {
      queueConfigurations: [
        {
          event: 's3:ObjectCreated:*',
          queue: queue.queue.queueArn,
          filter: under(rawPrefix),
        },
      ],
      lambdaConfigurations: [
        {
          event: 's3:ObjectCreated:*',
          function: exports.function.lambda.functionArn,
          filter: under(exportPrefixes.requests),
        },
      ],
    };
    // S3 tries both when notifications are set, and refuses when it may not send.
    this.resource.node.addDependency(queue.permission, exports.permission);
  }
}

/** Nobody writes a file of a release in the place of another (Amazon S3 User Guide, "Enforce conditional writes"). */
function writtenOnce(bucket: Bucket): PolicyStatement {
  return new PolicyStatement({
    sid: 'ReleasesAreWrittenOnce',
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: ['s3:PutObject'],
    resources: [bucket.arnForObjects(`${releasesPrefix}*`)],
    // The parts of an upload have no condition; that which makes an object of them has.
    conditions: { Null: { 's3:if-none-match': 'true' }, Bool: { 's3:ObjectCreationOperation': 'true' } },
  });
}

function under(prefix: string) {
  return { s3Key: { rules: [{ name: 'prefix', value: prefix }] } };
}

/** Exports can be written anew at any time. */
const passing: LifecycleRule = {
  id: 'exports-for-a-day',
  prefix: exportPrefix,
  expiration: Duration.days(1),
  noncurrentVersionExpiration: Duration.days(1),
};

/** Indexes of texts are made anew when they are wanted; one that has been replaced is of no use. */
const indexes: LifecycleRule = {
  id: 'indexes-for-a-quarter',
  prefix: segmentPrefix,
  expiration: Duration.days(90),
  noncurrentVersionExpiration: Duration.days(1),
};

/** A file of a table is written anew with every change; what it was is in the records. */
const replaced: LifecycleRule = {
  id: 'tables-as-they-are',
  prefix: tablesPrefix,
  noncurrentVersionExpiration: Duration.days(1),
};

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

/** A script that follows a signed link comes from no origin, when the API has sent it there; without a signature it gets nothing. */
const signedLinks = {
  allowedOrigins: ['*'],
  allowedMethods: [HttpMethods.GET, HttpMethods.HEAD],
  exposedHeaders: ['ETag', 'Content-Disposition'],
};

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
