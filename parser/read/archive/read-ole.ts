import type { Block, Document } from '../document.ts';
import { orDamaged, type ReadContext, type ReadResult, readable, refused } from '../reader.ts';
import { CompoundFile } from './compound-file.ts';

/** A document in a compound file: the stream it is written in says what wrote it. */
type StreamFormat = { readonly stream: string } & (
  | { readonly mediaType: Document['mediaType']; readonly load: () => Promise<StreamReader> }
  | { readonly mediaType: string; readonly refusal: 'encrypted' }
);

/** Reads the document of a compound file; `bytes` is the whole file. */
type StreamReader = (file: CompoundFile, bytes: Uint8Array) => Block[];

const streamFormats: readonly StreamFormat[] = [
  {
    stream: 'WordDocument',
    mediaType: 'application/msword',
    load: async () => (await import('../word/doc/read-doc.ts')).readDoc,
  },
  {
    stream: 'Workbook',
    mediaType: 'application/vnd.ms-excel',
    load: async () => (await import('../sheet/read-workbook.ts')).readXls,
  },
  {
    stream: 'Book',
    mediaType: 'application/vnd.ms-excel',
    load: async () => (await import('../sheet/read-workbook.ts')).readOldXls,
  },
  { stream: 'EncryptedPackage', mediaType: 'application/x-ole-storage', refusal: 'encrypted' },
];

/** A compound file: Word and WPS documents, workbooks, and packages locked by a password. */
export async function readOle(bytes: Uint8Array, _: ReadContext): Promise<readonly ReadResult[]> {
  const file = orDamaged(() => new CompoundFile(bytes));
  const format = streamFormats.find(({ stream }) => file.names.includes(stream));
  if (format === undefined) return [refused('unsupported-format', 'application/x-ole-storage')];
  if ('refusal' in format) return [refused(format.refusal, format.mediaType)];
  const { mediaType, load } = format;
  const read = await load();
  const blocks = orDamaged(() => read(file, bytes));
  if (blocks.length === 0) return [refused(holdsPicture(bytes) ? 'scanned' : 'empty', mediaType)];
  return [readable({ mediaType, encoding: null, blocks })];
}

/** What PNG and JPEG files begin with; office programs keep pictures as they came. */
const pictures = ['\x89PNG\r\n', '\xff\xd8\xff'].map((signature) => Buffer.from(signature, 'latin1'));

function holdsPicture(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return pictures.some((signature) => file.includes(signature));
}
