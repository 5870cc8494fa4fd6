import { posix } from 'node:path';
import { elementAt, elementsOf, parseXml } from '../xml.ts';
import type { Archive } from './zip-archive.ts';

/** Path of the part that the package is about; null where the archive is no package of Office Open XML. */
export function mainPart(archive: Archive): string | null {
  return target(archive, { relationships: '_rels/.rels', folder: '', type: 'officeDocument' });
}

/** Path of the part of a kind that another part points to: the styles of a document. */
export function partBeside(archive: Archive, part: string, type: string): string | null {
  const { dir, base } = posix.parse(part);
  return target(archive, { relationships: posix.join(dir, '_rels', `${base}.rels`), folder: dir, type });
}

/** Path of the part that another part names by the number of their relationship: a sheet of a workbook. */
export function partNamed(archive: Archive, part: string, id: string): string | null {
  const { dir, base } = posix.parse(part);
  return target(archive, { relationships: posix.join(dir, '_rels', `${base}.rels`), folder: dir, id });
}

interface Relationship {
  /** Part in which the relationships stand. */
  readonly relationships: string;
  /** Folder from which targets are counted. */
  readonly folder: string;
  /** Last step of the relationship's type, which is the same in the transitional and strict editions. */
  readonly type?: string;
  /** Its number, which the part names it by. */
  readonly id?: string;
}

function target(archive: Archive, { relationships, folder, type, id }: Relationship): string | null {
  const bytes = archive.read(relationships);
  const list = bytes === null ? undefined : elementAt(parseXml(bytes), 'rel:Relationships');
  const found = (list === undefined ? [] : elementsOf(list)).find(({ attributes }) =>
    type === undefined ? attributes.Id === id : attributes.Type?.endsWith(`/${type}`),
  );
  const path = found?.attributes.Target;
  if (path === undefined) return null;
  return path.startsWith('/') ? path.slice(1) : posix.join(folder, path);
}
