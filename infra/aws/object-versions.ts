import {
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandInput,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { z } from 'zod';

/** One version of an object as the bucket lists it. */
export interface ListedVersion {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
  /** Bytes. */
  readonly size: number;
  readonly eTag: string;
  /** When it was uploaded, ISO 8601, to the second. */
  readonly lastModified: string;
  /** Its place among the versions of its key, the oldest 1. */
  readonly ordinal: number;
}

const Listed = z.object({
  Key: z.string(),
  VersionId: z.string(),
  Size: z.number(),
  ETag: z.string(),
  LastModified: z.date(),
});
type Listed = z.infer<typeof Listed>;

/** Keys under which to look. */
export interface VersionsUnder {
  readonly bucket: string;
  readonly prefix: string;
}

/** Every version that still exists of every object under a prefix, each key's oldest first. Deletions are no versions. */
export async function objectVersions(s3: S3Client, { bucket, prefix }: VersionsUnder): Promise<ListedVersion[]> {
  const listed: Listed[] = [];
  let from: Pick<ListObjectVersionsCommandInput, 'KeyMarker' | 'VersionIdMarker'> | null = {};
  while (from !== null) {
    const page: ListObjectVersionsCommandOutput = await s3.send(
      new ListObjectVersionsCommand({ Bucket: bucket, Prefix: prefix, ...from }),
    );
    listed.push(...z.array(Listed).parse(page.Versions ?? []));
    from = page.IsTruncated ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker } : null;
  }
  const byKey = Map.groupBy(listed, ({ Key }) => Key);
  // S3 lists a key's newest version first.
  return [...byKey.values()].flatMap((versions) =>
    versions.toReversed().map((one, at) => listedVersion(bucket, one, at)),
  );
}

function listedVersion(
  bucket: string,
  { Key, VersionId, Size, ETag, LastModified }: Listed,
  at: number,
): ListedVersion {
  return {
    ...{ bucket, key: Key, versionId: VersionId, size: Size },
    eTag: ETag.replaceAll('"', ''),
    lastModified: LastModified.toISOString(),
    ordinal: at + 1,
  };
}
