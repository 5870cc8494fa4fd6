import { type FormattedRun, RunIndex } from './formatted-pages.ts';
import { lastOf, readSprms, type Sprm, sprm } from './sprms.ts';
import { type DocStyle, styleChain } from './styles.ts';
import { offsetOf, type Piece } from './text.ts';
import { mark } from './visible-text.ts';

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
