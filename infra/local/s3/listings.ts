import type { StoredVersion } from './object-store.ts';
import { timeOf } from './object-version.ts';
import { S3Fault } from './s3-fault.ts';
import { type XmlValue, xmlDocument } from './xml.ts';

/** Most entries of a page. */
const longestPage = 1000;

/** The versions of each key, newest first, keys in order. */
type Listed = readonly (readonly StoredVersion[])[];

export interface ListingRequest {
  readonly bucket: string;
  readonly query: URLSearchParams;
  readonly listed: Listed;
}

/** Answers `ListObjects` and `ListObjectsV2`: the newest version of each key that is not deleted. */
export function objectListing({ bucket, query, listed }: ListingRequest): string {
  const isSecond = query.get('list-type') === '2';
  const token = query.get('continuation-token');
  const after = token !== null ? fromToken(token) : (query.get(isSecond ? 'start-after' : 'marker') ?? '');
  const shown = listed.flatMap(([newest]) => (newest === undefined || newest.deletion ? [] : [newest]));
  const page = pageOf(shown, query, ({ key }) => Buffer.compare(Buffer.from(key), Buffer.from(after)) > 0, after);
  const { encode } = page;
  const contents = page.items.map((version) => ({ Key: encode(version.key), ...facts(version) }));
  const next = page.last === null ? undefined : page.last;
  const place = isSecond
    ? {
        KeyCount: page.items.length + page.prefixes.length,
        ContinuationToken: token ?? undefined,
        NextContinuationToken: next === undefined ? undefined : toToken(next.key),
        StartAfter: query.has('start-after') ? encode(query.get('start-after') ?? '') : undefined,
      }
    : { Marker: encode(after), NextMarker: next === undefined ? undefined : encode(next.key) };
  return xmlDocument('ListBucketResult', {
    Name: bucket,
    ...page.common,
    ...place,
    Contents: contents,
    ...page.grouped,
  });
}

/** Answers `ListObjectVersions`: every version and deletion, each key's newest first. */
export function versionListing({ bucket, query, listed }: ListingRequest): string {
  const [key, versionId] = [query.get('key-marker') ?? '', query.get('version-id-marker') ?? ''];
  const isAfter = (version: StoredVersion) => {
    const order = Buffer.compare(Buffer.from(version.key), Buffer.from(key));
    return order > 0 || (order === 0 && versionId !== '' && version.versionId < versionId);
  };
  const newest = new Set(listed.map(([first]) => first?.versionId));
  const page = pageOf(listed.flat(), query, isAfter, key);
  const { encode } = page;
  const entry = (version: StoredVersion) => ({
    ...{ Key: encode(version.key), VersionId: version.versionId, IsLatest: newest.has(version.versionId) },
    ...(version.deletion ? { LastModified: timeOf(version.versionId).toISOString() } : facts(version)),
  });
  return xmlDocument('ListVersionsResult', {
    ...{ Name: bucket, ...page.common, KeyMarker: encode(key), VersionIdMarker: versionId },
    NextKeyMarker: page.last === null ? undefined : encode(page.last.key),
    NextVersionIdMarker: page.last?.versionId ?? undefined,
    Version: page.items.filter(({ deletion }) => !deletion).map(entry),
    DeleteMarker: page.items.filter(({ deletion }) => deletion).map(entry),
    ...page.grouped,
  });
}

function facts({ versionId, eTag, size }: StoredVersion) {
  const LastModified = timeOf(versionId).toISOString();
  return { LastModified, ETag: `"${eTag}"`, Size: size, StorageClass: 'STANDARD' };
}

interface Page {
  readonly items: readonly StoredVersion[];
  readonly prefixes: readonly string[];
  /** Where the next page goes on: after a version, or after all keys under a common prefix. Null on the last page. */
  readonly last: { readonly key: string; readonly versionId?: string } | null;
  readonly encode: (text: string) => string;
  /** Elements of every listing. */
  readonly common: Record<string, XmlValue>;
  readonly grouped: Record<string, XmlValue>;
}

/** A page of entries under a prefix; those whose key has the delimiter after the prefix become common prefixes. */
function pageOf(
  entries: readonly StoredVersion[],
  query: URLSearchParams,
  isAfter: (version: StoredVersion) => boolean,
  after: string,
): Page {
  const [prefix, delimiter] = [query.get('prefix') ?? '', query.get('delimiter') ?? ''];
  const most = mostKeys(query);
  const items: StoredVersion[] = [];
  const prefixes: string[] = [];
  let last: Page['last'] = null;
  let isTruncated = false;
  for (const version of entries) {
    if (!version.key.startsWith(prefix) || !isAfter(version)) continue;
    const at = delimiter === '' ? -1 : version.key.indexOf(delimiter, prefix.length);
    const group = at < 0 ? null : version.key.slice(0, at + delimiter.length);
    if (group !== null && (group === prefixes.at(-1) || (after !== '' && after.startsWith(group)))) continue;
    if (items.length + prefixes.length >= most) {
      isTruncated = most > 0;
      break;
    }
    if (group === null) items.push(version);
    else prefixes.push(group);
    last = group === null ? version : { key: group };
  }
  const isUrl = query.get('encoding-type') === 'url';
  const encode = (text: string) => (isUrl ? urlEncoded(text) : text);
  return {
    ...{ items, prefixes, encode, last: isTruncated ? last : null },
    common: {
      Prefix: encode(prefix),
      Delimiter: delimiter === '' ? undefined : encode(delimiter),
      MaxKeys: most,
      EncodingType: isUrl ? 'url' : undefined,
      IsTruncated: isTruncated,
    },
    grouped: { CommonPrefixes: prefixes.map((group) => ({ Prefix: encode(group) })) },
  };
}

function mostKeys(query: URLSearchParams): number {
  const stated = Number(query.get('max-keys') ?? longestPage);
  if (Number.isInteger(stated) && stated >= 0) return Math.min(stated, longestPage);
  throw new S3Fault('InvalidArgument', 'max-keys is no number of keys');
}

/** Percent-encoded but for slashes, as `encoding-type=url` asks for it. */
export function urlEncoded(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replaceAll('%2F', '/')
    .replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

function toToken(key: string): string {
  return Buffer.from(key).toString('base64url');
}

function fromToken(token: string): string {
  return Buffer.from(token, 'base64url').toString('utf8');
}
