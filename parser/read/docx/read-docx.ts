import type { Block } from '../document.ts';
import { Unreadable } from '../unreadable.ts';
import { toBlocks } from '../word/to-blocks.ts';
import { elementAt, parseXml, type XmlElement } from '../xml.ts';
import type { Archive } from '../zip/archive.ts';
import { partBeside } from '../zip/relationships.ts';
import { readLists } from './numbering.ts';
import { StoryReader } from './read-story.ts';
import { readStyles } from './styles.ts';

/** A DOCX by its main part (ISO/IEC 29500): text, tables and text boxes in reading order. */
export function readDocx(archive: Archive, main: string): Block[] {
  const xml = archive.read(main);
  const body = xml === null ? undefined : elementAt(parseXml(xml), 'w:document', 'w:body');
  if (body === undefined) throw new Unreadable('damaged');
  const part = (type: string): XmlElement | null => {
    const bytes = archive.read(partBeside(archive, main, type) ?? '');
    return bytes === null ? null : parseXml(bytes);
  };
  const reader = new StoryReader(readStyles(part('styles')), readLists(part('numbering')));
  return toBlocks(reader.read(body));
}
