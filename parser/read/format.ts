import type { ReasonCode } from '../../schema/law/vocabulary/reasons.ts';
import { looksLikeText, startsWith } from './bytes.ts';
import { isMhtml } from './mhtml/is-mhtml.ts';
import type { Reader } from './reader.ts';
import { xmlRoot } from './xml-root.ts';

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
    is: isPdf,
    load: async () => (await import('./pdf/read-pdf.ts')).readPdf,
  },
  {
    mediaType: 'application/zip',
    is: (bytes) => startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]),
    load: async () => (await import('./zip/read-zip.ts')).readZip,
  },
  {
    mediaType: 'application/x-ole-storage',
    is: begins(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    load: async () => (await import('./ole/read-ole.ts')).readOle,
  },
  {
    mediaType: 'application/rtf',
    is: begins(0x7b, 0x5c, 0x72, 0x74),
    load: async () => (await import('./rtf/read-rtf.ts')).readRtf,
  },
  {
    mediaType: 'application/gzip',
    is: begins(0x1f, 0x8b, 0x08),
    load: async () => (await import('./zip/read-gzip.ts')).readGzip,
  },
  { mediaType: 'application/vnd.rar', is: begins(0x52, 0x61, 0x72, 0x21, 0x1a, 0x07), refusal: 'unsupported-archive' },
  {
    mediaType: 'application/x-7z-compressed',
    is: begins(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c),
    refusal: 'unsupported-archive',
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
    mediaType: 'application/vnd.ms-excel',
    is: hasRoot(/^(?:\w+:)?Workbook\s[^>]*urn:schemas-microsoft-com:office:spreadsheet/),
    load: async () => (await import('./sheet/read-xml-workbook.ts')).readXmlWorkbook,
  },
  {
    mediaType: 'application/msword',
    is: hasRoot(/^w:wordDocument\s/),
    load: async () => (await import('./docx/read-word-xml.ts')).readWordXml,
  },
  {
    mediaType: 'application/vnd.oasis.opendocument.text',
    is: hasRoot(/^office:document\s/),
    load: async () => (await import('./odf/read-odt.ts')).readFlatOdt,
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

/** Servers and mail leave a line or a mark before the header, which readers of PDF look for in the first kilobyte. */
function isPdf(bytes: Uint8Array): boolean {
  const [before, ...more] = Buffer.from(bytes.subarray(0, 1024)).toString('latin1').split('%PDF-');
  return more.length > 0 && !/[<{]/.test(before ?? '');
}

function hasRoot(pattern: RegExp) {
  return (bytes: Uint8Array) => pattern.test(xmlRoot(bytes));
}

function begins(...prefix: readonly number[]) {
  return (bytes: Uint8Array) => startsWith(bytes, prefix);
}
