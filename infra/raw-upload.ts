import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';

export interface RawUpload {
  readonly bucket: string;
  readonly key: string;
  readonly bytes: Uint8Array;
  /** Address the document was published at, kept as the object's `source-url`. */
  readonly sourceUrl?: string;
}

/** Puts a raw document into the bucket, checked by its SHA-256; gives the object's version, null in an unversioned bucket. */
export async function putRaw(s3: S3Client, { bucket, key, bytes, sourceUrl }: RawUpload): Promise<string | null> {
  const metadata = sourceUrl === undefined ? {} : { Metadata: { 'source-url': encodeURI(sourceUrl) } };
  const command = new PutObjectCommand({
    Bucket: bucket,
    Key: key,
    Body: bytes,
    ChecksumAlgorithm: 'SHA256',
    ...metadata,
  });
  const { VersionId } = await s3.send(command);
  return VersionId ?? null;
}
