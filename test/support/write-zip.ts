import { crc32, deflateRawSync } from 'node:zlib';

/** A file to pack; `name` may be bytes, for names that are not in UTF-8. */
export interface ZipMember {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  /** Set to lie about encryption, as a file locked by a password is marked. */
  readonly encrypted?: boolean;
}

const versionNeeded = 20;
const deflated = 8;
const utf8Flag = 0x0800;
const encryptedFlag = 0x0001;

/** Packs files into a ZIP archive, always to the same bytes. */
export function writeZip(members: readonly ZipMember[]): Uint8Array {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const member of members) {
    const { head, name, packed } = pack(member);
    locals.push(Buffer.concat([signature('0304'), fields(head)]), name, packed);
    const entry: Field[] = [[versionNeeded, 2], ...head, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]];
    directory.push(Buffer.concat([signature('0102'), fields(entry)]), name);
    offset += 30 + name.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const counts: Field[] = [
    [0, 2],
    [0, 2],
    [members.length, 2],
    [members.length, 2],
    [size, 4],
    [offset, 4],
    [0, 2],
  ];
  return Buffer.concat([...locals, ...directory, signature('0506'), fields(counts)]);
}

type Field = readonly [value: number, bytes: 2 | 4];

function pack({ name, content, encrypted = false }: ZipMember) {
  const bytes = Buffer.from(content);
  const packed = deflateRawSync(bytes, { level: 9 });
  const encodedName = Buffer.from(name);
  const flags = (typeof name === 'string' ? utf8Flag : 0) | (encrypted ? encryptedFlag : 0);
  const dateOf1980 = 0x21;
  const head: Field[] = [
    [versionNeeded, 2],
    [flags, 2],
    [deflated, 2],
    [0, 2],
    [dateOf1980, 2],
    [crc32(bytes), 4],
    [packed.length, 4],
    [bytes.length, 4],
    [encodedName.length, 2],
    [0, 2],
  ];
  return { head, name: encodedName, packed };
}

function signature(mark: string): Uint8Array {
  return Buffer.from(`504b${mark}`, 'hex');
}

function fields(list: readonly Field[]): Uint8Array {
  const parts = list.map(([value, bytes]) => {
    const part = Buffer.alloc(bytes);
    part.writeUIntLE(value, 0, bytes);
    return part;
  });
  return Buffer.concat(parts);
}
