import {
  DeleteObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Partition, TableFiles } from '../../schema/record/exports/kept-table.ts';
import { partitionOf, partitionPath } from '../../schema/record/exports/kept-table.ts';
import { partBytes } from './exports.ts';

/** The files of kept tables in the bucket (docs/sql.md). */
export const tablesPrefix = 'tables/';

const digestName = 'digest';

/** Files of kept tables in the bucket of a stack. An object is replaced whole or not at all. */
export function createTableFiles(s3: S3Client, bucket: string): TableFiles {
  const object = (partition: Partition) => ({ Bucket: bucket, Key: `${tablesPrefix}${partitionPath(partition)}` });
  return {
    async digestOf(partition) {
      try {
        return (await s3.send(new HeadObjectCommand(object(partition)))).Metadata?.[digestName] ?? null;
      } catch (error) {
        if (error instanceof S3ServiceException && error.name === 'NotFound') return null;
        throw error;
      }
    },
    async write(partition, digest, pieces) {
      const [{ Upload }, { Readable }] = await Promise.all([import('@aws-sdk/lib-storage'), import('node:stream')]);
      const params = {
        ...{ ...object(partition), Body: Readable.from(pieces, { objectMode: false }) },
        ...{ ContentType: 'application/vnd.apache.parquet', Metadata: { [digestName]: digest } },
      };
      await new Upload({ client: s3, params, partSize: partBytes, queueSize: 2 }).done();
    },
    async remove(partition) {
      await s3.send(new DeleteObjectCommand(object(partition)));
    },
    async list() {
      const found: Partition[] = [];
      for await (const { Contents = [] } of paginateListObjectsV2(
        { client: s3 },
        { Bucket: bucket, Prefix: tablesPrefix },
      ))
        for (const { Key = '' } of Contents) {
          const partition = partitionOf(Key.slice(tablesPrefix.length));
          if (partition !== null) found.push(partition);
        }
      return found;
    },
  };
}
