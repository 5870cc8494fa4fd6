import type { Block } from '../document.ts';
import type { CompoundFile } from '../ole/compound-file.ts';
import { Unreadable } from '../unreadable.ts';
import { toBlocks } from '../word/to-blocks.ts';
import { readFib, type TableName } from './fib.ts';
import { characterRuns, paragraphRuns } from './formatted-pages.ts';
import { readDocLists } from './lists.ts';
import { ParagraphReader } from './paragraphs.ts';
import { DocStoryReader } from './read-story.ts';
import { readDocStyles } from './styles.ts';
import { readDocText } from './text.ts';
import { readTextBoxes } from './text-boxes.ts';
import { visibleText } from './visible-text.ts';

/** A binary Word document, as Word 97–2003 and WPS write it ([MS-DOC]): text, tables and text boxes in reading order. */
export function readDoc(file: CompoundFile): Block[] {
  const stream = file.read('WordDocument');
  if (stream === null) throw new Unreadable('damaged');
  const fib = readFib(stream);
  const tables = file.read(fib.tableStream);
  if (tables === null) throw new Unreadable('damaged');
  const table = (name: TableName) => {
    const { offset, length } = fib.tables[name];
    return tables.subarray(offset, offset + length);
  };
  // The levels of lists follow the table of lists and are no part of its length.
  const toEnd = (name: TableName) =>
    fib.tables[name].length === 0 ? table(name) : tables.subarray(fib.tables[name].offset);
  const text = readDocText(stream, table('pieces'));
  const styles = readDocStyles(table('styles'));
  const paragraphs = new ParagraphReader({
    data: file.read('Data'),
    pieces: text.pieces,
    runs: paragraphRuns(stream, table('paragraphRuns')),
    styles,
  });
  const reader = new DocStoryReader({
    text: visibleText(text, { runs: characterRuns(stream, table('characterRuns')), styles }),
    paragraphs,
    lists: readDocLists(toEnd('lists'), table('listOverrides')),
    boxes: readTextBoxes(table('anchors'), table('textBoxes'), fib.textBoxStart),
  });
  return toBlocks(reader.read(0, Math.min(fib.mainLength, text.characters.length)));
}
