import { faintText, notText, setOffText } from '../../../wording/figure.ts';
import {
  type DocStyle,
  type FormattedRun,
  lastOf,
  RunIndex,
  readSprms,
  type Sprm,
  sprm,
  styleChain,
} from './formatting.ts';
import { type DocText, offsetOf, type Piece } from './text.ts';

/** Characters with a meaning of their own in the text ([MS-DOC] 2.4.1). */
export const mark = { cell: '\u0007', paragraph: '\r', page: '\f', drawing: '\u0008' } as const;
const field = { begin: '\u0013', separator: '\u0014', end: '\u0015' } as const;
const structure: ReadonlySet<string> = new Set([mark.cell, mark.paragraph, mark.page]);
/** Stands for a character that does not print, so that positions keep. */
const nothing = '\0';
const written: Readonly<Record<string, string>> = { '\t': '\t', '\u000b': '\n', '\u001e': '-', '\u0001': notText };
const firstPrintable = 0x20;

/** What is said of characters, by themselves and by their styles. */
export interface CharacterFormat {
  readonly runs: readonly FormattedRun[];
  readonly styles: readonly (DocStyle | null)[];
}

/** The text with every character that is not printed blanked out, hidden, deleted, struck out, or code of a field, and raised digits as such. */
export function visibleText({ characters, pieces }: DocText, { runs, styles }: CharacterFormat): string {
  const visible = characters.split('');
  const unprinted = new RunIndex(runs.filter((run) => isUnprinted(run, styles)));
  const raised = new RunIndex(runs.filter(isSetOff));
  const faint = new RunIndex(runs.filter(isWhite));
  for (const { start, end } of pieces) {
    for (let position = start; position < end; position += 1) {
      const offset = offsetOf(pieces, position);
      if (unprinted.at(offset) !== null && visible[position] !== mark.cell) visible[position] = nothing;
      else if (raised.at(offset) !== null) visible[position] = setOffText(visible[position] ?? '');
      else if (faint.at(offset) !== null) visible[position] = faintText(visible[position] ?? '');
    }
  }
  const inCode = fieldCodes(visible);
  for (const [position, character] of visible.entries()) {
    if (inCode[position] === 1 && !structure.has(character)) visible[position] = nothing;
  }
  return visible.join('');
}

/** What a stretch of the visible text prints: its characters without those that only the program reads. */
export function printed(text: string): string {
  return [...text]
    .map((character) => (character.charCodeAt(0) < firstPrintable ? (written[character] ?? '') : character))
    .join('');
}

/** Switches that say: as the style has it, and the other way round ([MS-DOC] 2.9.326 ToggleOperand). */
const asStyle = 0x80;
const notAsStyle = 0x81;

function isUnprinted({ properties }: FormattedRun, styles: readonly (DocStyle | null)[]): boolean {
  const sprms = readSprms(properties);
  const withdrawn = [sprm.deleted, sprm.struckOut, sprm.struckOutTwice];
  if (withdrawn.some((code) => lastOf(sprms, code)?.getUint8(0) === 1)) return true;
  const own = lastOf(sprms, sprm.hidden)?.getUint8(0) ?? asStyle;
  if (own < asStyle) return own === 1;
  const style = lastOf(sprms, sprm.characterStyle);
  const chain = style === undefined ? [] : styleChain(styles, style.getUint16(0, true));
  const inherited =
    chain
      .map(({ characters }) => lastOf(characters, sprm.hidden))
      .find(Boolean)
      ?.getUint8(0) === 1;
  return own === notAsStyle ? !inherited : inherited;
}

/** Whether characters are set above or below the line (sprmCIss, [MS-DOC] 2.6.1). */
function isSetOff({ properties }: FormattedRun): boolean {
  return (lastOf(readSprms(properties), sprm.position)?.getUint8(0) ?? 0) > 0;
}

/** White as a colour of Word 97, and as red, green and blue with a byte that says that they are none other ([MS-DOC] 2.6.1, 2.9.43). */
const white = { ofPalette: 8, ofAll: 0x00ffffff } as const;

/** Whether characters are printed in white: whether a colour is behind them is not asked. */
function isWhite({ properties }: FormattedRun): boolean {
  const sprms = readSprms(properties);
  const colour = lastOf(sprms, sprm.colour);
  if (colour !== undefined && colour.byteLength >= 4) return colour.getUint32(0, true) === white.ofAll;
  return lastOf(sprms, sprm.paletteColour)?.getUint8(0) === white.ofPalette;
}

