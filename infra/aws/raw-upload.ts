import { createHash } from 'node:crypto';
import { HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { isRefusal, tryAgain } from './retry.ts';

/** What a sender says of a document: evidence, never a substitute for what the document says. */
export interface Said {
  /** Address the document was published at, kept as the object's `source-url`. */
  readonly sourceUrl?: string;
  /** Name of the agency that published it, kept as the object's `agency`, percent-encoded. */
  readonly agency?: string;
  /** Day on which it was published, ISO 8601, kept as the object's `published-on`. */
  readonly publishedOn?: string;
  /** When it was fetched from there, ISO 8601, kept as the object's `fetched-at`. */
  readonly fetchedAt?: string;
}

export interface RawUpload extends Said {
  readonly bucket: string;
  readonly key: string;
  readonly bytes: Uint8Array;
}

/** What became of an upload; `versionId` is null in an unversioned bucket. */
export interface UploadedRaw {
  readonly state: 'uploaded' | 'unchanged';
  readonly versionId: string | null;
}

/**
 * Puts a raw document into the bucket, checked on its way by its SHA-256, unless the key shows the same bytes with the
 * same words about them already: an upload of many files that was cut off is begun again and goes on where it ended.
 */
export async function uploadRaw(s3: S3Client, upload: RawUpload): Promise<UploadedRaw> {
  const there = await tryAgain(() => sameObject(s3, upload));
  if (there !== null) return { state: 'unchanged', versionId: there.versionId };
  return { state: 'uploaded', versionId: await tryAgain(() => putRaw(s3, upload)) };
}

/** Puts a raw document into the bucket, checked by its SHA-256; gives the object's version, null in an unversioned bucket. */
export async function putRaw(s3: S3Client, upload: RawUpload): Promise<string | null> {
  const { bucket, key, bytes } = upload;
  const command = new PutObjectCommand({
    Bucket: bucket,
    Key: key,
    Body: bytes,
    ChecksumSHA256: digest('sha256', bytes).toString('base64'),
    Metadata: metadataOf(upload),
  });
  const { VersionId } = await s3.send(command);
  return VersionId ?? null;
}

/** The object the key shows, if it is what would be uploaded. */
async function sameObject(s3: S3Client, upload: RawUpload): Promise<{ readonly versionId: string | null } | null> {
  const { bucket, key, bytes } = upload;
  try {
    const head = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' }));
    const said = Object.entries(metadataOf(upload)).every(([name, value]) => head.Metadata?.[name] === value);
    const same = head.ContentLength === bytes.length && said && hasBytes(head, bytes);
    return same ? { versionId: head.VersionId ?? null } : null;
  } catch (error) {
    // A refusal of a HEAD has no body and so no reason: whether nothing is there or nobody may look, the PUT will tell.
    if (isRefusal(error)) return null;
    throw error;
  }
}

/** A bucket that keeps no SHA-256 still has the MD5, as the ETag of what was uploaded in one piece and without KMS. */
function hasBytes(
  head: { ChecksumSHA256?: string | undefined; ETag?: string | undefined },
  bytes: Uint8Array,
): boolean {
  if (head.ChecksumSHA256 !== undefined) return head.ChecksumSHA256 === digest('sha256', bytes).toString('base64');
  return head.ETag?.replaceAll('"', '') === digest('md5', bytes).toString('hex');
}

function digest(algorithm: 'sha256' | 'md5', bytes: Uint8Array): Buffer {
  return createHash(algorithm).update(bytes).digest();
}

/** Metadata travels in HTTP headers and holds ASCII only. */
function metadataOf({ sourceUrl, agency, publishedOn, fetchedAt }: Said): Record<string, string> {
  return {
    ...(sourceUrl === undefined ? {} : { 'source-url': new URL(sourceUrl).href }),
    ...(agency === undefined ? {} : { agency: encodeURIComponent(agency) }),
    ...(publishedOn === undefined ? {} : { 'published-on': publishedOn }),
    ...(fetchedAt === undefined ? {} : { 'fetched-at': new Date(fetchedAt).toISOString() }),
  };
}
