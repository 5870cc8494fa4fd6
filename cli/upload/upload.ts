import process from 'node:process';
import type { Said } from '../../infra/aws/raw-upload.ts';
import { exitCodes } from '../exit-codes.ts';
import { uploadFiles } from '../files.ts';
import { print, tell } from '../print.ts';
import { awsEnv, findTarget, localCredentials, type Target, type TargetOptions } from '../target.ts';
import { type Uploaded, uploadAll } from './upload-all.ts';

/** A bucket by its address, `s3://bucket` or `http://host:port/bucket`, of which nothing else is known. */
function bucketAt(address: string, region: string | undefined): Pick<Target, 'env' | 'bucket'> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol === 's3:' && url.hostname !== '') return { bucket: url.hostname, env: awsEnv(region) };
  const bucket = url?.pathname.split('/')[1] ?? '';
  if (url !== null && /^https?:$/.test(url.protocol) && bucket !== '') {
    return { bucket, env: { ...localCredentials, ...awsEnv(region), AWS_ENDPOINT_URL_S3: url.origin } };
  }
  throw new Error(`--to takes s3://bucket or http://host:port/bucket, not ${address}`);
}

export interface UploadCommandOptions extends TargetOptions {
  readonly to?: string;
  readonly wait?: true;
  readonly graphql?: string;
  readonly sourceUrl?: string;
  readonly agency?: string;
  readonly fetchedAt?: string;
}

/** Uploads files and folders; with `wait`, prints what became of each. Failures are listed last. */
export async function upload(paths: readonly string[], options: UploadCommandOptions): Promise<void> {
  const files = await uploadFiles(paths);
  if (files.length === 0) throw new Error('There is no file to upload.');
  const target = options.to === undefined ? await findTarget(options) : bucketAt(options.to, options.region);
  const graphql = options.wait ? await graphqlOf(target, options) : null;
  const said = saidIn(options);
  const uploaded = await uploadAll(files, { target, graphql, title: 'Upload', said });
  for (const line of uploaded.flatMap(outcomeLine)) print(line);
  for (const line of uploaded.flatMap(failureLine)) tell(line);
  process.exitCode = exitCodeOf(uploaded);
}

/** Throws where a time is none. */
function saidIn({ sourceUrl, agency, fetchedAt }: UploadCommandOptions): Said {
  if (fetchedAt !== undefined && Number.isNaN(Date.parse(fetchedAt))) {
    throw new Error(`--fetched-at takes a time as 2021-03-30T08:00:00Z, not ${fetchedAt}`);
  }
  return {
    ...(sourceUrl === undefined ? {} : { sourceUrl }),
    ...(agency === undefined ? {} : { agency }),
    ...(fetchedAt === undefined ? {} : { fetchedAt }),
  };
}

/** A bucket named by its address says nothing of a GraphQL endpoint; then it is that of the stack. */
async function graphqlOf(target: Partial<Target>, options: UploadCommandOptions): Promise<string> {
  return options.graphql ?? target.graphql ?? (await findTarget(options)).graphql;
}

function outcomeLine(uploaded: Uploaded): string[] {
  if (uploaded.state === 'failed' || uploaded.ingestion === null) return [];
  const { outcome, findings, reasons, members } = uploaded.ingestion;
  const why = reasons.map(({ code, message }) => ` ${code}: ${message.en} ${message.zh}`).join('');
  const { key } = uploaded.file;
  const packed = members.map((member) => `${key} › ${member.path}\t${member.outcome}\t${member.findings} findings`);
  return [`${key}\t${outcome}\t${findings} findings${why}`, ...packed];
}

function failureLine(uploaded: Uploaded): string[] {
  return uploaded.state === 'failed' ? [`failed: ${uploaded.file.path}: ${uploaded.fault}`] : [];
}

function exitCodeOf(uploaded: readonly Uploaded[]): number {
  if (uploaded.some(({ state }) => state === 'failed')) return exitCodes.failed;
  const rejected = uploaded.some((one) => one.state !== 'failed' && one.ingestion?.outcome === 'rejected');
  return rejected ? exitCodes.rejected : exitCodes.done;
}
