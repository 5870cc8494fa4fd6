import process from 'node:process';
import { IngestEnv, readEnv } from '../../infra/aws/env.ts';
import { exitCodes } from '../exit-codes.ts';
import { print, tell } from '../print.ts';
import { awsEnv, findTarget, localCredentials, type Target, type TargetOptions } from '../target.ts';
import type { BadEntry } from './entries.ts';
import { findEntries } from './find-entries.ts';
import { saidIn } from './said-in.ts';
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
  readonly publishedOn?: string;
  readonly fetchedAt?: string;
  readonly include?: readonly string[];
}

const optionNames = {
  sourceUrl: '--source-url',
  agency: '--agency',
  publishedOn: '--published-on',
  fetchedAt: '--fetched-at',
};

/** Uploads what is found at paths; with `wait`, prints what became of each and sums it up. What failed is listed last. */
export async function upload(paths: readonly string[], options: UploadCommandOptions): Promise<void> {
  const said = saidIn(options, optionNames);
  const { MAX_OBJECT_BYTES: maxBytes } = readEnv(IngestEnv.pick({ MAX_OBJECT_BYTES: true }), process.env);
  const { include = [] } = options;
  const { entries, bad, passedOver } = await findEntries(paths, { include, maxBytes });
  if (entries.length + bad.length === 0) throw new Error('There is no file to upload.');
  const target = options.to === undefined ? await findTarget(options) : bucketAt(options.to, options.region);
  const graphql = options.wait ? await graphqlOf(target, options) : null;
  const uploaded = await uploadAll(entries, { target, graphql, title: 'Upload', said });
  const failed = [...bad, ...uploaded.filter((one) => one.state === 'failed')];
  for (const line of uploaded.flatMap(outcomeLine)) print(line);
  for (const { name, fault } of failed) tell(`failed: ${name}: ${fault}`);
  if (passedOver > 0) tell(`${passedOver} records of web archives are no documents and were passed over.`);
  if (graphql !== null) tell(outcomeSummary(uploaded, failed.length));
  process.exitCode = exitCodeOf(uploaded, failed);
}

/** A bucket named by its address says nothing of a GraphQL endpoint; then it is that of the stack. */
async function graphqlOf(target: Partial<Target>, options: UploadCommandOptions): Promise<string> {
  return options.graphql ?? target.graphql ?? (await findTarget(options)).graphql;
}

function outcomeLine(uploaded: Uploaded): string[] {
  if (uploaded.state === 'failed' || uploaded.ingestion === null) return [];
  const { key, ingestion } = uploaded;
  const { outcome, findings, reasons, members } = ingestion;
  const why = reasons.map(({ code, message }) => ` ${code}: ${message.en} ${message.zh}`).join('');
  const packed = members.map((member) => `${key} › ${member.path}\t${member.outcome}\t${member.findings} findings`);
  return [`${key}\t${outcome}\t${findings} findings${why}`, ...packed];
}

function exitCodeOf(uploaded: readonly Uploaded[], failed: readonly BadEntry[]): number {
  if (failed.length > 0) return exitCodes.failed;
  const rejected = uploaded.some((one) => one.state !== 'failed' && one.ingestion?.outcome === 'rejected');
  return rejected ? exitCodes.rejected : exitCodes.done;
}

/** What became of an upload in a line, of which every entry is counted once: `3 published, 1 held, 2 rejected (empty 1, image 1), 1 failed`. */
function outcomeSummary(uploaded: readonly Uploaded[], failed: number): string {
  const ingested = uploaded.flatMap((one) => (one.state === 'failed' ? [] : (one.ingestion ?? [])));
  const count = (outcome: string) => ingested.filter((one) => one.outcome === outcome).length;
  const codes = ingested.flatMap(({ outcome, reasons }) =>
    outcome === 'rejected' ? [reasons[0]?.code ?? 'no-reason'] : [],
  );
  const byCode = [...Map.groupBy(codes, (code) => code)].map(([code, { length }]) => ({ code, length }));
  const listed = byCode
    .sort((left, right) => right.length - left.length)
    .map(({ code, length }) => `${code} ${length}`);
  const why = listed.length === 0 ? '' : ` (${listed.join(', ')})`;
  return `${count('published')} published, ${count('held')} held, ${count('rejected')} rejected${why}, ${failed} failed`;
}
