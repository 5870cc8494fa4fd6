import { type ReadResult, readable, refused } from '../reader.ts';
import { Unreadable } from '../unreadable.ts';
import { toBlocks } from '../word/to-blocks.ts';
import { elementAt, elementsOf, parseXml } from '../xml.ts';
import { readLists } from './numbering.ts';
import { StoryReader } from './read-story.ts';
import { readStyles } from './styles.ts';

const mediaType = 'application/msword';

/** A document in one file of XML, as Word 2003 saves it under the name of a binary one: elements as in DOCX. */
export function readWordXml(bytes: Uint8Array): [ReadResult] {
  const [document] = elementsOf(parseXml(bytes));
  const body = elementAt(document, 'w:body');
  if (document === undefined || body === undefined) throw new Unreadable('damaged');
  const blocks = toBlocks(new StoryReader(readStyles(document), readLists(document)).read(body));
  return [blocks.length === 0 ? refused('empty', mediaType) : readable({ mediaType, encoding: null, blocks })];
}
