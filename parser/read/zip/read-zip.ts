import type { ReasonCode } from '../../../schema/law/vocabulary/reasons.ts';
import type { Block, Document } from '../document.ts';
import { type ReadContext, type ReadResult, readable, refused } from '../reader.ts';
import { Archive } from './archive.ts';
import { readMembers } from './read-members.ts';
import { mainPart } from './relationships.ts';

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
    load: async () => (await import('../docx/read-docx.ts')).readDocx,
  },
  {
    folder: 'xl/',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    load: async () => (await import('../sheet/read-xlsx.ts')).readXlsx,
  },
];

/** Packages that name their own media type: OpenDocument, and what shares its way of packing. */
const selfNamed: readonly PackageFormat[] = [
  {
    mediaType: 'application/vnd.oasis.opendocument.text',
    load: async () => (await import('../odf/read-odt.ts')).readOdt,
  },
  {
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
    load: async () => (await import('../sheet/read-xlsx.ts')).readXlsx,
  },
];

/** Packages that are known by a part that only they have. */
const foreign: readonly (PackageFormat & { readonly part: string })[] = [
  { part: 'OFD.xml', mediaType: 'application/ofd', refusal: 'unsupported-ofd' },
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
    foreign.find(({ part }) => archive.names.includes(part))
  );
}

/** Where packages keep pictures: a document of pictures alone is a scan. */
function isPicture(name: string): boolean {
  return /^(?:(?:word|xl)\/media|Pictures)\//.test(name);
}
