import { Budget } from '../budget.ts';
import { Unreadable } from '../unreadable.ts';
import { Archive } from './archive.ts';
import { documentsIn } from './read-members.ts';
import { isPackage } from './read-zip.ts';

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
