import { gunzipSync } from 'node:zlib';
import type { ReasonCode } from '../../../schema/law/vocabulary/reasons.ts';
import type { Block, Document } from '../document.ts';
import { readDocuments } from '../format.ts';
import { Budget, type ReadContext, type ReadResult, readable, refused, Unreadable } from '../reader.ts';
import { mainPart } from './relationships.ts';
import { Archive } from './zip-archive.ts';

const mediaType = 'application/zip';

/** What packing programs and desktops add to an archive: attributes of files, thumbnails, folder settings. */
const notDocuments = /(?:^|\/)(?:__MACOSX\/|\.[^/]*$|Thumbs\.db$|desktop\.ini$)/i;

/** Every file of an archive, each with its path; an archive in the archive is refused. */
export async function readMembers(archive: Archive, { depth, budget }: ReadContext): Promise<readonly ReadResult[]> {
  if (depth > 0) return [refused('nested-archive', mediaType)];
  const names = documentsIn(archive);
  if (names.length === 0) return [refused('archive-empty', mediaType)];
  const results: ReadResult[] = [];
  for (const member of names) {
    const read = await readMember(archive, member, { depth: depth + 1, budget });
    results.push(...read.map((result) => ({ ...result, member })));
  }
  return results;
}

/** Paths of the documents in an archive. */
export function documentsIn({ names }: Archive): string[] {
  return names.filter((name) => !notDocuments.test(name));
}

async function readMember(archive: Archive, name: string, context: ReadContext): Promise<readonly ReadResult[]> {
  try {
    return await readDocuments(archive.read(name) ?? new Uint8Array(), context);
  } catch (error) {
    if (error instanceof Unreadable) return [refused(error.code, mediaType)];
    throw error;
  }
}

/** A document that is a package: what says so in it, and its reader or why it has none. */
type PackageFormat =
  | { readonly mediaType: Document['mediaType']; readonly load: () => Promise<PackageReader> }
  | { readonly mediaType: string; readonly refusal: ReasonCode };

/** Reads a package; `main` is the path of its main part, `bytes` the whole file. */
type PackageReader = (archive: Archive, main: string, bytes: Uint8Array) => Block[];

/** Packages of Office Open XML by the folder of their main part, which says what wrote them. */
const openXml: readonly (PackageFormat & { readonly folder: string })[] = [
  {
    folder: 'word/',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    load: async () => (await import('../word/docx/read-docx.ts')).readDocx,
  },
  {
    folder: 'xl/',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    load: async () => (await import('../sheet/read-workbook.ts')).readXlsx,
  },
];

/** Packages that name their own media type: OpenDocument, and what shares its way of packing. */
const selfNamed: readonly PackageFormat[] = [
  {
    mediaType: 'application/vnd.oasis.opendocument.text',
    load: async () => (await import('../word/odt/read-odt.ts')).readOdt,
  },
  {
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
    load: async () => (await import('../sheet/read-workbook.ts')).readXlsx,
  },
];

/** Packages that are known by a part that only they have. */
const partNamed: readonly (PackageFormat & { readonly part: string })[] = [
  {
    part: 'OFD.xml',
    mediaType: 'application/ofd',
    load: async () => (await import('../ofd/read-ofd.ts')).readOfd,
  },
  { part: 'mimetype', mediaType: 'application/zip', refusal: 'unsupported-format' },
  { part: '[Content_Types].xml', mediaType: 'application/zip', refusal: 'unsupported-format' },
  { part: 'META-INF/container.xml', mediaType: 'application/zip', refusal: 'unsupported-format' },
];

/** A ZIP archive: an office document where it is one's package, else the files that are packed in it. */
export async function readZip(bytes: Uint8Array, context: ReadContext): Promise<readonly ReadResult[]> {
  const archive = new Archive(bytes, context.budget);
  const main = mainPart(archive);
  const format = packageFormat(archive, main);
  if (format === undefined) return readMembers(archive, context);
  if ('refusal' in format) return [refused(format.refusal, format.mediaType)];
  const { mediaType, load } = format;
  const read = await load();
  const blocks = read(archive, main ?? '', bytes);
  if (blocks.length === 0) return [refused(archive.names.some(isPicture) ? 'scanned' : 'empty', mediaType)];
  return [readable({ mediaType, encoding: null, blocks })];
}

/** Whether an archive is an office document or another package, and not documents packed together. */
export function isPackage(archive: Archive): boolean {
  return packageFormat(archive, mainPart(archive)) !== undefined;
}

function packageFormat(archive: Archive, main: string | null): PackageFormat | undefined {
  const named = new TextDecoder().decode(archive.read('mimetype') ?? new Uint8Array()).trim();
  return (
    openXml.find(({ folder }) => main?.startsWith(folder)) ??
    selfNamed.find(({ mediaType }) => named === mediaType) ??
    partNamed.find(({ part }) => archive.names.includes(part))
  );
}

/** Where packages keep pictures: a document of pictures alone is a scan. */
function isPicture(name: string): boolean {
  return /^(?:(?:word|xl)\/media|Pictures)\//.test(name);
}

/** A document of an archive, unpacked; null where it cannot be. */
export interface UnpackedMember {
  readonly path: string;
  readonly bytes: Uint8Array | null;
}

const signature = [0x50, 0x4b, 0x03, 0x04];

/** The documents packed in an archive, for who reads them one by one; none in a file that is no archive. */
export function unpackMembers(bytes: Uint8Array): UnpackedMember[] {
  if (!signature.every((byte, index) => bytes[index] === byte)) return [];
  try {
    const archive = new Archive(bytes, new Budget(bytes.length));
    return isPackage(archive) ? [] : documentsIn(archive).map((path) => ({ path, bytes: unpacked(archive, path) }));
  } catch (error) {
    if (error instanceof Unreadable) return [];
    throw error;
  }
}

function unpacked(archive: Archive, path: string): Uint8Array | null {
  try {
    return archive.read(path);
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

/** A file packed alone, as sites send pages and crawlers keep them: what is in it, within what the budget allows. */
export async function readGzip(bytes: Uint8Array, { depth, budget }: ReadContext): Promise<readonly ReadResult[]> {
  if (depth > 1) throw new Unreadable('nested-archive');
  const unpacked = unpack(bytes, budget.bytes);
  budget.spend(unpacked.length);
  return readDocuments(unpacked, { depth: depth + 1, budget });
}

function unpack(bytes: Uint8Array, most: number): Uint8Array {
  if (most <= 0) throw new Unreadable('archive-too-large');
  try {
    return gunzipSync(bytes, { maxOutputLength: most });
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new Unreadable(isTooLarge ? 'archive-too-large' : 'damaged', error);
  }
}
