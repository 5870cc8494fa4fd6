import { faintText, notText, setOffText } from '../../../wording/figure.ts';
import { binary } from '../../mail/mime.ts';
import { type ReadResult, readable, refused } from '../../reader.ts';
import { type CellShape, type StoryBlock, StoryBuilder, toBlocks } from '../story.ts';
import {
  boxGroups,
  characters,
  objectGroups,
  RtfText,
  type RtfToken,
  readStarredGroups,
  rtfTokens,
  unprintedGroups,
} from './text.ts';

/** A row's definition as control words build it up: marks of merging, then the right edge of each cell. */
export class RowDefinition {
  #cells: CellShape[] = [];
  #left = 0;
  #continuesDown = false;
  #continuesAcross = false;

  get cells(): readonly CellShape[] {
    return this.#cells;
  }

  /** Takes a control word if it is one of a row's definition. */
  take(name: string, value: number): void {
    if (name === 'trowd') this.#begin();
    else if (name === 'trleft') this.#left = value;
    else if (name === 'clvmrg') this.#continuesDown = true;
    else if (name === 'clmrg') this.#continuesAcross = true;
    else if (name === 'cellx') this.#endCell(value);
  }

  #begin(): void {
    this.#cells = [];
    this.#left = 0;
    this.#continuesDown = false;
    this.#continuesAcross = false;
  }

  #endCell(right: number): void {
    const left = this.#cells.at(-1)?.right ?? this.#left;
    const merges = { continuesDown: this.#continuesDown, continuesAcross: this.#continuesAcross };
    this.#cells.push({ left, right, ...merges });
    this.#continuesDown = false;
    this.#continuesAcross = false;
  }
}

/** What a group says of the text in it; groups inside begin with the same. */
interface Group {
  /** What its text is: the document's, the table of fonts or of colours, or nothing that prints. */
  readonly holds: 'text' | 'fonts' | 'colours' | 'nothing';
  readonly isBox: boolean;
  readonly font: number;
  readonly isHidden: boolean;
  readonly isSetOff: boolean;
  /** The number of the colour in which it prints; 0 for that of the program. */
  readonly colour: number;
  /** Whether a colour is said to be behind it. */
  readonly isHighlit: boolean;
  /** Characters after each one given in Unicode that stand in for it in older programs. */
  readonly standIns: number;
  readonly isInTable: boolean;
  readonly depth: number;
}

const outermost: Group = {
  ...{ holds: 'text', isBox: false, font: 0, isHidden: false, isSetOff: false },
  ...{ colour: 0, isHighlit: false },
  ...{ standIns: 1, isInTable: false, depth: 1 },
};

/** A story being read: the document's, or that of a text box on one of its paragraphs, which then follows it. */
interface OpenStory {
  readonly builder: StoryBuilder;
  readonly boxes: StoryBlock[];
}

/** The greatest share of red, green or blue in a colour. */
const fullPart = 255;
/** Words after which text does not print, or prints as struck out. */
const withdrawing = new Set(['v', 'deleted', 'strike', 'striked']);
const paragraphEnds = new Set(['par', 'sect', 'page', '\n', '\r']);

/** Reads tokens in order; a control word changes the group it stands in. */
export class RtfStoryReader {
  readonly #text = new RtfText();
  readonly #row = new RowDefinition();
  readonly #groups: Group[] = [];
  readonly #stories: OpenStory[] = [{ builder: new StoryBuilder(), boxes: [] }];
  #group = outermost;
  #isStarred = false;
  #standInsLeft = 0;
  /** For each colour of the document's table, whether it is white. */
  readonly #whites: boolean[] = [];
  #parts: number[] = [];

  read(tokens: Iterable<RtfToken>): StoryBlock[] {
    for (const token of tokens) {
      if (token.kind === 'open') this.#groups.push(this.#group);
      else if (token.kind === 'close') this.#endGroup();
      else if (token.kind === 'text') this.#addBytes(token.bytes);
      else this.#take(token.name, token.value);
    }
    while (this.#groups.length > 0) this.#endGroup();
    this.#endParagraph(0);
    return this.#story().builder.finish();
  }

  #story(): OpenStory {
    return this.#stories.at(-1) as OpenStory; // the first one is never taken away
  }

  #endGroup(): void {
    const { isBox } = this.#group;
    this.#group = this.#groups.pop() ?? outermost;
    this.#isStarred = false;
    if (!isBox || this.#group.isBox) return;
    this.#endParagraph(0);
    const box = this.#stories.pop();
    this.#story().boxes.push(...(box?.builder.finish() ?? []));
  }

