import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { allowedOrigin } from '../foreign.ts';
import { type LocalService, listen, localHost, type PortRequest, stop } from '../listen.ts';
import { objectListing, urlEncoded, versionListing } from './listings.ts';
import { openMultipartUploads } from './multipart-uploads.ts';
import { answerObject, type Bucket, removeVersion } from './object-requests.ts';
import { openObjectStore, type StoredVersion } from './object-store.ts';
import { type Creation, localRegion, type ObjectVersion } from './object-version.ts';
import { readPostForm } from './post-form.ts';
import { bodyText } from './request-body.ts';
import { bytesOf, checkedKey, headersToKeep, type S3Answer, type S3Call, s3Call } from './s3-call.ts';
import { S3Fault } from './s3-fault.ts';
import { takeOverFolder } from './take-over-folder.ts';
import { xmlDocument, xmlRecords } from './xml.ts';

export interface S3Options {
  /** Folder of the bucket. */
  readonly directory: string;
  readonly bucket: string;
  readonly port: PortRequest;
  /** Told of each new object version before its upload is answered, as the notification of the bucket. */
  readonly onCreated: (version: ObjectVersion, creation: Creation) => Promise<void>;
}

export interface LocalS3 extends LocalService {
  /** Every version of every object, oldest first, without deletions. */
  versions(): ObjectVersion[];
}

/** Parts of a bucket or an object that S3 has and this server has not: a request to one must not be taken for the whole. */
const unknownParts =
  'accelerate acl analytics attributes cors encryption intelligent-tiering inventory legal-hold lifecycle logging metadataTable metrics notification object-lock ownershipControls policy policyStatus publicAccessBlock renameObject replication requestPayment restore retention select tagging torrent website'.split(
    ' ',
  );

/** Most keys, and most bytes, of a request that deletes several objects. */
const mostDeleted = 1000;
const longestDeletion = 4 * 1024 * 1024;

/**
 * S3 on the file system: one bucket with versioning, which tells of new objects as the real one does. Signatures are not
 * looked at: who is on the machine may. What S3 refuses is refused with its codes; no request ends the process.
 */
export async function startS3({ directory, bucket: name, port, onCreated }: S3Options): Promise<LocalS3> {
  const folder = (part: string) => path.join(directory, part);
  await takeOverFolder({ directory, bucket: name, objects: folder('objects') });
  const store = await openObjectStore({ objects: folder('objects'), arriving: folder('arriving') });
  const uploads = await openMultipartUploads(folder('uploads'), store);
  const versionOf = ({ key, versionId, size, eTag }: StoredVersion) => ({ bucket: name, key, versionId, size, eTag });
  const tell = (version: StoredVersion, creation: Creation) => onCreated(versionOf(version), creation);
  const bucket: Bucket = { name, store, uploads, tell };
  const server = createServer((request, response) => void serve(request, response, bucket));
  const taken = await listen(server, port);
  return {
    endpoint: `http://${localHost}:${taken}`,
    close: () => stop(server),
    versions: () =>
      store
        .listed()
        .flat()
        .filter(({ deletion }) => !deletion)
        .map(versionOf)
        .toSorted((a, b) => (a.versionId < b.versionId ? -1 : 1)),
  };
}

async function serve(request: IncomingMessage, response: ServerResponse, bucket: Bucket): Promise<void> {
  try {
    await send(await answer(request, bucket), request, response);
  } catch (error) {
    if (response.headersSent || response.destroyed) response.destroy();
    else await send(refusal(error), request, response).catch(() => response.destroy());
  }
}

async function send(answered: S3Answer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, headers = {}, body = '' } = answered;
  // What was not read of the request is read past, so that the connection can go on.
  request.resume();
  const type = typeof body === 'string' && body !== '' ? { 'content-type': 'application/xml' } : {};
  response.writeHead(status, { ...type, ...readableBy(request), ...headers });
  if (typeof body === 'string') response.end(body);
  else await pipeline(body, response);
}

/** Lets a page of this machine read the answer. */
function readableBy({ headers }: IncomingMessage): Record<string, string> {
  const origin = allowedOrigin(headers);
  if (origin === null) return {};
  return {
    ...{ 'access-control-allow-origin': origin, vary: 'Origin' },
    'access-control-expose-headers': 'ETag, Content-Disposition, x-amz-version-id, x-amz-delete-marker',
  };
}

function refusal(error: unknown): S3Answer {
  const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
  const reason = isFull ? 'The disk is full' : 'We encountered an internal error. Please try again.';
  const fault = error instanceof S3Fault ? error : new S3Fault('InternalError', reason);
  const body = xmlDocument('Error', { Code: fault.code, Message: fault.message, RequestId: 'LOCAL' }).replace(
    / xmlns="[^"]*"/,
    '',
  );
  return { status: fault.status, headers: fault.headers, body };
}

async function answer(request: IncomingMessage, bucket: Bucket): Promise<S3Answer> {
  if (request.method === 'OPTIONS') return preflight(request);
  const call = s3Call(request);
  refuseExpired(call.query);
  if (call.bucket === null) return answerService(call, bucket);
  if (call.bucket !== bucket.name) {
    if (call.method === 'PUT' && call.key === null)
      throw new S3Fault('NotImplemented', `There is one bucket, ${bucket.name}`);
    throw new S3Fault('NoSuchBucket', 'The specified bucket does not exist');
  }
  const part = unknownParts.find((name) => call.query.has(name));
  if (part !== undefined && !(part === 'tagging' && call.method === 'GET' && call.key !== null)) {
    throw new S3Fault('NotImplemented', `The local bucket has no ${part}`);
  }
  if (call.key === null) return answerBucket(call, bucket);
  return answerObject({ ...call, bucket: call.bucket, key: call.key }, bucket);
}