/** Marks the characters from the begin of each field to the separator before its result, or to its end if it has none. */
function fieldCodes(characters: readonly string[]): Uint8Array {
  const begins = new Int32Array(characters.length + 1);
  const open: { readonly begin: number; separator: number | null }[] = [];
  for (const [position, character] of characters.entries()) {
    const current = open.at(-1);
    if (character === field.begin) open.push({ begin: position, separator: null });
    else if (character === field.separator && current !== undefined) current.separator ??= position;
    else if (character === field.end && current !== undefined) {
      begins[current.begin] = (begins[current.begin] ?? 0) + 1;
      const after = (current.separator ?? position) + 1;
      begins[after] = (begins[after] ?? 0) - 1;
      open.pop();
    }
  }
  let depth = 0;
  return Uint8Array.from(characters, (_, position) => {
    depth += begins[position] ?? 0;
    return depth > 0 ? 1 : 0;
  });
}

/** A paragraph by its characters and what its properties say. */
export interface DocParagraph {
  readonly text: string;
  /** First character, and the one after its mark. */
  readonly start: number;
  readonly end: number;
  /** Tables around it. */
  readonly depth: number;
  readonly endsCell: boolean;
  /** Modifiers that define the row, if it is the mark at a row's end. */
  readonly row: readonly Sprm[] | null;
  /** Number of its list, from 1; 0 for none. */
  readonly list: number;
  readonly level: number;
  readonly isContents: boolean;
}

/** What the properties of paragraphs are found in. */
export interface ParagraphSource {
  /** The stream of property lists that are too long to stand with their paragraph. */
  readonly data: Uint8Array | null;
  readonly pieces: readonly Piece[];
  readonly runs: readonly FormattedRun[];
  readonly styles: readonly (DocStyle | null)[];
}

/** Parts text into paragraphs, each with its properties, which hang on the mark at its end. */
export class ParagraphReader {
  readonly #source: ParagraphSource;
  readonly #index: RunIndex;

  constructor(source: ParagraphSource) {
    this.#source = source;
    this.#index = new RunIndex(source.runs);
  }

  read(text: string, start: number, end: number): DocParagraph[] {
    const paragraphs: DocParagraph[] = [];
    let from = start;
    for (let position = start; position < end; position += 1) {
      const character = text[position];
      const isLast = position === end - 1;
      if (character !== mark.paragraph && character !== mark.cell && character !== mark.page && !isLast) continue;
      paragraphs.push(this.#describe(text, from, position + 1));
      from = position + 1;
    }
    return paragraphs;
  }

  #describe(text: string, start: number, end: number): DocParagraph {
    const run = this.#index.at(offsetOf(this.#source.pieces, end - 1));
    const own = this.#expand(readSprms(run?.properties ?? new Uint8Array()));
    const chain = styleChain(this.#source.styles, run?.style ?? 0);
    const find = (code: number) =>
      lastOf(own, code) ?? chain.map((style) => lastOf(style.paragraph, code)).find(Boolean);
    const is = (code: number) => byte(lastOf(own, code)) === 1;
    const depth = lastOf(own, sprm.depth)?.getInt32(0, true) ?? (is(sprm.inTable) ? 1 : 0);
    const endsRow = depth > 1 ? is(sprm.innerRowEnd) : is(sprm.rowEnd);
    return {
      ...{ text: text.slice(start, end), start, end, depth },
      endsCell: depth > 1 ? is(sprm.innerCellEnd) : text[end - 1] === mark.cell,
      row: endsRow ? own : null,
      list: find(sprm.list)?.getInt16(0, true) ?? 0,
      level: byte(find(sprm.listLevel)),
      isContents: chain[0]?.isContents ?? false,
    };
  }

  /** Long lists of modifiers stand elsewhere, in a stream of their own. */
  #expand(sprms: readonly Sprm[]): readonly Sprm[] {
    const elsewhere = lastOf(sprms, sprm.elsewhere);
    const { data } = this.#source;
    if (elsewhere === undefined || data === null) return sprms;
    const offset = elsewhere.getUint32(0, true);
    const length = (data[offset] ?? 0) | ((data[offset + 1] ?? 0) << 8);
    return [...sprms, ...readSprms(data.subarray(offset + 2, offset + 2 + length))];
  }
}

function byte(operand: DataView | undefined): number {
  return operand === undefined ? 0 : operand.getUint8(0);
}
