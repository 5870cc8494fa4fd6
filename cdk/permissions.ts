import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { exportPrefix, exportPrefixes } from '../infra/aws/exports.ts';
import { rawPrefix } from '../infra/aws/raw-store.ts';
import { releasesPrefix } from '../infra/aws/releases.ts';
import { tablesPrefix } from '../infra/aws/table-files.ts';
import { segmentPrefix, segmentWishes } from '../infra/search/segment-wish.ts';
import { tableIndexes } from '../infra/store/table.ts';

/** What the functions may do with items of the table, each action because the code sends it; a test holds one against the other. */
export const tableActions = {
  /** Reads what is stored of an agency, writes records, and takes back what a newer parser reads otherwise. */
  ingest: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'BatchWriteItem', 'UpdateItem', 'DeleteItem'],
  read: ['GetItem', 'BatchGetItem', 'Query'],
  /** Stores what an operator imports: what a register says of organs, and denominators. */
  register: ['BatchWriteItem'],
  /** Stores decisions on findings, which come through the authorised route. */
  review: ['PutItem', 'UpdateItem'],
} as const;

/** Actions on the items of a table. */
export function tableStatement(tableArn: string, actions: readonly string[]): PolicyStatement {
  return new PolicyStatement({ actions: actions.map((action) => `dynamodb:${action}`), resources: [tableArn] });
}

/** Queries of the indexes of a table, each by its name. */
function indexStatement(tableArn: string): PolicyStatement {
  const resources = Object.keys(tableIndexes).map((index) => `${tableArn}/index/${index}`);
  return new PolicyStatement({ actions: ['dynamodb:Query'], resources });
}

/** Everything that reading the records of a table takes, and nothing that changes them. */
export function readStatements({ tableArn }: Pick<TableV2, 'tableArn'>): PolicyStatement[] {
  return [tableStatement(tableArn, tableActions.read), indexStatement(tableArn)];
}

/** Documents that come through the API land here, under the prefix of all documents (`infra/aws/originals.ts`). */
const uploads = `${rawPrefix}uploads/`;

/**
 * What the API asks of documents. A link or a form is good for what the function itself may do: links to documents, forms
 * for uploads under their own prefix, and a message to have a document read again.
 */
export function originalStatements(bucket: Bucket, queue: Queue): PolicyStatement[] {
  return [
    documentStatement(bucket),
    ...releaseStatements(bucket),
    new PolicyStatement({ actions: ['s3:PutObject'], resources: [bucket.arnForObjects(`${uploads}*`)] }),
    new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }),
  ];
}

/** Which releases there are, and their manifests. */
function releaseStatements(bucket: Bucket): PolicyStatement[] {
  return [
    new PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects(`${releasesPrefix}*`)] }),
    new PolicyStatement({
      actions: ['s3:ListBucket'],
      resources: [bucket.bucketArn],
      conditions: { StringLike: { 's3:prefix': [`${releasesPrefix}*`] } },
    }),
  ];
}

/** Reading documents; a link is good for what its signer may do. */
function documentStatement(bucket: Bucket): PolicyStatement {
  return new PolicyStatement({
    actions: ['s3:GetObject', 's3:GetObjectVersion'],
    resources: [bucket.arnForObjects(`${rawPrefix}*`)],
  });
}

/**
 * Files of exports and of kept tables, what is wanted of them, and the indexes of texts are the export function's own; it leads to documents too.
 * Where it may not list, S3 does not say that a file is not there.
 */
export function exportStatements(bucket: Bucket): PolicyStatement[] {
  return [
    new PolicyStatement({
      actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'],
      resources: [exportPrefix, tablesPrefix].map((prefix) => bucket.arnForObjects(`${prefix}*`)),
    }),
    // What is released is never taken away, and the policy of the bucket lets nobody write it twice.
    new PolicyStatement({
      actions: ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'],
      resources: [bucket.arnForObjects(`${releasesPrefix}*`)],
    }),
    new PolicyStatement({
      actions: ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'],
      resources: [bucket.arnForObjects(`${segmentPrefix}*`)],
    }),
    documentStatement(bucket),
    new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }),
  ];
}

/**
 * What a search asks of the bucket: indexes, and to leave word that one is wanted. Where it may not list, S3 does not say that an index is not
 * there.
 */
export function searchStatements(bucket: Bucket): PolicyStatement[] {
  return [
    new PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects(`${segmentPrefix}*`)] }),
    new PolicyStatement({ actions: ['s3:PutObject'], resources: [bucket.arnForObjects(`${searchWishes}*`)] }),
    new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }),
  ];
}

/** Wishes for indexes, among those for exports. */
const searchWishes = `${exportPrefixes.requests}${segmentWishes}`;

/** Why these and the ingest function's statements have wildcards. */
export const documentWildcards = {
  [`AwsSolutions-IAM5[Resource::<RawBucket.Arn>/${rawPrefix}*]`]:
    'Documents have whatever keys their senders give them; all under this prefix may be read, and nothing else in the bucket.',
  [`AwsSolutions-IAM5[Resource::<RawBucket.Arn>/${uploads}*]`]:
    'An upload gets a new key under this prefix; a form that the API signs is good for that one key.',
  [`AwsSolutions-IAM5[Resource::<RawBucket.Arn>/${segmentPrefix}*]`]:
    'Indexes of texts are named for their years; everything under this prefix is made from records by the export function.',
  [`AwsSolutions-IAM5[Resource::<RawBucket.Arn>/${searchWishes}*]`]:
    'The API says under this prefix of which years an index is wanted, and nothing else.',
  [`AwsSolutions-IAM5[Resource::<RawBucket.Arn>/${releasesPrefix}*]`]:
    'Releases have whatever names their makers give them; all under this prefix is public, and nothing else lies there.',
} as const;