function preflight({ headers }: IncomingMessage): S3Answer {
  return {
    status: 200,
    headers: {
      'access-control-allow-methods': 'GET, HEAD, PUT, POST',
      'access-control-allow-headers': headers['access-control-request-headers'] ?? '',
    },
  };
}

/** A link says itself until when it is good, in signature version 4 or 2. */
function refuseExpired(query: URLSearchParams): void {
  const until = query.has('X-Amz-Expires') ? expiryOfLink(query) : Number(query.get('Expires') ?? Number.NaN) * 1000;
  if (Date.now() > until) throw new S3Fault('AccessDenied', 'Request has expired');
}

/** In milliseconds since 1970; not a number where the link does not say when it was made. */
function expiryOfLink(query: URLSearchParams): number {
  const made = (query.get('X-Amz-Date') ?? '').replace(
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/,
    '$1-$2-$3T$4:$5:$6Z',
  );
  return Date.parse(made) + Number(query.get('X-Amz-Expires')) * 1000;
}

async function answerService({ method }: S3Call, { name }: Bucket): Promise<S3Answer> {
  if (method !== 'GET')
    throw new S3Fault('MethodNotAllowed', 'The specified method is not allowed against the service.');
  const Bucket = { Name: name, CreationDate: new Date(0).toISOString() };
  const result = { Owner: { ID: 'local', DisplayName: 'local' }, Buckets: { Bucket } };
  return { status: 200, body: xmlDocument('ListAllMyBucketsResult', result) };
}

async function answerBucket(call: S3Call, bucket: Bucket): Promise<S3Answer> {
  const { method, query } = call;
  const listing = { bucket: bucket.name, query, listed: bucket.store.listed() };
  if (method === 'HEAD') return { status: 200, headers: { 'x-amz-bucket-region': localRegion } };
  if (method === 'PUT' && query.has('versioning'))
    throw new S3Fault('NotImplemented', 'The bucket keeps versions always');
  if (method === 'PUT') throw new S3Fault('BucketAlreadyOwnedByYou', 'The bucket is there and is yours.');
  if (method === 'DELETE')
    throw new S3Fault('NotImplemented', 'The bucket cannot be deleted. End the stack and delete its folder.');
  if (method === 'POST') return query.has('delete') ? deleteObjects(call, bucket) : postObject(call, bucket);
  if (method !== 'GET')
    throw new S3Fault('MethodNotAllowed', 'The specified method is not allowed against this resource.');
  if (query.has('location')) return { status: 200, body: xmlDocument('LocationConstraint', '') };
  if (query.has('versioning'))
    return { status: 200, body: xmlDocument('VersioningConfiguration', { Status: 'Enabled' }) };
  if (query.has('uploads')) return listUploads(bucket);
  return { status: 200, body: query.has('versions') ? versionListing(listing) : objectListing(listing) };
}

async function listUploads({ name, uploads }: Bucket): Promise<S3Answer> {
  const Upload = (await uploads.all()).map(({ id, key }) => ({ Key: key, UploadId: id }));
  return { status: 200, body: xmlDocument('ListMultipartUploadsResult', { Bucket: name, IsTruncated: false, Upload }) };
}

async function deleteObjects({ body }: S3Call, { store }: Bucket): Promise<S3Answer> {
  const text = await bodyText(bytesOf(body), longestDeletion);
  const asked = xmlRecords(text, 'Object');
  if (asked.length === 0 || asked.length > mostDeleted || asked.some(({ Key = '' }) => Key === '')) {
    throw new S3Fault('MalformedXML', `The XML names no object, or more than ${mostDeleted}`);
  }
  const Deleted = [];
  for (const { Key = '', VersionId } of asked) {
    const { versionId, marker } = await removeVersion(store, checkedKey(Key), VersionId ?? null);
    const removed = VersionId === undefined ? { DeleteMarkerVersionId: versionId } : { VersionId };
    Deleted.push({ Key, ...removed, ...(marker && { DeleteMarker: true }) });
  }
  const isQuiet = xmlRecords(text, 'Delete').some(({ Quiet }) => Quiet === 'true');
  return { status: 200, body: xmlDocument('DeleteResult', { Deleted: isQuiet ? [] : Deleted }) };
}

async function postObject({ headers, body }: S3Call, bucket: Bucket): Promise<S3Answer> {
  const form = await readPostForm({ bucket: bucket.name, headers, body, now: new Date() });
  const key = checkedKey(form.key);
  const version = await bucket.store.put({ key, bytes: form.file, headers: headersToKeep(form.fields) });
  await bucket.tell(version, 'Post');
  const location = `http://${headers.host}/${bucket.name}/${urlEncoded(key)}`;
  const facts = { etag: `"${version.eTag}"`, 'x-amz-version-id': version.versionId, location };
  const redirect = form.fields.get('success_action_redirect');
  if (redirect !== undefined && URL.canParse(redirect)) {
    const target = new URL(redirect);
    for (const [field, value] of Object.entries({ bucket: bucket.name, key, etag: facts.etag }))
      target.searchParams.set(field, value);
    return { status: 303, headers: { ...facts, location: target.href } };
  }
  const asked = form.fields.get('success_action_status');
  if (asked !== '201') return { status: asked === '200' ? 200 : 204, headers: facts };
  const result = { Location: location, Bucket: bucket.name, Key: key, ETag: facts.etag };
  return { status: 201, headers: facts, body: xmlDocument('PostResponse', result) };
}