  #addBytes(bytes: string): void {
    if (this.#group.holds === 'colours') this.#endColours(bytes);
    const skipped = Math.min(this.#standInsLeft, bytes.length);
    this.#standInsLeft -= skipped;
    if (this.#group.holds === 'text' && !this.#group.isHidden) {
      const printed = bytes.slice(skipped);
      // A raised digit has no byte of its own in the encodings of Chinese.
      if (this.#group.isSetOff && /^[\d\s]+$/.test(printed)) this.#text.add(setOffText(printed));
      else if (this.#isFaint()) this.#addFaint(printed);
      else this.#text.addBytes(printed, this.#group.font);
    }
  }

  /** No character of Chinese encodings that has two bytes has a digit's among them. */
  #addFaint(bytes: string): void {
    for (const part of bytes.split(/(\d+)/)) {
      if (/^\d/.test(part)) this.#text.add(faintText(part));
      else this.#text.addBytes(part, this.#group.font);
    }
  }

  #take(name: string, value: number | null): void {
    const isStarred = this.#isStarred;
    this.#isStarred = name === '*';
    if (this.#group.holds === 'nothing' || this.#isStarred) return;
    if (objectGroups.has(name) && this.#group.holds === 'text' && !this.#group.isHidden) this.#text.add(notText);
    if (name === 'colortbl') this.#set({ holds: 'colours' });
    else if (unprintedGroups.has(name) || (isStarred && !readStarredGroups.has(name))) this.#set({ holds: 'nothing' });
    else if (this.#group.holds === 'fonts') this.#describeFont(name, value ?? 0);
    else if (this.#group.holds === 'colours') this.#describeColour(name, value ?? 0);
    else if (boxGroups.has(name)) this.#beginBox();
    else this.#print(name, value);
  }

  #describeFont(name: string, value: number): void {
    if (name === 'f') this.#set({ font: value });
    if (name === 'fcharset') this.#text.setCharset(this.#group.font, value);
  }

  #describeColour(name: string, value: number): void {
    if (name === 'red' || name === 'green' || name === 'blue') this.#parts.push(value);
  }

  /** Each colour of the table ends in a semicolon; one that says nothing is the program's own. */
  #endColours(bytes: string): void {
    for (let left = bytes.split(';').length - 1; left > 0; left -= 1) {
      this.#whites.push(this.#parts.length === 3 && this.#parts.every((part) => part === fullPart));
      this.#parts = [];
    }
  }

  #isFaint(): boolean {
    const { colour, isHighlit } = this.#group;
    return !isHighlit && this.#whites[colour] === true;
  }

  #beginBox(): void {
    const pending = this.#text.take();
    if (pending !== '') this.#story().boxes.unshift(pending);
    this.#stories.push({ builder: new StoryBuilder(), boxes: [] });
    this.#set({ isBox: true, isInTable: false, depth: 1 });
  }

  #print(name: string, value: number | null): void {
    const { isInTable, depth, isHidden } = this.#group;
    const character = name === 'u' ? String.fromCharCode((value ?? 0) & 0xffff) : characters[name];
    this.#standInsLeft = name === 'u' ? this.#group.standIns : 0;
    if (character !== undefined) {
      if (!isHidden) this.#text.add(this.#isFaint() ? faintText(character) : character);
    } else if (paragraphEnds.has(name)) this.#endParagraph(isInTable ? depth : 0);
    else if (name === 'cell' || name === 'nestcell') this.#endCell(name === 'cell' ? 1 : Math.max(2, depth));
    else if (name === 'row' || name === 'nestrow') this.#endRow(name === 'row' ? 1 : Math.max(2, depth));
    else this.#format(name, value);
  }

  #format(name: string, value: number | null): void {
    const isOn = value !== 0;
    if (name === 'pard') this.#set({ isInTable: false, depth: 1 });
    else if (name === 'intbl') this.#set({ isInTable: isOn });
    else if (name === 'itap') this.#set({ isInTable: isOn, depth: Math.max(1, value ?? 1) });
    else if (name === 'plain') this.#set({ isHidden: false, isSetOff: false, colour: 0, isHighlit: false });
    else if (name === 'cf') this.#set({ colour: value ?? 0 });
    else if (name === 'highlight' || name === 'chcbpat') this.#set({ isHighlit: (value ?? 0) > 0 });
    else if (withdrawing.has(name)) this.#set({ isHidden: isOn });
    else if (name === 'super' || name === 'sub') this.#set({ isSetOff: isOn });
    else if (name === 'up' || name === 'dn') this.#set({ isSetOff: value === null || value > 0 });
    else if (name === 'nosupersub') this.#set({ isSetOff: false });
    else if (name === 'f') this.#set({ font: value ?? 0 });
    else if (name === 'uc') this.#set({ standIns: Math.max(0, value ?? 1) });
    else if (name === 'fonttbl') this.#set({ holds: 'fonts' });
    else if (name === 'ansicpg') this.#text.setCodePage(value ?? 0);
    else this.#row.take(name, value ?? 0);
  }

  #endParagraph(depth: number): void {
    const { builder, boxes } = this.#story();
    const text = this.#text.take();
    if (text.trim() === '' && boxes.length === 0) return;
    builder.enter(depth);
    if (text.trim() !== '') builder.add(text);
    for (const block of boxes.splice(0)) builder.add(block);
  }

  #endCell(depth: number): void {
    this.#endParagraph(depth);
    this.#story().builder.enter(depth);
    this.#story().builder.endCell();
  }

  #endRow(depth: number): void {
    this.#story().builder.enter(depth);
    this.#story().builder.endRow(this.#row.cells);
  }

  #set(change: Partial<Group>): void {
    this.#group = { ...this.#group, ...change };
  }
}

const mediaType = 'application/rtf';
const picture = /\\pict\b/;

/** A document in Rich Text Format, which Word and WPS also write under the names of their own formats. */
export function readRtf(bytes: Uint8Array): [ReadResult] {
  const source = binary(bytes);
  const blocks = toBlocks(new RtfStoryReader().read(rtfTokens(source)));
  if (blocks.length > 0) return [readable({ mediaType, encoding: null, blocks })];
  return [refused(picture.test(source) ? 'scanned' : 'empty', mediaType)];
}
