import { crc32, inflateRawSync } from 'node:zlib';
import { type Budget, Unreadable } from '../reader.ts';

/** A file as the archive's directory lists it (APPNOTE.TXT of PKWARE, sections 4.3.12 and 4.3.16). */
export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated; others are not read. */
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const endSignature = 0x06054b50;
const endLength = 22;
const longestComment = 0xffff;
const entrySignature = 0x02014b50;
const entryLength = 46;
const encryptedFlag = 0x0001;
const utf8Flag = 0x0800;

/** Lists an archive by the directory at its end, which alone says what is in it. */
function readDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  let offset = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (offset + entryLength > bytes.length || view.getUint32(offset, true) !== entrySignature) {
      throw new Unreadable('damaged');
    }
    const nameLength = view.getUint16(offset + 28, true);
    entries.push(readEntry(bytes, view, offset));
    offset += entryLength + nameLength + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
  }
  return entries;
}

function readEntry(bytes: Uint8Array, view: DataView, offset: number): ZipEntry {
  const flags = view.getUint16(offset + 8, true);
  const name = bytes.subarray(offset + entryLength, offset + entryLength + view.getUint16(offset + 28, true));
  return {
    name: decodeName(name, (flags & utf8Flag) !== 0),
    encrypted: (flags & encryptedFlag) !== 0,
    method: view.getUint16(offset + 10, true),
    crc: view.getUint32(offset + 16, true),
    packedBytes: view.getUint32(offset + 20, true),
    offset: view.getUint32(offset + 42, true),
  };
}

/** The directory's end stands last in the file, before a comment. */
function findEnd(view: DataView): number {
  const last = view.byteLength - endLength;
  for (let offset = last; offset >= Math.max(0, last - longestComment); offset -= 1) {
    if (view.getUint32(offset, true) === endSignature) return offset;
  }
  throw new Unreadable('damaged');
}

/** Chinese Windows writes names in GBK without saying so. */
function decodeName(name: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch {
    return new TextDecoder(isUtf8 ? 'utf-8' : 'gb18030').decode(name);
  }
}

const localSignature = 0x04034b50;
const localLength = 30;

/** An archive whose files are unpacked one by one, each within what the budget still allows. */
export class Archive {
  readonly #bytes: Uint8Array;
  readonly #budget: Budget;
  readonly #entries: ReadonlyMap<string, ZipEntry>;

  /** Reads the directory alone. A damaged one, or one with too many entries, makes the file unreadable. */
  constructor(bytes: Uint8Array, budget: Budget) {
    const entries = readDirectory(bytes);
    if (!budget.takeEntries(entries.length)) throw new Unreadable('archive-too-large');
    this.#bytes = bytes;
    this.#budget = budget;
    this.#entries = new Map(entries.map((entry) => [entry.name, entry]));
  }

  /** Paths of the files in it, in the order of its directory; folders are left out. */
  get names(): string[] {
    return [...this.#entries.keys()].filter((name) => !name.endsWith('/'));
  }

  /** The bytes of a file; null where there is none of that path. */
  read(name: string): Uint8Array | null {
    const entry = this.#entries.get(name);
    if (entry === undefined) return null;
    if (entry.encrypted) throw new Unreadable('encrypted');
    const unpacked = this.#unpack(entry);
    if (crc32(unpacked) !== entry.crc) throw new Unreadable('damaged');
    this.#budget.spend(unpacked.length);
    return unpacked;
  }

  #unpack({ offset, method, packedBytes }: ZipEntry): Uint8Array {
    const packed = this.#packed(offset, packedBytes);
    const most = this.#budget.bytes;
    if (most <= 0 || (method === 0 && packed.length > most)) throw new Unreadable('archive-too-large');
    if (method === 0) return packed;
    if (method !== 8) throw new Unreadable('unsupported-format');
    try {
      return inflateRawSync(packed, { maxOutputLength: most });
    } catch (error) {
      throw new Unreadable(isTooLarge(error) ? 'archive-too-large' : 'damaged', error);
    }
  }

  /** What stands after the local header, whose name and extra field may be longer than the directory's. */
  #packed(offset: number, packedBytes: number): Uint8Array {
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength);
    if (offset + localLength > view.byteLength || view.getUint32(offset, true) !== localSignature) {
      throw new Unreadable('damaged');
    }
    const start = offset + localLength + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (start + packedBytes > view.byteLength) throw new Unreadable('damaged');
    return this.#bytes.subarray(start, start + packedBytes);
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
