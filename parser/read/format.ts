import type { ReasonCode } from '../../schema/law/vocabulary/reasons.ts';
import { looksLikeText, startsWith } from './decode.ts';
import { binary, isMhtml } from './mail/mime.ts';
import { Budget, type ReadContext, type Reader, type ReadResult, refused, Unreadable } from './reader.ts';

/** Declarations and comments before the root of an XML file are this long at most. */
const longestOpening = 4096;
/** Before it only a mark of byte order may stand. */
const declaration = /^[^<]{0,8}<\?xml\s/;
const longestDeclaration = 64;
const comment = /<!--[\s\S]*?-->/g;

/** The start tag of a file of XML, with its namespaces; empty where the file does not begin as one. */
function xmlRoot(bytes: Uint8Array): string {
  if (!declaration.test(characters(bytes.subarray(0, longestDeclaration)))) return '';
  const opening = characters(bytes.subarray(0, longestOpening)).replace(comment, '');
  const [, root = ''] = /<([a-z][^>]*)>/i.exec(opening) ?? [];
  return root;
}

/** Files in UTF-16 have a zero byte beside each character of markup. */
function characters(bytes: Uint8Array): string {
  return binary(bytes).replaceAll('\0', '');
}

/** What a file is, told from its bytes alone; names and labels lie. It is read by `load`, or refused for `refusal`. */
type Format = { readonly mediaType: string; readonly is: (bytes: Uint8Array) => boolean } & (
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
    load: async () => (await import('./archive/read-archive.ts')).readZip,
  },
  {
    mediaType: 'application/x-ole-storage',
    is: begins(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    load: async () => (await import('./archive/read-ole.ts')).readOle,
  },
  {
    mediaType: 'application/rtf',
    is: begins(0x7b, 0x5c, 0x72, 0x74),
    load: async () => (await import('./word/rtf/read-rtf.ts')).readRtf,
  },
  {
    mediaType: 'application/gzip',
    is: begins(0x1f, 0x8b, 0x08),
    load: async () => (await import('./archive/read-archive.ts')).readGzip,
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
    load: async () => (await import('./mail/read-mhtml.ts')).readMhtml,
  },
  {
    mediaType: 'application/vnd.ms-excel',
    is: hasRoot(/^(?:\w+:)?Workbook\s[^>]*urn:schemas-microsoft-com:office:spreadsheet/),
    load: async () => (await import('./sheet/read-xml-workbook.ts')).readXmlWorkbook,
  },
  {
    mediaType: 'application/msword',
    is: hasRoot(/^w:wordDocument\s/),
    load: async () => (await import('./word/docx/read-docx.ts')).readWordXml,
  },
  {
    mediaType: 'application/vnd.oasis.opendocument.text',
    is: hasRoot(/^office:document\s/),
    load: async () => (await import('./word/odt/read-odt.ts')).readFlatOdt,
  },
  {
    mediaType: 'text/plain',
    is: looksLikeText,
    load: async () => (await import('./read-text-file.ts')).readTextFile,
  },
];

const unknown: Format = { mediaType: 'application/octet-stream', is: () => true, refusal: 'not-text' };

function detectFormat(bytes: Uint8Array): Format {
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

/** Reads a file of any format: one result, or one for each member of an archive. A bad file is refused, never thrown. */
export async function readDocuments(
  bytes: Uint8Array,
  context: ReadContext = { depth: 0, budget: new Budget(bytes.length) },
): Promise<readonly ReadResult[]> {
  const format = detectFormat(bytes);
  if ('refusal' in format) return [refused(format.refusal, format.mediaType)];
  const read = await format.load();
  try {
    return await read(bytes, context);
  } catch (error) {
    if (error instanceof Unreadable) return [refused(error.code, format.mediaType)];
    throw error;
  }
}
