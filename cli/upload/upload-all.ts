import { createS3Client } from '../../infra/aws/aws-clients.ts';
import { AwsEnv, readEnv } from '../../infra/aws/env.ts';
import { type Said, type UploadedRaw, uploadRaw } from '../../infra/aws/raw-upload.ts';
import { inParallel } from '../../infra/aws/retry.ts';
import { ingestionId } from '../../infra/aws/s3-message.ts';
import { adviceFor } from '../advice.ts';
import { progressBar } from '../progress-bar.ts';
import type { Target } from '../target.ts';
import type { BadEntry, Entry } from './entries.ts';
import { type FollowedIngestion, followIngestion } from './follow-ingestion.ts';

export interface UploadOptions {
  readonly target: Pick<Target, 'env' | 'bucket'>;
  /** Where to ask for outcomes; null does not wait for them. */
  readonly graphql: string | null;
  readonly title: string;
  /** What is said of every entry that does not say it itself. */
  readonly said?: Said;
}

/** An entry's way: into the bucket, there already, or failed; and what became of it where that was waited for. */
export type Uploaded =
  | (Pick<UploadedRaw, 'state'> & Pick<Entry, 'name' | 'key'> & { readonly ingestion: FollowedIngestion | null })
  | ({ readonly state: 'failed' } & BadEntry);

/** Uploads at a time: enough to hide latency, few enough for a home connection, and for the files held in memory. */
const parallel = 8;
const patience = { timeout: 120_000, pause: 200 };

/**
 * Uploads entries with a progress bar on standard error; with `graphql`, each counts once its outcome is known. What was fetched from one address
 * is uploaded in the order in which it was fetched, so that the newest comes last. An entry that fails does not end the others. Throws where none
 * can succeed.
 */
export async function uploadAll(entries: readonly Entry[], options: UploadOptions): Promise<Uploaded[]> {
  const s3 = createS3Client(readEnv(AwsEnv, options.target.env));
  const bar = progressBar(options.title, entries.length);
  const uploaded = new Map<Entry, Uploaded>();
  await inParallel(inTurn(entries), parallel, async (turn) => {
    for (const entry of turn) {
      uploaded.set(entry, await uploadOne(s3, entry, options).catch((error): Uploaded => failure(entry, error)));
      bar.advance(1, entry.key);
    }
  }).finally(() => s3.destroy());
  const inOrder = entries.flatMap((entry) => uploaded.get(entry) ?? []);
  bar.end(`${options.title}: ${summary(inOrder)}`);
  return inOrder;
}

/** Entries of one address one after the other, the earliest first. */
function inTurn(entries: readonly Entry[]): Entry[][] {
  const turns = Map.groupBy(entries, ({ key, said }) => said.sourceUrl ?? key);
  return [...turns.values()].map((turn) => turn.sort((left, right) => timeOf(left) - timeOf(right)));
}

function timeOf({ said }: Entry): number {
  return said.fetchedAt === undefined ? 0 : Date.parse(said.fetchedAt);
}

type S3 = ReturnType<typeof createS3Client>;

async function uploadOne(s3: S3, { name, key, said, read }: Entry, options: UploadOptions): Promise<Uploaded> {
  const { bucket } = options.target;
  const { state, versionId } = await uploadRaw(s3, { ...options.said, ...said, bucket, key, bytes: await read() });
  return { state, name, key, ingestion: await outcome({ bucket, key, versionId }, options.graphql) };
}

interface UploadedObject {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string | null;
}

async function outcome(object: UploadedObject, graphql: string | null): Promise<FollowedIngestion | null> {
  if (graphql === null) return null;
  if (object.versionId === null)
    throw new Error(`The bucket ${object.bucket} keeps no versions; upload without --wait.`);
  return followIngestion(graphql, ingestionId({ ...object, sequencer: '' }), patience);
}

/** Throws what concerns every entry alike: credentials that are missing or have expired, a bucket that cannot be reached. */
function failure({ name }: Entry, error: unknown): Uploaded {
  if (adviceFor(error) !== null) throw error;
  return { state: 'failed', name, fault: error instanceof Error ? error.message : String(error) };
}

function summary(uploaded: readonly Uploaded[]): string {
  const count = (state: Uploaded['state']) => uploaded.filter((one) => one.state === state).length;
  return `${count('uploaded')} uploaded, ${count('unchanged')} there already, ${count('failed')} failed`;
}
