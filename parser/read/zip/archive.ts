import { crc32, inflateRawSync } from 'node:zlib';
import type { Budget } from '../budget.ts';
import { Unreadable } from '../unreadable.ts';
import { readDirectory, type ZipEntry } from './directory.ts';

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
