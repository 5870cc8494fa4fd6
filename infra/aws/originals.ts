import { randomUUID } from 'node:crypto';
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Ingestion } from '../../schema/record/ingestion.ts';
import type { ObjectRef, Originals, PreparedUpload, TimedLink, UploadRequest } from '../../schema/record/originals.ts';
import { createS3Client, createSqsClient } from './aws-clients.ts';
import type { AwsEnv } from './env.ts';
import { sendMessages } from './queue.ts';
import { rawPrefix } from './raw-store.ts';
import { objectRecord } from './s3-message.ts';

/** The original documents behind clients of their own, to be closed. The ids of ingestions are told without them. */
export interface OpenedOriginals extends Omit<Originals, 'ingestionId'> {
  close(): void;
}

/** How long a link or a form may be used: long enough for a large file on a slow line. */
const validSeconds = 15 * 60;

/** Documents that come through the API stand apart from those that are put into the bucket. */
const uploadPrefix = `${rawPrefix}uploads/`;

/** Opens the bucket that the originals lie in, and the queue behind which they are ingested. */
export function openOriginals(env: AwsEnv, bucket: string, queueUrl: string): OpenedOriginals {
  const [s3, sqs] = [createS3Client(env), createSqsClient(env)];
  const region = env.AWS_REGION ?? '';
  return {
    linkTo: (object) => linkToObject(s3, object),
    prepareUpload: (request) => prepareUpload(s3, bucket, request),
    reprocess: (ingestion) => sendMessages(sqs, { queueUrl, bodies: [reprocessBody(ingestion, region)] }),
    close() {
      s3.destroy();
      sqs.destroy();
    },
  };
}

function expiry(): string {
  return new Date(Date.now() + validSeconds * 1000).toISOString();
}

/** A link to an object version. Signing is loaded when it is first needed: most processes that read records never sign anything. */
export async function linkToObject(s3: S3Client, { bucket, key, versionId }: ObjectRef): Promise<TimedLink> {
  const { getSignedUrl } = await import('@aws-sdk/s3-request-presigner');
  const version = versionId === null ? {} : { VersionId: versionId };
  const command = new GetObjectCommand({ Bucket: bucket, Key: key, ...version });
  return { url: await getSignedUrl(s3, command, { expiresIn: validSeconds }), expiresAt: expiry() };
}

/** The form is good for one key, one media type and at most the bytes that were announced. */
async function prepareUpload(s3: S3Client, bucket: string, request: UploadRequest): Promise<PreparedUpload> {
  const { createPresignedPost } = await import('@aws-sdk/s3-presigned-post');
  const key = `${uploadPrefix}${randomUUID()}/${request.fileName}`;
  const fields = { 'Content-Type': request.mediaType, success_action_status: '201', ...metadata(request) };
  const post = await createPresignedPost(s3, {
    ...{ Bucket: bucket, Key: key, Fields: fields, Expires: validSeconds },
    Conditions: [
      ['content-length-range', 1, request.bytes],
      ['eq', '$Content-Type', request.mediaType],
      ['starts-with', '$key', uploadPrefix],
    ],
  });
  const named = Object.entries(post.fields).map(([name, value]) => ({ name, value }));
  return { url: post.url, fields: named, key, expiresAt: expiry() };
}

/** What the sender says of the document. Metadata holds ASCII only, so names come percent-encoded (`raw-store.ts`). */
function metadata({ sourceUrl, agency, publishedOn }: UploadRequest): Record<string, string> {
  return {
    ...(sourceUrl === null ? {} : { 'x-amz-meta-source-url': encodeURI(sourceUrl) }),
    ...(agency === null ? {} : { 'x-amz-meta-agency': encodeURIComponent(agency) }),
    ...(publishedOn === null ? {} : { 'x-amz-meta-published-on': publishedOn }),
  };
}

/** The notification as S3 sent it when the document came, so that the version takes its old place among the others. */
function reprocessBody({ bucket, key, versionId, sequencer, arrivedAt, bytes }: Ingestion, region: string): string {
  const record = objectRecord({
    ...{ bucket, key, versionId: versionId ?? '', sequencer, region },
    ...{ eventTime: arrivedAt, size: bytes ?? 0, eTag: '', creation: 'Put' },
  });
  return JSON.stringify({ Records: [record], reprocess: { force: true } });
}
