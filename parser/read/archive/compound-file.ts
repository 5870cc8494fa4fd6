import { Unreadable } from '../reader.ts';

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Fields of the header and of a directory entry ([MS-CFB] 2.2 and 2.6.1). */
const at = {
  sectorShift: 30,
  miniSectorShift: 32,
  firstDirectorySector: 48,
  miniCutoff: 56,
  firstMiniFatSector: 60,
  firstDifatSector: 68,
  difat: 76,
  difatEnd: 512,
};
const entryAt = { nameLength: 64, left: 68, right: 72, child: 76, start: 116, size: 120 };
const entryLength = 128;
/** Sector numbers from here on are marks: end of chain, free, none. */
const firstMark = 0xfffffffa;

interface Stream {
  readonly start: number;
  readonly size: number;
}

/** A compound file as older office programs write: a small file system in one file, of which the top folder is read. */
export class CompoundFile {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  readonly #sectorShift: number;
  readonly #fat: Uint32Array;
  readonly #miniFat: Uint32Array;
  readonly #mini: Uint8Array;
  readonly #streams: ReadonlyMap<string, Stream>;

  /** Reads the tables and the directory; throws where they lead out of the file or in circles. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = viewOf(bytes);
    this.#sectorShift = this.#view.getUint16(at.sectorShift, true) === 12 ? 12 : 9;
    this.#fat = words(this.#join(this.#fatSectors()));
    const directory = this.#chain(this.#view.getUint32(at.firstDirectorySector, true));
    this.#miniFat = words(this.#chain(this.#view.getUint32(at.firstMiniFatSector, true)));
    const root = entry(directory, 0);
    this.#mini = this.#chain(root.start).subarray(0, root.size);
    this.#streams = topStreams(directory);
  }

  get names(): string[] {
    return [...this.#streams.keys()];
  }

  read(name: string): Uint8Array | null {
    const stream = this.#streams.get(name);
    if (stream === undefined) return null;
    const isMini = stream.size < this.#view.getUint32(at.miniCutoff, true);
    const bytes = isMini ? this.#miniChain(stream.start) : this.#chain(stream.start);
    return bytes.subarray(0, stream.size);
  }

  /** Sectors of the allocation table: the first 109 are listed in the header, the rest in a chain of lists. */
  #fatSectors(): number[] {
    const sectors: number[] = [];
    for (let offset = at.difat; offset < at.difatEnd; offset += 4) sectors.push(this.#view.getUint32(offset, true));
    const seen = new Set<number>();
    let next = this.#view.getUint32(at.firstDifatSector, true);
    while (next < firstMark) {
      if (seen.has(next)) throw new Unreadable('damaged');
      seen.add(next);
      const list = words(this.#sector(next));
      sectors.push(...list.subarray(0, -1));
      next = list.at(-1) ?? firstMark;
    }
    return sectors.filter((sector) => sector < firstMark);
  }

  #sector(index: number): Uint8Array {
    const start = (index + 1) * 2 ** this.#sectorShift;
    if (start >= this.#bytes.length) throw new Unreadable('damaged');
    return this.#bytes.subarray(start, start + (1 << this.#sectorShift));
  }

  #chain(first: number): Uint8Array {
    return this.#join(followed(first, this.#fat));
  }

  #join(sectors: readonly number[]): Uint8Array {
    const joined = new Uint8Array(sectors.length << this.#sectorShift);
    for (const [index, sector] of sectors.entries()) joined.set(this.#sector(sector), index << this.#sectorShift);
    return joined;
  }

  #miniChain(first: number): Uint8Array {
    const shift = this.#view.getUint16(at.miniSectorShift, true) === 6 ? 6 : 0;
    const sectors = followed(first, this.#miniFat);
    const joined = new Uint8Array(sectors.length << shift);
    for (const [index, sector] of sectors.entries()) {
      joined.set(this.#mini.subarray(sector << shift, (sector + 1) << shift), index << shift);
    }
    return joined;
  }
}

function words(bytes: Uint8Array): Uint32Array {
  const view = viewOf(bytes);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, index) => view.getUint32(index * 4, true));
}

/** A chain longer than its table runs in a circle. */
function followed(first: number, table: Uint32Array): number[] {
  const chain: number[] = [];
  for (let next = first; next < firstMark; next = table[next] ?? firstMark) {
    if (chain.length > table.length) throw new Unreadable('damaged');
    chain.push(next);
  }
  return chain;
}

function entry(directory: Uint8Array, index: number) {
  const view = viewOf(directory.subarray(index * entryLength, (index + 1) * entryLength));
  const nameLength = Math.min(view.getUint16(entryAt.nameLength, true), entryAt.nameLength);
  const name = new Uint8Array(view.buffer, view.byteOffset, Math.max(0, nameLength - 2));
  return {
    name: new TextDecoder('utf-16le').decode(name),
    left: view.getUint32(entryAt.left, true),
    right: view.getUint32(entryAt.right, true),
    child: view.getUint32(entryAt.child, true),
    start: view.getUint32(entryAt.start, true),
    size: view.getUint32(entryAt.size, true),
  };
}

/** What stands in the top folder: embedded documents have streams of the same names in folders below. */
function topStreams(directory: Uint8Array): Map<string, Stream> {
  const count = Math.floor(directory.length / entryLength);
  const found = new Map<string, Stream>();
  const seen = new Set<number>();
  const pending = [entry(directory, 0).child];
  for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
    if (index >= count || seen.has(index)) continue;
    seen.add(index);
    const { name, start, size, left, right } = entry(directory, index);
    found.set(name, { start, size });
    pending.push(left, right);
  }
  return found;
}
