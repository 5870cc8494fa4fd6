import type { Reason } from '../../schema/reason.ts';
import { reason } from '../../schema/vocabulary/reasons.ts';
import { decode } from './decode.ts';
import type { Document } from './document.ts';
import { detectFormat, mediaTypes, refusals } from './format.ts';
import { readHtml } from './read-html.ts';
import { readText } from './read-text.ts';

/** A file read, or why it cannot be: `mediaType` is known either way. */
export type ReadResult =
  | { readonly document: Document; readonly reason: null; readonly mediaType: string }
  | { readonly document: null; readonly reason: Reason; readonly mediaType: string };

/** Tags that no copied text has and every saved page does. */
const pageTag = /<(?:!doctype|html|head|body|table|tbody|tr|td|div|p|span|meta|br)\b[^<>]*>/i;

export function readDocument(bytes: Uint8Array): ReadResult {
  const format = detectFormat(bytes);
  const refusal = refusals[format];
  if (refusal !== undefined) return { document: null, reason: reason(refusal), mediaType: mediaTypes[format] };
  const { text, encoding } = decode(bytes);
  if (text.trim() === '') return { document: null, reason: reason('empty'), mediaType: mediaTypes.empty };
  const isPage = pageTag.test(text);
  const mediaType = isPage ? 'text/html' : 'text/plain';
  const blocks = isPage ? readHtml(text) : readText(text);
  return { document: { mediaType, encoding, blocks }, reason: null, mediaType };
}
