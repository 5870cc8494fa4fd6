import { createServer, type IncomingHttpHeaders } from 'node:http';
import path from 'node:path';
import S3rver, { type Context, type Middleware } from '@20minutes/s3rver';
import { listVersions } from './list-versions.ts';
import { listen, localHost, type PortRequest, stop } from './listen.ts';
import type { Creation, ObjectVersion } from './s3-notification.ts';
import { type S3Request, s3Requests } from './s3-request.ts';
import { isSafePath } from './safe-path.ts';
import { createSequencer } from './sequencer.ts';
import { serveVersions } from './serve-versions.ts';
import { versionedStore } from './versioned-store.ts';

export interface S3Options {
  /** Folder of the buckets. */
  readonly directory: string;
  readonly bucket: string;
  readonly port: PortRequest;
  /** Told of each new object version before its upload is answered, as the notification of the bucket. */
  readonly onCreated: (version: ObjectVersion, creation: Creation) => Promise<void>;
}

export interface LocalService {
  readonly endpoint: string;
  close(): Promise<void>;
}

export interface LocalS3 extends LocalService {
  /** Every complete version of every object, oldest first. */
  versions(): Promise<ObjectVersion[]>;
}

/** A browser may upload straight to the bucket, as it may to the real one, from a page of this machine. */
const cors = `<CORSConfiguration><CORSRule>
<AllowedOrigin>http://localhost:*</AllowedOrigin><AllowedOrigin>http://127.0.0.1:*</AllowedOrigin>
<AllowedMethod>GET</AllowedMethod><AllowedMethod>HEAD</AllowedMethod>
<AllowedMethod>PUT</AllowedMethod><AllowedMethod>POST</AllowedMethod><AllowedHeader>*</AllowedHeader>
<ExposeHeader>ETag</ExposeHeader><ExposeHeader>x-amz-version-id</ExposeHeader><ExposeHeader>Content-Disposition</ExposeHeader>
</CORSRule></CORSConfiguration>`;

/** S3 on the file system: one bucket with versioning that tells of new objects as the real one does. */
export async function startS3({ directory, bucket, port, onCreated }: S3Options): Promise<LocalS3> {
  const versionsBucket = `${bucket}-versions`;
  const versions = () => listVersions({ bucket, folder: path.join(directory, versionsBucket) });
  const app = new S3rver({
    directory,
    silent: true,
    vhostBuckets: false,
    configureBuckets: [{ name: bucket, configs: [cors] }, { name: versionsBucket }],
  });
  await app.configureBuckets();
  const sequencer = createSequencer((await versions()).at(-1)?.versionId ?? null, Date.now);
  app.store = versionedStore(app.store, { bucket, versionsBucket, sequencer });
  app.context.store = app.store;
  app.middleware.unshift(serveVersions({ bucket, versions }), speakAsS3(onCreated));
  const server = createServer(app.callback());
  const release = () => {
    app.logger.exceptions.unhandle();
    app.logger.close();
  };
  server.once('close', release).once('error', release);
  const taken = await listen(server, port);
  return { endpoint: `http://${localHost}:${taken}`, versions, close: () => stop(server) };
}

function speakAsS3(onCreated: S3Options['onCreated']): Middleware {
  return async (context, next) => {
    if (!isSafePath(decodeURIComponent(context.path))) context.throw(400, 'The path leads out of the bucket');
    const request = requestOf(context);
    const creation = creationOf(context);
    admitAnyone(context);
    await s3Requests.run(request, next).catch((error) => {
      throw asS3Error(error, request);
    });
    const version = request.created?.versionId ?? request.served;
    if (version !== null) context.set('x-amz-version-id', version);
    if (request.created) await onCreated(request.created, creation);
  };
}

function requestOf({ query, req }: Context): S3Request {
  const { versionId } = query;
  const hasTrailer = String(req.headers['x-amz-content-sha256']).endsWith('-TRAILER');
  return { askedVersion: typeof versionId === 'string' ? versionId : null, hasTrailer, created: null, served: null };
}

function creationOf({ method, query, req }: Context): Creation {
  if (method === 'POST') return 'uploadId' in query ? 'CompleteMultipartUpload' : 'Post';
  return 'x-amz-copy-source' in req.headers ? 'Copy' : 'Put';
}

/**
 * Takes signatures off: the server knows one key only, and on one machine whoever asks may. Presigned addresses work the
 * same way. The framing of a body is no property of the object, so `aws-chunked` is no content encoding to keep.
 */
function admitAnyone(context: Context): void {
  const headers: IncomingHttpHeaders = context.req.headers;
  delete headers.authorization;
  headers['content-encoding'] = headers['content-encoding']?.replace(/aws-chunked,?\s*/, '') || undefined;
  const { 'X-Amz-Algorithm': _signed, ...query } = context.query;
  context.query = query;
}

/** Faults the server under this has no name for, or another one than S3 has. */
function asS3Error(error: unknown, { askedVersion }: S3Request): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'NoSuchKey' && askedVersion !== null) {
    return Object.assign(error instanceof Error ? error : new Error(), { code: 'NoSuchVersion' });
  }
  if (code === 'ENAMETOOLONG') {
    return Object.assign(new Error('Your key is too long for the file system'), { status: 400, expose: true });
  }
  return error;
}
