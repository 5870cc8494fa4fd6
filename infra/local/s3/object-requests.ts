import type { MultipartUploads, Part, UploadRef } from './multipart-uploads.ts';
import type { ByteRange, ObjectStore, StoredVersion } from './object-store.ts';
import { type Creation, timeOf } from './object-version.ts';
import { bodyText, requestBody } from './request-body.ts';
import { bytesOf, headersToKeep, type S3Answer, type S3Call } from './s3-call.ts';
import { S3Fault } from './s3-fault.ts';
import { xmlDocument, xmlRecords } from './xml.ts';

/** A call about one object. */
export interface ObjectCall extends S3Call {
  readonly bucket: string;
  readonly key: string;
}

/** What object requests are answered from, and who is told of a new version before its upload is answered. */
export interface Bucket {
  readonly name: string;
  readonly store: ObjectStore;
  readonly uploads: MultipartUploads;
  readonly tell: (version: StoredVersion, creation: Creation) => Promise<void>;
}

/** Most bytes of a list of parts: ten thousand of them. */
const longestPartList = 2 * 1024 * 1024;

/** Answers a request about an object. Throws `S3Fault` for what S3 refuses. */
export function answerObject(call: ObjectCall, bucket: Bucket): Promise<S3Answer> {
  const { method, query } = call;
  if (query.has('tagging') && method === 'GET') return noTags(call, bucket);
  if (query.has('uploads') && method === 'POST') return beginUpload(call, bucket);
  if (query.has('uploadId')) return answerUpload(call, bucket);
  if (method === 'GET' || method === 'HEAD') return getObject(call, bucket);
  if (method === 'PUT') return call.headers['x-amz-copy-source'] ? copyObject(call, bucket) : putObject(call, bucket);
  if (method === 'DELETE') return deleteObject(call, bucket);
  throw new S3Fault('MethodNotAllowed', 'The specified method is not allowed against this resource.');
}

async function getObject(call: ObjectCall, { store }: Bucket): Promise<S3Answer> {
  const { method, headers, query } = call;
  const version = existing(store, call.key, query.get('versionId'));
  const eTag = `"${version.eTag}"`;
  const modified = timeOf(version.versionId);
  const facts = {
    ...version.headers,
    ...overrides(query),
    ...{
      etag: eTag,
      'last-modified': modified.toUTCString(),
      'accept-ranges': 'bytes',
      'x-amz-version-id': version.versionId,
    },
  };
  const [match, noneMatch] = [headers['if-match'], headers['if-none-match']];
  if (match !== undefined && match !== '*' && !match.includes(version.eTag)) {
    throw new S3Fault('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
  }
  const since = Date.parse(headers['if-modified-since'] ?? '');
  const unchanged =
    noneMatch === undefined ? since >= modified.getTime() : noneMatch === '*' || noneMatch.includes(version.eTag);
  if (unchanged) return { status: 304, headers: facts };
  const range = rangeOf(headers.range, version.size);
  const length = range === null ? version.size : range.end - range.start + 1;
  return {
    status: range === null ? 200 : 206,
    headers: {
      ...{ 'content-type': 'binary/octet-stream', ...facts, 'content-length': String(length) },
      ...(range === null && headers['x-amz-checksum-mode'] !== undefined && version.checksums),
      ...(range && { 'content-range': `bytes ${range.start}-${range.end}/${version.size}` }),
    },
    ...(method === 'GET' && version.size > 0 && { body: store.read(version, range ?? undefined) }),
  };
}

/** The version a request asks for. Throws `NoSuchKey`, `NoSuchVersion`, and `MethodNotAllowed` for a deletion. */
function existing(store: ObjectStore, key: string, versionId: string | null): StoredVersion {
  const version = store.find(key, versionId);
  if (version === null && versionId !== null)
    throw new S3Fault('NoSuchVersion', 'The specified version does not exist.');
  if (version === null) throw new S3Fault('NoSuchKey', 'The specified key does not exist.');
  if (!version.deletion) return version;
  const headers = { 'x-amz-delete-marker': 'true', 'x-amz-version-id': version.versionId };
  if (versionId === null) throw new S3Fault('NoSuchKey', 'The specified key does not exist.', headers);
  throw new S3Fault('MethodNotAllowed', 'The specified method is not allowed against a deletion.', headers);
}

/** Headers that the address of a link asks for in place of the object's own. */
function overrides(query: URLSearchParams): Record<string, string> {
  return headersToKeep(
    [...query]
      .map(([name, value]) => [name.replace(/^response-/, ''), value] as const)
      .filter(([name]) => query.has(`response-${name}`)),
  );
}

/** The bytes a `Range` header asks for; null for all, also where the header is not understood. Throws `InvalidRange`. */
function rangeOf(header: string | undefined, size: number): ByteRange | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return null;
  const range =
    from === ''
      ? { start: Math.max(0, size - Number(to)), end: size - 1 }
      : { start: Number(from), end: Math.min(to === '' ? size - 1 : Number(to), size - 1) };
  if (range.start > range.end) throw new S3Fault('InvalidRange', 'The requested range is not satisfiable');
  return range;
}

