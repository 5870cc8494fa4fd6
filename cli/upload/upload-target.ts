import { runningStack } from '../running-stack.ts';

/** The bucket to upload to, and the S3 endpoint that is not AWS's own. */
export interface UploadTarget {
  readonly bucket: string;
  readonly endpoint: string | null;
}

/** Reads `s3://bucket` or `http://host:port/bucket`; without a URL the running local stack. */
export async function uploadTarget(to: string | undefined, dataDir: string): Promise<UploadTarget> {
  if (to === undefined) {
    const { bucket, s3 } = await runningStack(dataDir);
    return { bucket, endpoint: s3 };
  }
  const url = URL.canParse(to) ? new URL(to) : null;
  if (url?.protocol === 's3:' && url.hostname !== '') return { bucket: url.hostname, endpoint: null };
  const bucket = url?.pathname.split('/')[1] ?? '';
  if (url !== null && /^https?:$/.test(url.protocol) && bucket !== '') return { bucket, endpoint: url.origin };
  throw new Error(`--to takes s3://bucket or http://host:port/bucket, not ${to}`);
}
