import type { Block } from '../document.ts';
import { type ReadResult, readable, refused } from '../reader.ts';
import { Unreadable } from '../unreadable.ts';
import { toBlocks } from '../word/to-blocks.ts';
import { elementAt, elementsOf, parseXml, type XmlElement } from '../xml.ts';
import type { Archive } from '../zip/archive.ts';
import { OdfStoryReader } from './read-story.ts';
import { readOdfStyles } from './styles.ts';

const mediaType = 'application/vnd.oasis.opendocument.text';

/** A text document of OpenDocument in its package (ODF 1.3): text, tables and boxes in reading order. */
export function readOdt(archive: Archive): Block[] {
  const content = archive.read('content.xml');
  if (content === null) throw new Unreadable('damaged');
  const styles = archive.read('styles.xml');
  return storyBlocks(rootOf(content), styles === null ? [] : [rootOf(styles)]);
}

/** The same in one file of XML. */
export function readFlatOdt(bytes: Uint8Array): [ReadResult] {
  const blocks = storyBlocks(rootOf(bytes), []);
  return [blocks.length === 0 ? refused('empty', mediaType) : readable({ mediaType, encoding: null, blocks })];
}

function rootOf(bytes: Uint8Array): XmlElement {
  const [root] = elementsOf(parseXml(bytes));
  if (root === undefined) throw new Unreadable('damaged');
  return root;
}

function storyBlocks(root: XmlElement, others: readonly XmlElement[]): Block[] {
  const text = elementAt(root, 'office:body', 'office:text');
  if (text === undefined) throw new Unreadable('unsupported-format');
  return toBlocks(new OdfStoryReader(readOdfStyles([root, ...others])).read(text));
}