/** Whether an object may be taken in only where there is none of its key. */
function isOnlyNew({ headers }: Pick<ObjectCall, 'headers'>): boolean {
  return headers['if-none-match'] === '*';
}

async function putObject({ key, headers, body }: ObjectCall, bucket: Bucket): Promise<S3Answer> {
  const { bytes, checksums } = requestBody(bytesOf(body), headers);
  const kept = headersToKeep(Object.entries(headers));
  const version = await bucket.store.put({ key, bytes, checksums, headers: kept, onlyNew: isOnlyNew({ headers }) });
  await bucket.tell(version, 'Put');
  return { status: 200, headers: { ...created(version), ...version.checksums } };
}

async function copyObject(call: ObjectCall, bucket: Bucket): Promise<S3Answer> {
  const { key, headers } = call;
  const source = sourceOf(call, bucket);
  const replaces = headers['x-amz-metadata-directive'] === 'REPLACE';
  if (source.key === key && !replaces && !String(headers['x-amz-copy-source']).includes('versionId=')) {
    throw new S3Fault(
      'InvalidRequest',
      'This copy request is illegal: it copies an object to itself and changes nothing.',
    );
  }
  const version = await bucket.store.put({
    ...{ key, bytes: bucket.store.read(source), checksums: () => source.checksums },
    headers: replaces ? headersToKeep(Object.entries(headers)) : source.headers,
  });
  await bucket.tell(version, 'Copy');
  const result = { LastModified: timeOf(version.versionId).toISOString(), ETag: `"${version.eTag}"` };
  return { status: 200, headers: created(version), body: xmlDocument('CopyObjectResult', result) };
}

/** The version a copy is made of: `bucket/key`, percent-encoded, with a version where one is asked for. */
function sourceOf({ headers }: ObjectCall, { name, store }: Bucket): StoredVersion {
  const [, from = '', key = '', versionId = null] =
    /^\/?([^/]+)\/([^?]+)(?:\?versionId=(.+))?$/.exec(String(headers['x-amz-copy-source'])) ?? [];
  if (from !== name) throw new S3Fault('NoSuchBucket', 'The specified bucket does not exist');
  try {
    return existing(store, decodeURIComponent(key), versionId);
  } catch (error) {
    throw error instanceof URIError ? new S3Fault('InvalidArgument', 'Copy Source must be URL-encoded') : error;
  }
}

function created({ eTag, versionId }: StoredVersion): Record<string, string> {
  return { etag: `"${eTag}"`, 'x-amz-version-id': versionId };
}

async function deleteObject({ key, query }: ObjectCall, { store }: Bucket): Promise<S3Answer> {
  const { versionId, marker } = await removeVersion(store, key, query.get('versionId'));
  const headers = { 'x-amz-version-id': versionId, ...(marker && { 'x-amz-delete-marker': 'true' }) };
  return { status: 204, headers: versionId === '' ? {} : headers };
}

