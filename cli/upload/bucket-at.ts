import { awsEnv, localCredentials, type Target } from '../target.ts';

/** A bucket by its address, `s3://bucket` or `http://host:port/bucket`, of which nothing else is known. */
export function bucketAt(address: string, region: string | undefined): Pick<Target, 'env' | 'bucket'> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol === 's3:' && url.hostname !== '') return { bucket: url.hostname, env: awsEnv(region) };
  const bucket = url?.pathname.split('/')[1] ?? '';
  if (url !== null && /^https?:$/.test(url.protocol) && bucket !== '') {
    return { bucket, env: { ...localCredentials, ...awsEnv(region), AWS_ENDPOINT_URL_S3: url.origin } };
  }
  throw new Error(`--to takes s3://bucket or http://host:port/bucket, not ${address}`);
}
