import { readDocuments } from '../read-document.ts';
import { type ReadContext, type ReadResult, refused } from '../reader.ts';
import { Unreadable } from '../unreadable.ts';
import type { Archive } from './archive.ts';

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