/** What was removed, or put in front: `marker` says whether it is a deletion. */
export interface Removal {
  readonly versionId: string;
  readonly marker: boolean;
}

/** Hides a key, or takes one version away for good; a version that is not there is gone already. */
export async function removeVersion(store: ObjectStore, key: string, versionId: string | null): Promise<Removal> {
  if (versionId === null) return { versionId: (await store.hide(key)).versionId, marker: true };
  const version = store.find(key, versionId);
  if (version !== null) await store.purge(version);
  return { versionId: version?.versionId ?? '', marker: version?.deletion ?? false };
}

async function noTags({ key, query }: ObjectCall, { store }: Bucket): Promise<S3Answer> {
  existing(store, key, query.get('versionId'));
  return { status: 200, body: xmlDocument('Tagging', { TagSet: '' }) };
}

async function beginUpload({ bucket, key, headers }: ObjectCall, { uploads }: Bucket): Promise<S3Answer> {
  const UploadId = await uploads.begin(key, headersToKeep(Object.entries(headers)));
  return { status: 200, body: xmlDocument('InitiateMultipartUploadResult', { Bucket: bucket, Key: key, UploadId }) };
}

function answerUpload(call: ObjectCall, bucket: Bucket): Promise<S3Answer> {
  const { method, key, query } = call;
  const upload = { id: query.get('uploadId') ?? '', key };
  if (method === 'PUT') return putPart(call, bucket, upload);
  if (method === 'POST') return completeUpload(call, bucket, upload);
  if (method === 'DELETE') return bucket.uploads.abort(upload).then(() => ({ status: 204 }));
  if (method === 'GET') return listParts(call, bucket, upload);
  throw new S3Fault('MethodNotAllowed', 'The specified method is not allowed against this resource.');
}

async function putPart(call: ObjectCall, bucket: Bucket, upload: UploadRef): Promise<S3Answer> {
  const { headers, query, body } = call;
  const number = Number(query.get('partNumber') ?? Number.NaN);
  if (headers['x-amz-copy-source'] === undefined) {
    const { bytes, checksums } = requestBody(bytesOf(body), headers);
    const { md5 } = await bucket.uploads.putPart(upload, number, bytes);
    return { status: 200, headers: { etag: `"${md5}"`, ...checksums() } };
  }
  const source = sourceOf(call, bucket);
  const range = rangeOf(headers['x-amz-copy-source-range']?.toString(), source.size);
  const { md5 } = await bucket.uploads.putPart(upload, number, bucket.store.read(source, range ?? undefined));
  const result = { LastModified: new Date().toISOString(), ETag: `"${md5}"` };
  return { status: 200, body: xmlDocument('CopyPartResult', result) };
}

async function completeUpload(call: ObjectCall, bucket: Bucket, upload: UploadRef): Promise<S3Answer> {
  const listed = xmlRecords(await bodyText(bytesOf(call.body), longestPartList), 'Part');
  const named = listed.map(({ PartNumber, ETag = '' }) => ({ number: Number(PartNumber), eTag: ETag }));
  const version = await bucket.uploads.complete(upload, named, isOnlyNew(call));
  await bucket.tell(version, 'CompleteMultipartUpload');
  const result = { Bucket: call.bucket, Key: call.key, ETag: `"${version.eTag}"` };
  return { status: 200, headers: created(version), body: xmlDocument('CompleteMultipartUploadResult', result) };
}

async function listParts({ bucket, key }: ObjectCall, { uploads }: Bucket, upload: UploadRef): Promise<S3Answer> {
  const Parts = (await uploads.parts(upload)).map(({ number, md5, size }: Part) => ({
    ...{ PartNumber: number, ETag: `"${md5}"`, Size: size },
  }));
  const result = { Bucket: bucket, Key: key, UploadId: upload.id, IsTruncated: false, Part: Parts };
  return { status: 200, body: xmlDocument('ListPartsResult', result) };
}
