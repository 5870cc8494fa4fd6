import { readFile } from 'node:fs/promises';
import { createS3Client } from '../../infra/aws/aws-clients.ts';
import { AwsEnv, readEnv } from '../../infra/aws/env.ts';
import { type Said, type UploadedRaw, uploadRaw } from '../../infra/aws/raw-upload.ts';
import { inParallel } from '../../infra/aws/retry.ts';
import { ingestionId } from '../../infra/aws/s3-message.ts';
import { adviceFor } from '../advice.ts';
import type { UploadFile } from '../files.ts';
import { progressBar } from '../progress-bar.ts';
import type { Target } from '../target.ts';
import { type FollowedIngestion, followIngestion } from './follow-ingestion.ts';

export interface UploadOptions {
  readonly target: Pick<Target, 'env' | 'bucket'>;
  /** Where to ask for outcomes; null does not wait for them. */
  readonly graphql: string | null;
  readonly title: string;
  readonly said?: Said;
}

/** A file's way: into the bucket, there already, or failed; and what became of it where that was waited for. */
export type Uploaded =
  | (Pick<UploadedRaw, 'state'> & { readonly file: UploadFile; readonly ingestion: FollowedIngestion | null })
  | { readonly state: 'failed'; readonly file: UploadFile; readonly fault: string };

/** Uploads at a time: enough to hide latency, few enough for a home connection, and for the files held in memory. */
const parallel = 8;
const patience = { timeout: 120_000, pause: 200 };

/**
 * Uploads files with a progress bar on standard error; with `graphql`, each counts once its outcome is known. A file that
 * fails does not end the others. Throws where none can succeed.
 */
export async function uploadAll(files: readonly UploadFile[], options: UploadOptions): Promise<Uploaded[]> {
  const s3 = createS3Client(readEnv(AwsEnv, options.target.env));
  const bar = progressBar(options.title, files.length);
  const uploaded = await inParallel(files, parallel, async (file) => {
    const result = await uploadOne(s3, file, options).catch((error): Uploaded => failure(file, error));
    bar.advance(1, file.key);
    return result;
  }).finally(() => s3.destroy());
  bar.end(`${options.title}: ${summary(uploaded)}`);
  return uploaded;
}

type S3 = ReturnType<typeof createS3Client>;

async function uploadOne(s3: S3, file: UploadFile, options: UploadOptions): Promise<Uploaded> {
  const { bucket } = options.target;
  const bytes = await readFile(file.path);
  const { state, versionId } = await uploadRaw(s3, { ...options.said, bucket, key: file.key, bytes });
  const ingestion = await outcome({ bucket, key: file.key, versionId }, options.graphql);
  return { state, file, ingestion };
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

/** Throws what concerns every file alike: credentials that are missing or have expired, a bucket that cannot be reached. */
function failure(file: UploadFile, error: unknown): Uploaded {
  if (adviceFor(error) !== null) throw error;
  return { state: 'failed', file, fault: error instanceof Error ? error.message : String(error) };
}

function summary(uploaded: readonly Uploaded[]): string {
  const count = (state: Uploaded['state']) => uploaded.filter((one) => one.state === state).length;
  return `${count('uploaded')} uploaded, ${count('unchanged')} there already, ${count('failed')} failed`;
}
