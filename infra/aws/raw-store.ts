import { GetObjectCommand, type GetObjectCommandOutput, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';

/** Where documents land in the bucket. What lies elsewhere is never read as a document. */
export const rawPrefix = 'raw/';

/** Whether an object is a document: one under `raw/` that is no folder of a console, which is an object without bytes. */
export function isDocument({ key, size }: { readonly key: string; readonly size?: number | undefined }): boolean {
  return key.startsWith(rawPrefix) && !(key.endsWith('/') && (size ?? 0) === 0);
}

/** An object version; without `versionId` the newest. */
interface RawRef {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string | null;
}

/** What the sender said of the document in the object's metadata. */
export interface RawMetadata {
  readonly sourceUrl: string | null;
  readonly agency: string | null;
  readonly publishedOn: string | null;
  /** When the sender fetched it from `sourceUrl`, ISO 8601. */
  readonly fetchedAt: string | null;
}

/** A raw object, or why there is none to read. Sizes are bytes. */
export type RawObject =
  | { readonly state: 'found'; readonly bytes: Uint8Array; readonly size: number; readonly metadata: RawMetadata }
  | { readonly state: 'too-large'; readonly size: number; readonly metadata: RawMetadata }
  | { readonly state: 'missing' };

export interface RawStore {
  /** Reads an object version whole. Gone, or larger than the limit, are values; a failing service throws. */
  read(ref: RawRef): Promise<RawObject>;
}

/** S3's names for an object or a version that is not there. */
const missing: ReadonlySet<string> = new Set(['NoSuchKey', 'NoSuchVersion']);

/** The bucket of raw documents. An object of more than `maxBytes` is not read. */
export function createRawStore(s3: S3Client, maxBytes: number): RawStore {
  return {
    async read(ref) {
      const answer = await get(s3, ref);
      if (answer === null) return { state: 'missing' };
      const { size, metadata } = { size: answer.ContentLength ?? 0, metadata: metadataOf(answer) };
      if (size > maxBytes) {
        await abandon(answer);
        return { state: 'too-large', size, metadata };
      }
      const bytes = (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
      return { state: 'found', bytes, size: bytes.length, metadata };
    },
  };
}

async function get(s3: S3Client, { bucket, key, versionId }: RawRef): Promise<GetObjectCommandOutput | null> {
  const version = versionId === null ? {} : { VersionId: versionId };
  try {
    return await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key, ...version }));
  } catch (error) {
    if (error instanceof S3ServiceException && missing.has(error.name)) return null;
    throw error;
  }
}

/** Ends the download, so that the connection does not stay taken by bytes nobody will read. */
async function abandon(answer: GetObjectCommandOutput): Promise<void> {
  await answer.Body?.transformToWebStream().cancel();
}

function metadataOf({ Metadata = {} }: GetObjectCommandOutput): RawMetadata {
  return {
    sourceUrl: Metadata['source-url'] ?? null,
    agency: decoded(Metadata.agency),
    publishedOn: Metadata['published-on'] ?? null,
    fetchedAt: Metadata['fetched-at'] ?? null,
  };
}

/** Metadata holds ASCII only, so a Chinese name comes percent-encoded; a name that is not is taken as it stands. */
function decoded(value: string | undefined): string | null {
  if (value === undefined) return null;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
