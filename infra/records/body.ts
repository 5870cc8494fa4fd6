import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import type { ReportRecord } from '../../schema/report.ts';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** An item may hold 400 KB, keys and names included. */
const largestPiece = 350 * 1024;

/** Between speed and size: the highest level takes seconds for a long report and saves a tenth. */
const quality = 6;

/** A record in its two stored halves, each compressed and cut into pieces an item can hold. */
export interface StoredBody {
  readonly DATA: readonly Uint8Array[];
  readonly TEXT: readonly Uint8Array[];
}

interface Texts {
  readonly preamble: string;
  readonly sections: readonly string[];
}

/** Parts a record: narrative texts, which most questions do without, from everything else. */
export async function encodeBody(record: ReportRecord): Promise<StoredBody> {
  const texts: Texts = { preamble: record.preamble, sections: record.sections.map(({ text }) => text) };
  const [data, text] = await Promise.all([pieces(withTexts(record, noTexts)), pieces(texts)]);
  return { DATA: data, TEXT: text };
}

/** The record again, whole; with empty texts where only its data was read. */
export async function decodeBody(
  data: readonly Uint8Array[],
  text: readonly Uint8Array[] | null,
): Promise<ReportRecord> {
  // What is read back is what `encodeBody` made of a validated record: checking 200 cells again would double the time of a query.
  const record = (await joined(data)) as ReportRecord;
  if (text === null) return record;
  // Written by `encodeBody`, as above.
  return withTexts(record, (await joined(text)) as Texts);
}

const noTexts: Texts = { preamble: '', sections: [] };

function withTexts(record: ReportRecord, texts: Texts): ReportRecord {
  const sections = record.sections.map((section, index) => ({ ...section, text: texts.sections[index] ?? '' }));
  return { ...record, preamble: texts.preamble, sections };
}

async function pieces(content: unknown): Promise<Uint8Array[]> {
  const json = Buffer.from(JSON.stringify(content));
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: json.length };
  const bytes = await compress(json, { params });
  const count = Math.ceil(bytes.length / largestPiece);
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * largestPiece, (index + 1) * largestPiece));
}

async function joined(parts: readonly Uint8Array[]): Promise<unknown> {
  const json = await decompress(Buffer.concat(parts));
  return JSON.parse(json.toString());
}
