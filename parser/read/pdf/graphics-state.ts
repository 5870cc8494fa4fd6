import { identity, type Matrix } from './matrix.ts';

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
};
