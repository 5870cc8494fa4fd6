import process from 'node:process';
import { exitCodes } from '../exit-codes.ts';
import { runningStack } from '../running-stack.ts';
import { uploadFiles } from './files.ts';
import { type Uploaded, uploadAll } from './upload-all.ts';
import { uploadTarget } from './upload-target.ts';

export interface UploadCommandOptions {
  readonly to?: string;
  readonly wait?: true;
  readonly graphql?: string;
  readonly dataDir: string;
}

/** Uploads files and folders; with `wait`, prints what became of each. */
export async function upload(paths: readonly string[], options: UploadCommandOptions): Promise<void> {
  const files = await uploadFiles(paths);
  if (files.length === 0) throw new Error('There is no file to upload.');
  const target = await uploadTarget(options.to, options.dataDir);
  const graphql = options.wait ? (options.graphql ?? (await runningStack(options.dataDir)).graphql) : null;
  const env = target.endpoint === null ? process.env : { ...localCredentials, ...process.env };
  const uploaded = await uploadAll(files, { target: { ...target, env }, graphql, title: 'Upload' });
  for (const line of uploaded.flatMap(outcomeLine)) process.stdout.write(`${line}\n`);
  if (uploaded.some(({ ingestion }) => ingestion?.outcome === 'rejected')) process.exitCode = exitCodes.rejected;
}

/** An endpoint of one's own takes any keys, but the SDK wants some. */
const localCredentials = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local', AWS_REGION: 'us-east-1' };

function outcomeLine({ file, ingestion }: Uploaded): string[] {
  if (ingestion === null) return [];
  const reasons = ingestion.reasons.map(({ code, message }) => ` ${code}: ${message.en} ${message.zh}`).join('');
  return [`${file.key}\t${ingestion.outcome}\t${ingestion.findings} findings${reasons}`];
}
