import type { Block } from '../document.ts';
import { type ReadContext, type ReadResult, readable, refused } from '../reader.ts';
import { Archive } from './archive.ts';
import { readMembers } from './read-members.ts';
import { mainPart } from './relationships.ts';

/** A document that is a package: the folder of its main part says what wrote it. */
interface PackageFormat {
  readonly folder: string;
  readonly mediaType: string;
  readonly load: () => Promise<PackageReader>;
}

/** Reads a package; `main` is the path of its main part, `bytes` the whole file. */
type PackageReader = (archive: Archive, main: string, bytes: Uint8Array) => Block[];

const packageFormats: readonly PackageFormat[] = [
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

/** Files by which packages that no reader here knows are told from archives of documents. */
const foreignPackages: readonly string[] = ['OFD.xml', 'mimetype', '[Content_Types].xml', 'META-INF/container.xml'];

/** A ZIP archive: an office document where it is one's package, else the files that are packed in it. */
export async function readZip(bytes: Uint8Array, context: ReadContext): Promise<readonly ReadResult[]> {
  const archive = new Archive(bytes, context.budget);
  const main = mainPart(archive);
  const format = packageFormats.find(({ folder }) => main?.startsWith(folder));
  if (main !== null && format !== undefined) {
    const read = await format.load();
    const { mediaType } = format;
    const blocks = read(archive, main, bytes);
    if (blocks.length === 0) return [refused(archive.names.some(isPicture) ? 'scanned' : 'empty', mediaType)];
    return [readable({ mediaType, encoding: null, blocks })];
  }
  const isForeign = foreignPackages.some((name) => archive.names.includes(name));
  return isForeign ? [refused('unsupported-format', 'application/zip')] : readMembers(archive, context);
}

/** Where packages keep pictures: a document of pictures alone is a scan. */
function isPicture(name: string): boolean {
  return /^(?:word|xl)\/media\//.test(name);
}
