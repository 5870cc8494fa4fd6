import type { ReasonCode } from '../../schema/vocabulary/reasons.ts';
import { looksLikeText, startsWith } from './bytes.ts';
import { isMhtml } from './mhtml/is-mhtml.ts';
import type { Reader } from './reader.ts';

/** What a file is, told from its bytes alone; names and labels lie. It is read by `load`, or refused for `refusal`. */
export type Format = { readonly mediaType: string; readonly is: (bytes: Uint8Array) => boolean } & (
  | { readonly refusal: ReasonCode }
  | { readonly load: () => Promise<Reader> }
);

/**
 * Every format, in the order in which they are tried; signatures as their standards publish them. A reader is loaded when
 * the first file of its format comes, so that pages and text never wait for the heavy ones.
 */
const formats: readonly Format[] = [
  { mediaType: 'application/octet-stream', is: (bytes) => bytes.length === 0, refusal: 'empty' },
  {
    mediaType: 'application/pdf',
    is: begins(0x25, 0x50, 0x44, 0x46),
    load: async () => (await import('./pdf/read-pdf.ts')).readPdf,
  },
  {
    mediaType: 'application/zip',
    is: begins(0x50, 0x4b, 0x03, 0x04),
    load: async () => (await import('./zip/read-zip.ts')).readZip,
  },
  {
    mediaType: 'application/x-ole-storage',
    is: begins(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    load: async () => (await import('./ole/read-ole.ts')).readOle,
  },
  { mediaType: 'application/rtf', is: begins(0x7b, 0x5c, 0x72, 0x74, 0x66), refusal: 'unsupported-format' },
  { mediaType: 'application/vnd.rar', is: begins(0x52, 0x61, 0x72, 0x21), refusal: 'unsupported-format' },
  {
    mediaType: 'application/x-7z-compressed',
    is: begins(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c),
    refusal: 'unsupported-format',
  },
  { mediaType: 'image/png', is: begins(0x89, 0x50, 0x4e, 0x47), refusal: 'image' },
  { mediaType: 'image/jpeg', is: begins(0xff, 0xd8, 0xff), refusal: 'image' },
  { mediaType: 'image/gif', is: begins(0x47, 0x49, 0x46, 0x38), refusal: 'image' },
  { mediaType: 'image/bmp', is: begins(0x42, 0x4d), refusal: 'image' },
  { mediaType: 'image/tiff', is: begins(0x49, 0x49, 0x2a, 0x00), refusal: 'image' },
  { mediaType: 'image/tiff', is: begins(0x4d, 0x4d, 0x00, 0x2a), refusal: 'image' },
  { mediaType: 'image/webp', is: begins(0x52, 0x49, 0x46, 0x46), refusal: 'image' },
  {
    mediaType: 'multipart/related',
    is: isMhtml,
    load: async () => (await import('./mhtml/read-mhtml.ts')).readMhtml,
  },
  {
    mediaType: 'text/plain',
    is: looksLikeText,
    load: async () => (await import('./read-text-file.ts')).readTextFile,
  },
];

const unknown: Format = { mediaType: 'application/octet-stream', is: () => true, refusal: 'not-text' };

export function detectFormat(bytes: Uint8Array): Format {
  return formats.find((format) => format.is(bytes)) ?? unknown;
}

function begins(...prefix: readonly number[]) {
  return (bytes: Uint8Array) => startsWith(bytes, prefix);
}
