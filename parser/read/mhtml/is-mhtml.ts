import { binary, headerFields } from './mime.ts';

/** The header of a saved page is a few hundred bytes. */
const longestHeader = 4096;
const savedPage = /^(?:multipart\/related|text\/html)\b/i;

/** Whether a file is a page saved as a MIME message: it begins with header fields, and they say so. */
export function isMhtml(bytes: Uint8Array): boolean {
  const fields = headerFields(binary(bytes.subarray(0, longestHeader)));
  return fields.has('mime-version') && savedPage.test(fields.get('content-type') ?? '');
}
