import { readFile } from 'node:fs/promises';
import { createS3Client } from '../../infra/aws-clients.ts';
import { AwsEnv, type Env, readEnv } from '../../infra/env.ts';
import { ingestionId } from '../../infra/ingestion-id.ts';
import { putRaw } from '../../infra/raw-upload.ts';
import type { UploadFile } from './files.ts';
import { type FollowedIngestion, followIngestion } from './follow-ingestion.ts';
import { inParallel } from './in-parallel.ts';
import { progressBar } from './progress-bar.ts';
import type { UploadTarget } from './upload-target.ts';

export interface UploadOptions {
  readonly target: UploadTarget & { readonly env: Env };
  /** Where to ask for outcomes; null does not wait for them. */
  readonly graphql: string | null;
  readonly title: string;
}

/** A file's way: uploaded, and what became of it where that was waited for. */
export interface Uploaded {
  readonly file: UploadFile;
  readonly ingestion: FollowedIngestion | null;
}

/** Uploads at a time: enough to hide latency, few enough for a home connection. */
const parallel = 8;
const patience = { timeout: 120_000, pause: 200 };

/** Uploads files with a progress bar on standard error; with `graphql`, each counts once its outcome is known. */
export async function uploadAll(files: readonly UploadFile[], options: UploadOptions): Promise<Uploaded[]> {
  const { bucket, endpoint, env } = options.target;
  const s3 = createS3Client(readEnv(AwsEnv, endpoint === null ? env : { ...env, AWS_ENDPOINT_URL_S3: endpoint }));
  const bar = progressBar(options.title, files.length);
  try {
    const uploaded = await inParallel(files, parallel, async (file) => {
      const versionId = await putRaw(s3, { bucket, key: file.key, bytes: await readFile(file.path) });
      const ingestion = await outcome({ bucket, key: file.key, versionId }, options.graphql);
      bar.advance(file.key);
      return { file, ingestion };
    });
    bar.end(`${options.title}: ${files.length} uploaded`);
    return uploaded;
  } catch (error) {
    bar.end(`${options.title}: failed`);
    throw error;
  } finally {
    s3.destroy();
  }
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
