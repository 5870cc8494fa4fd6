import { identity, isUpright, type Matrix, mapBox, multiply, turnOf } from './geometry.ts';
import type { Glyph } from './page-content.ts';

/** The font of a run of text, as the library hands it over; only what places characters. */
export interface Font {
  readonly vertical: boolean;
  readonly fontMatrix: Matrix;
}

/** Units of a font are thousandths of the type's size, except in fonts that say otherwise. */
export const defaultFont: Font = { vertical: false, fontMatrix: [0.001, 0, 0, 0.001, 0, 0] };

/** What PDF's `q` saves and `Q` restores, as far as it places text and lines. */
export interface GraphicsState {
  readonly matrix: Matrix;
  readonly font: Font;
  /** Negative where the type is drawn mirrored. */
  readonly size: number;
  readonly characterSpacing: number;
  readonly wordSpacing: number;
  readonly horizontalScale: number;
  readonly leading: number;
  readonly rise: number;
  /** How characters are painted, as `Tr` says: 3 and 7 paint nothing. */
  readonly renderMode: number;
  /** The colour in which text and paths are filled, `#rrggbb`; null for a pattern. */
  readonly fill: string | null;
}

export const initialState: GraphicsState = {
  matrix: identity,
  font: defaultFont,
  size: 0,
  characterSpacing: 0,
  wordSpacing: 0,
  horizontalScale: 1,
  leading: 0,
  rise: 0,
  renderMode: 0,
  fill: '#000000',
};

/** A character of a run of text as the library decodes it; a number in its place moves the next one. */
export interface DecodedGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly [advance: number, x: number, y: number] | null;
}

/** Parts of the type's size above and below the base line that a character takes. */
const ascent = 0.88;
const descent = -0.12;

/** Modes in which characters are not painted. */
const unpainted = new Set([3, 7]);
/** Type of less points than this is not seen. */
const smallest = 1;

/** Where text is being set, between PDF's `BT` and `ET`. */
export class TextCursor {
  #matrix: Matrix = identity;
  #x = 0;
  #y = 0;
  #lineX = 0;
  #lineY = 0;

  setMatrix(matrix: Matrix): void {
    this.#matrix = matrix;
    this.#x = this.#lineX = 0;
    this.#y = this.#lineY = 0;
  }

  move(x: number, y: number): void {
    this.#x = this.#lineX += x;
    this.#y = this.#lineY += y;
  }

  /** Sets a run of text and moves behind it: every character with its box on the page. */
  show(state: GraphicsState, run: readonly (DecodedGlyph | number)[]): Glyph[] {
    const placed: Glyph[] = [];
    for (const item of run) {
      const advance = typeof item === 'number' ? kerning(state, item) : advanceOf(state, item);
      const glyph = typeof item === 'number' ? null : this.#place(state, item, advance);
      if (glyph !== null) placed.push(glyph);
      if (state.font.vertical) this.#y += advance;
      else this.#x += advance * state.horizontalScale;
    }
    return placed;
  }

  /** Null for a character that is not seen, is turned aslant as those of watermarks are, or has no text. */
  #place(state: GraphicsState, glyph: DecodedGlyph, advance: number): Glyph | null {
    const toPage = multiply(state.matrix, this.#matrix);
    if (glyph.unicode === '' || unpainted.has(state.renderMode) || !isUpright(toPage)) return null;
    const box = mapBox(toPage, this.#typeBox(state, glyph, advance));
    const turn = turnOf(toPage);
    const size = turn % 2 === 1 ? box.right - box.left : box.bottom - box.top;
    return size < smallest ? null : { text: glyph.unicode, box, turn, size };
  }

  #typeBox(state: GraphicsState, glyph: DecodedGlyph, advance: number) {
    const size = Math.abs(state.size);
    if (!state.font.vertical) {
      const base = this.#y + state.rise;
      const right = this.#x + widthOf(state, glyph) * state.horizontalScale;
      return { left: this.#x, right, bottom: base + descent * size, top: base + ascent * size };
    }
    const half = size / 2;
    return { left: this.#x - half, right: this.#x + half, top: this.#y, bottom: this.#y + advance };
  }
}

function kerning({ size, font }: GraphicsState, amount: number): number {
  return ((font.vertical ? 1 : -1) * amount * size) / 1000;
}

function widthOf({ size, font }: GraphicsState, { width }: DecodedGlyph): number {
  return width * font.fontMatrix[0] * size;
}

function advanceOf(state: GraphicsState, glyph: DecodedGlyph): number {
  const spacing = state.characterSpacing + (glyph.isSpace ? state.wordSpacing : 0);
  if (!state.font.vertical) return widthOf(state, glyph) + spacing;
  const down = glyph.vmetric?.[0] ?? -1000;
  return down * state.font.fontMatrix[0] * state.size - spacing;
}
