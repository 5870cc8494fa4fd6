import type { Middleware } from '@20minutes/s3rver';
import type { ObjectVersion } from './s3-notification.ts';
import { timeOf } from './sequencer.ts';

/** The bucket that has versions, and where to ask for them. */
export interface VersionsSource {
  readonly bucket: string;
  /** Every complete version of every object, oldest first. */
  readonly versions: () => Promise<readonly ObjectVersion[]>;
}

/** Answers `ListObjectVersions`, which the server under this does not know, on one page however long. */
export function serveVersions({ bucket, versions }: VersionsSource): Middleware {
  return async (context, next) => {
    const { method, query, path } = context;
    if (method !== 'GET' || !('versions' in query) || path.replace(/\/$/, '') !== `/${bucket}`) return next();
    const prefix = typeof query.prefix === 'string' ? query.prefix : '';
    const found = (await versions()).filter(({ key }) => key.startsWith(prefix));
    context.type = 'application/xml';
    context.body = listing({ bucket, prefix, found });
  };
}

interface Found {
  readonly bucket: string;
  readonly prefix: string;
  readonly found: readonly ObjectVersion[];
}

/** Keys in order, each key's newest version first (Amazon S3 API Reference, "ListObjectVersions"). */
function listing({ bucket, prefix, found }: Found): string {
  const newest = new Map(found.map(({ key, versionId }) => [key, versionId]));
  const ordered = found.toReversed().toSorted((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)));
  const versions = ordered.map((version) => versionElement(version, newest.get(version.key) === version.versionId));
  return `<?xml version="1.0" encoding="UTF-8"?>
<ListVersionsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${escaped(bucket)}</Name><Prefix>${escaped(prefix)}</Prefix>
<KeyMarker/><VersionIdMarker/><MaxKeys>${versions.length}</MaxKeys><IsTruncated>false</IsTruncated>
${versions.join('\n')}
</ListVersionsResult>`;
}

function versionElement({ key, versionId, size, eTag }: ObjectVersion, isLatest: boolean): string {
  return `<Version><Key>${escaped(key)}</Key><VersionId>${versionId}</VersionId><IsLatest>${isLatest}</IsLatest>
<LastModified>${timeOf(versionId)}</LastModified><ETag>&quot;${eTag}&quot;</ETag><Size>${size}</Size>
<StorageClass>STANDARD</StorageClass></Version>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

function escaped(text: string): string {
  return text.replace(/[&<>\r]/g, (mark) => entities[mark] ?? mark);
}
