import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';

/** Everything of exports in the bucket. It is gone after a day. */
export const exportPrefix = 'exports/';

/** Where files are, and what is asked for: the bucket tells of the latter. */
export const exportPrefixes = { files: `${exportPrefix}files/`, requests: `${exportPrefix}requests/` } as const;

/** Where Athena puts the results of queries, which are gone after a day too. */
export const queryResultsPrefix = `${exportPrefix}queries/`;

/** What word of a release that is wanted is called, below `exportPrefixes.requests`. */
export function releaseWish(name: string): string {
  return `release-${name}.json`;
}

/** A file as it is stored. */
interface ExportFile {
  /** Below `exportPrefixes.files`. */
  readonly key: string;
  readonly mediaType: string;
  /** What it is called when it is saved. */
  readonly name: string;
}

/** The bucket, as exports use it. */
export interface ExportStore {
  /** A link that anyone may follow for some minutes; null where the file is not written yet. */
  linkTo(key: string): Promise<string | null>;
  /** Leaves word that a file is wanted, unless somebody did. S3 tells the function that writes it. */
  want(key: string, request: unknown): Promise<void>;
  /** What is wanted of a file; null where that is no longer so. */
  wanted(key: string): Promise<unknown>;
  done(key: string): Promise<void>;
  /** Stores a file while it is written. Nobody sees it before it is whole, or where it fails. */
  write(file: ExportFile, pieces: AsyncIterable<Uint8Array>): Promise<void>;
}

const linkSeconds = 15 * 60;
/** Bytes of a part of a file: two parts are in memory at a time. */
export const partBytes = 8 * 1024 * 1024;

export function createExportStore(s3: S3Client, bucket: string): ExportStore {
  const file = (key: string) => ({ Bucket: bucket, Key: `${exportPrefixes.files}${key}` });
  const request = (key: string) => ({ Bucket: bucket, Key: `${exportPrefixes.requests}${key}` });
  return {
    async linkTo(key) {
      if ((await unless(missing, s3.send(new HeadObjectCommand(file(key))))) === null) return null;
      const { getSignedUrl } = await import('@aws-sdk/s3-request-presigner');
      return getSignedUrl(s3, new GetObjectCommand(file(key)), { expiresIn: linkSeconds });
    },
    async want(key, wish) {
      const put = { ...request(key), Body: JSON.stringify(wish), ContentType: 'application/json', IfNoneMatch: '*' };
      await unless(thereAlready, s3.send(new PutObjectCommand(put)));
    },
    async wanted(key) {
      const answer = await unless(missing, s3.send(new GetObjectCommand(request(key))));
      return answer === null ? null : JSON.parse((await answer.Body?.transformToString()) ?? 'null');
    },
    async done(key) {
      await s3.send(new DeleteObjectCommand(request(key)));
    },
    async write({ key, mediaType, name }, pieces) {
      // Loaded where files are written and not where they are asked for.
      const [{ Upload }, { Readable }] = await Promise.all([import('@aws-sdk/lib-storage'), import('node:stream')]);
      const params = {
        ...{ ...file(key), Body: Readable.from(pieces, { objectMode: false }), ContentType: mediaType },
        ContentDisposition: `attachment; filename="${name}"`,
      };
      await new Upload({ client: s3, params, partSize: partBytes, queueSize: 2 }).done();
    },
  };
}

/** S3's names for what is not there. */
const missing: ReadonlySet<string> = new Set(['NotFound', 'NoSuchKey']);
/** S3's names for a condition that does not hold, or that cannot be told while another writes. */
const thereAlready: ReadonlySet<string> = new Set(['PreconditionFailed', 'ConditionalRequestConflict']);

/** What is answered; null where S3 refuses for one of these reasons. */
async function unless<Answer>(reasons: ReadonlySet<string>, answer: Promise<Answer>): Promise<Answer | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof S3ServiceException && reasons.has(error.name)) return null;
    throw error;
  }
}
