import { decode } from '../decode.ts';
import { readPage } from '../html/read-html.ts';
import { type ReadResult, readable, refused } from '../reader.ts';
import { mimeParts } from './mime.ts';

const mediaType = 'multipart/related';

/** A page saved as one file (RFC 2557): its own text, then that of the pages framed in it; pictures and styles are left. */
export function readMhtml(bytes: Uint8Array): [ReadResult] {
  const pages = mimeParts(bytes)
    .filter(({ type }) => type === 'text/html')
    .map(({ body }) => decode(body));
  const [page] = pages;
  if (page === undefined) return [refused('no-report', mediaType)];
  const html = pages.map(({ text }) => text).join('\n');
  return [readable({ mediaType, encoding: page.encoding, ...readPage(html) })];
}
